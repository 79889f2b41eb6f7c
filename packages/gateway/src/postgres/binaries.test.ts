import { execFileSync } from 'node:child_process';
import { readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBinaries } from './binaries.ts';
import { temporaryDataDir } from './fixtures/harness.ts';

let dataDir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dataDir, remove } = await temporaryDataDir()));
afterEach(() => remove());

const version = (program: string) => execFileSync(program, ['--version'], { encoding: 'utf8', env: {} });

it('copies the programs once, links included, so that they run from the copy', async () => {
  const first = await findBinaries(dataDir, true);
  expect(first.major).toBe('18');
  expect(first.postgres.startsWith(dataDir)).toBe(true);
  expect(version(first.postgres)).toMatch(/PostgreSQL\) 18\./);
  const { ctimeMs } = await stat(first.postgres);
  expect((await stat((await findBinaries(dataDir, true)).postgres)).ctimeMs).toBe(ctimeMs);
});

it('replaces a copy that lost bytes or files', async () => {
  const { postgres, initdb } = await findBinaries(dataDir, true);
  await truncate(postgres, 1000);
  expect(version((await findBinaries(dataDir, true)).postgres)).toMatch(/18\./);
  await rm(initdb);
  expect(version((await findBinaries(dataDir, true)).initdb)).toMatch(/18\./);
  expect(await readdir(dataDir)).toHaveLength(1);
  expect((await readdir(join(dataDir))).join()).not.toMatch(/partial|old/);
});

it('survives two starts that copy at the same moment', async () => {
  const found = await Promise.all([findBinaries(dataDir, true), findBinaries(dataDir, true)]);
  for (const { postgres } of found) expect(version(postgres)).toMatch(/18\./);
});
