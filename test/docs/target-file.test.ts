import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@milepost/cli';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../support/program.ts';
import { documents } from './documents.ts';

const page = documents().find(({ path }) => path === 'docs/reference/target-file.md')?.text ?? '';

/** Blocks of commands, each with the block of output that follows it. */
const examples = [...page.matchAll(/^```sh\n(.*?)^```\n```text\n(.*?)^```$/gms)].map(([, commands = '', output = '']) => ({
  commands: commands.trim().split('\n'),
  output,
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-target-page-'));
  await cp(join(checkout, 'docs/examples'), join(folder, 'docs/examples'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** What a command prints; the page shows nothing else. */
async function printed(line: string): Promise<string> {
  const words = line.split(' ').slice(1);
  let out = '';
  const code = await run(words, '0', {
    ...{ locale: words.includes('zh') ? 'zh-CN' : 'en', cwd: folder, interactive: false, terminal: false },
    ...{ out: (text) => void (out += text), err: () => undefined, today: () => '2026-11-21' },
    openMirror: () => Promise.reject(new Error('no database here')),
    signal: new AbortController().signal,
  });
  expect(code, line).toBe(0);
  return out;
}

describe('the page about target files', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(4);
  });

  it('shows what its commands print, in their order', async () => {
    for (const { commands, output } of examples) {
      let last = '';
      for (const command of commands) last = await printed(command);
      // Hashes depend on the version of the engine.
      expect(last.replace(/[0-9a-f]{64}/g, '…')).toBe(output);
    }
  });
});
