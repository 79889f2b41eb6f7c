import { spawnSync } from 'node:child_process';
import { access, mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withLock } from './atomic-file.ts';
import { testFolder } from './testing-dist.ts';

async function newLock(): Promise<{ folder: string; file: string }> {
  const folder = await testFolder();
  await mkdir(folder, { recursive: true });
  return { folder, file: join(folder, '.lock') };
}

it('keeps the lock of an owner that works for longer than a minute', async () => {
  const { file } = await newLock();
  const steps: string[] = [];
  let finish = (): void => undefined;
  let entered = (): void => undefined;
  const inside = new Promise<void>((resolve) => (entered = resolve));
  const slow = withLock(file, async () => {
    entered();
    await new Promise<void>((resolve) => (finish = resolve));
    steps.push('slow');
  });
  await inside;
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(file, longAgo, longAgo);
  const second = withLock(file, async () => void steps.push('second'));
  await pause(150);
  expect(steps).toEqual([]);
  finish();
  await Promise.all([slow, second]);
  expect(steps).toEqual(['slow', 'second']);
});

it('takes over the lock of a process that died, at once', async () => {
  const { folder, file } = await newLock();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(file, JSON.stringify({ pid, birth: 'then', token: 'theirs' }));
  expect(await withLock(file, async () => 'done')).toBe('done');
  expect(await readdir(folder)).toEqual([]);
});

it('never removes a lock that is somebody else’s by now', async () => {
  const { file } = await newLock();
  const theirs = JSON.stringify({ pid: process.pid, birth: 'x', token: 'theirs' });
  await withLock(file, async () => await writeFile(file, theirs));
  await access(file);
  expect(await readFile(file, 'utf8')).toBe(theirs);
});
