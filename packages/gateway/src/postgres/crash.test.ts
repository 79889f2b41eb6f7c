import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isGoneWithin, killHard, query, spawnGateway, temporaryDataDir, writeUntilStopped } from './fixtures/harness.ts';
import type { PostgresProgress } from './keeper.ts';
import { startPostgres } from './start-postgres.ts';

/** What the product promises: serving again this soon after a `kill -9`. */
/** Time enough for a busy machine: how fast it is, the benchmark of the gateway says. */
const SERVING_AGAIN_MS = 20_000;

let dataDir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dataDir, remove } = await temporaryDataDir()));
afterEach(() => remove());

const ids = async (url: string) => (await query(url, 'SELECT id FROM entry ORDER BY id')).map(({ id }) => Number(id));

it('restarts a server killed under writes; no acknowledged write is lost or doubled', async () => {
  const seen: PostgresProgress[] = [];
  const server = await startPostgres({ dataDir, onProgress: (progress) => seen.push(progress) });
  await query(server.adminUrl, 'CREATE TABLE entry (id bigint NOT NULL)');
  const writers = writeUntilStopped(server.adminUrl, 4);
  const pids = new Set<number>();
  for (let round = 0; round < 3; round += 1) {
    await sleep(400);
    pids.add(server.pid);
    process.kill(server.pid, 'SIGKILL');
    await expect.poll(() => server.pid && !pids.has(server.pid), { timeout: SERVING_AGAIN_MS }).toBe(true);
  }
  await sleep(300);
  const acknowledged = await writers.stop();

  const stored = await ids(server.adminUrl);
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(new Set(stored).size).toBe(stored.length);
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
  expect(seen.filter(({ step }) => step === 'crashed')).toEqual(
    Array.from({ length: 3 }, () => ({ step: 'crashed', state: 'end', restarted: true })),
  );
  await server.stop();
});

it('stops its server by itself when the gateway is killed, and serves again', async () => {
  const gateway = await spawnGateway(dataDir);
  await query(gateway.announced.adminUrl, 'CREATE TABLE entry (id bigint NOT NULL)');
  const writers = writeUntilStopped(gateway.announced.adminUrl, 4);
  await sleep(500);
  await killHard(gateway.process);

  const begun = performance.now();
  const server = await startPostgres({ dataDir });
  const [row] = await query(server.adminUrl, 'SELECT count(*)::int AS count FROM entry');
  expect(performance.now() - begun).toBeLessThan(SERVING_AGAIN_MS);
  expect(row?.['count']).toBeGreaterThan(0);
  const acknowledged = await writers.stop();
  const stored = new Set(await ids(server.adminUrl));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(await isGoneWithin(gateway.announced.pid, 0)).toBe(true);
  await server.stop();
});

it('leaves no server behind a killed gateway even when nobody starts again', async () => {
  const gateway = await spawnGateway(dataDir);
  await killHard(gateway.process);
  expect(await isGoneWithin(gateway.announced.pid, 3_000)).toBe(true);
});

it('stops a leftover server whose watchdog was killed too', async () => {
  const gateway = await spawnGateway(dataDir);
  const { execFileSync } = await import('node:child_process');
  // A stopped watchdog is as good as a killed one, and no other test's can be hit by its process id.
  const guards = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.trim().endsWith(`milepost-postgres-watchdog ${gateway.announced.pid}`))
    .map((line) => Number.parseInt(line, 10));
  expect(guards).toHaveLength(1);
  for (const pid of guards) process.kill(pid, 'SIGKILL');
  await killHard(gateway.process);
  expect(await isGoneWithin(gateway.announced.pid, 300)).toBe(false);

  const seen: PostgresProgress[] = [];
  const begun = performance.now();
  const server = await startPostgres({ dataDir, onProgress: (progress) => seen.push(progress) });
  expect(performance.now() - begun).toBeLessThan(SERVING_AGAIN_MS);
  expect(seen[0]).toEqual({ step: 'stop-leftover', state: 'end', pid: gateway.announced.pid });
  await server.stop();
});

it('is not fooled by a stale note whose process id now belongs to another program of the same user', async () => {
  const first = await startPostgres({ dataDir });
  const note = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const text = await readFile(note, 'utf8');
  await first.stop();
  const { spawn } = await import('node:child_process');
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const stranger = spawn('sleep', ['60'], { ...nobody, cwd: '/', stdio: 'ignore' });
  await writeFile(note, text.replace(/^\d+/, String(stranger.pid)));

  const second = await startPostgres({ dataDir });
  expect(await query(second.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(stranger.exitCode).toBeNull();
  await second.stop();
  await killHard(stranger);
});

it('stops cleanly on request of the gateway process', async () => {
  const gateway = await spawnGateway(dataDir);
  gateway.process.kill('SIGTERM');
  expect(await isGoneWithin(gateway.announced.pid, 3_000)).toBe(true);
  const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8');
  expect(log).toContain('database system is shut down');
});
