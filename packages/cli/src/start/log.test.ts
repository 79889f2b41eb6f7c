import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@milepost/gateway';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStartLog } from './log.ts';
import { RotatingFile } from './rotating-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a rotating file', () => {
  it('begins a new file at the limit and keeps three old ones, newest first', async () => {
    const file = new RotatingFile(join(folder, 'a', 'x.log'), 10);
    for (let line = 1; line <= 12; line += 1) file.write(`line ${String(line).padStart(2, '0')}\n`);
    expect((await readdir(join(folder, 'a'))).sort()).toEqual(['x.log', 'x.log.1', 'x.log.2', 'x.log.3']);
    // Two lines of eight bytes reach ten: each file holds two.
    expect(await readFile(join(folder, 'a', 'x.log'), 'utf8')).toBe('line 11\nline 12\n');
    expect(await readFile(join(folder, 'a', 'x.log.3'), 'utf8')).toBe('line 05\nline 06\n');
  });

  it('goes on where an earlier process ended, and never throws where it cannot write', async () => {
    new RotatingFile(join(folder, 'x.log')).write('first\n');
    new RotatingFile(join(folder, 'x.log')).write('second\n');
    expect(await readFile(join(folder, 'x.log'), 'utf8')).toBe('first\nsecond\n');
    expect(() => new RotatingFile(join(folder, 'x.log', 'below-a-file')).write('lost\n')).not.toThrow();
  });
});

describe('the log of a start', () => {
  const open = (locale: 'zh-CN' | 'en', terminal: boolean, logTo?: 'file' | 'none') => {
    let err = '';
    const context = {
      ...{ locale, terminal, cwd: folder, interactive: false, signal: new AbortController().signal },
      ...{ out: () => undefined, today: () => '2026-11-21', openMirror: () => Promise.reject(new Error()) },
      err: (text: string) => void (err += text),
    };
    const opened = openStartLog(context, { dataDir: folder, logLevel: 'info', logTo }, createLog);
    return { ...opened, said: () => err };
  };
  const text = { 'zh-CN': '门户文件有 1 处问题。', en: 'The portal file has 1 problem.' };

  it('keeps requests in a file on a terminal and says what matters in the language of the terminal', async () => {
    const { log, file, said } = open('zh-CN', true);
    log.info({ route: '/api/session', status: 200 }, 'request');
    log.warn({ text, problems: ['x'] }, 'the portal file has problems');
    log.warn('database connection lost');
    expect(said()).toBe('! 门户文件有 1 处问题。\n');
    const lines = (await readFile(file ?? '', 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'request',
      'the portal file has problems',
      'database connection lost',
    ]);
  });

  it('says once that something failed inside, with the place of the log', () => {
    const { log, file, said } = open('en', true);
    for (let time = 0; time < 5; time += 1) log.error({ err: new Error('secret') }, 'request failed');
    expect(said()).toBe(`! Something failed inside (request failed); see ${file}\n`);
  });

  it('writes no file with `none`, and none by itself where nobody watches', async () => {
    const none = open('en', true, 'none');
    none.log.warn({ text }, 'x');
    expect(none.said()).toBe('! The portal file has 1 problem.\n');
    expect(open('en', false).file).toBeUndefined();
    expect(open('en', false, 'file').file).toBe(join(folder, 'logs', 'gateway.log'));
    expect(await readdir(folder)).toEqual([]);
  });
});
