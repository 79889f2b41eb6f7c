import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isGoneWithin, query, temporaryDataDir } from './fixtures/harness.ts';
import type { PostgresProgress } from './keeper.ts';
import { startPostgres } from './start-postgres.ts';

let dataDir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dataDir, remove } = await temporaryDataDir()));
afterEach(() => remove());

it('creates a cluster, serves it safely, stops it, and finds the data again', async () => {
  const seen: PostgresProgress[] = [];
  const first = await startPostgres({ dataDir, onProgress: (progress) => seen.push(progress) });
  const [settings] = await query(
    first.adminUrl,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
            current_setting('listen_addresses') AS listen, current_setting('server_encoding') AS encoding,
            split_part(current_setting('server_version'), '.', 1) AS major, datlocprovider AS provider, datlocale AS locale
       FROM pg_database WHERE datname = 'postgres'`,
  );
  expect(settings).toEqual({
    fsync: 'on',
    commit: 'on',
    listen: '',
    encoding: 'UTF8',
    major: '18',
    provider: 'b',
    locale: 'C.UTF-8',
  });
  await query(first.adminUrl, `CREATE TABLE note (text text); INSERT INTO note VALUES ('春节')`);
  await first.stop();
  await first.stop();
  expect(await isGoneWithin(first.pid, 0)).toBe(true);
  expect(seen.map(({ step }) => step)).toEqual(['create', 'create', 'start']);

  const second = await startPostgres({ dataDir });
  expect(await query(second.adminUrl, 'SELECT * FROM note')).toEqual([{ text: '春节' }]);
  await second.stop();
  expect(existsSync(join(dataDir, 'gateway.lock'))).toBe(false);
});

it('gives each role a password of its own and refuses all others', async () => {
  const server = await startPostgres({ dataDir });
  try {
    await query(server.adminUrl, `CREATE ROLE app LOGIN PASSWORD '${server.passwordOf('app')}'`);
    expect(await query(server.url('app', 'postgres'), 'SELECT current_user')).toEqual([{ current_user: 'app' }]);
    const forged = new URL(server.adminUrl);
    forged.password = server.passwordOf('app');
    await expect(query(forged.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  } finally {
    await server.stop();
  }
});

it('keeps the password readable by its owner alone and listens nowhere else', async () => {
  const server = await startPostgres({ dataDir });
  try {
    expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres', 'run'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres', 'data'))).mode & 0o777).toBe(0o700);
    const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8');
    expect(log).not.toContain(server.passwordOf('postgres'));
    expect(log).not.toContain('IPv4');
  } finally {
    await server.stop();
  }
});

it('serves a data folder whose path is longer than a socket name may be', async () => {
  const deep = join(dataDir, '很深的目录'.repeat(8), 'x'.repeat(60));
  const server = await startPostgres({ dataDir: deep });
  try {
    expect(await query(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    await server.stop();
  }
});

it('removes what an interrupted creation left and keeps no workshop behind', async () => {
  const first = await startPostgres({ dataDir });
  await first.stop();
  const { mkdir, rename, writeFile } = await import('node:fs/promises');
  await mkdir(join(dataDir, 'postgres', 'initdb-4711'));
  await rename(join(dataDir, 'postgres', 'data'), join(dataDir, 'postgres', 'initdb-4711', 'data'));
  await writeFile(join(dataDir, 'postgres', 'initdb-4711', 'data', 'PG_VERSION'), '');

  const second = await startPostgres({ dataDir });
  await second.stop();
  expect((await readdir(join(dataDir, 'postgres'))).filter((name) => name.startsWith('initdb'))).toEqual([]);
});
