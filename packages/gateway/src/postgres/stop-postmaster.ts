import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Layout } from './data-dir.ts';
import { PostgresStartError } from './errors.ts';
import { birthOf, isAlive, isPostmasterOf } from './process-identity.ts';
import { disarmPostmasterFile, readPostmasterFile } from './postmaster-file.ts';

/** A fast shutdown writes a checkpoint; only a very slow disk needs more than a few seconds. */
const STOP_TIMEOUT_MS = 60_000;

/**
 * Fast shutdown: sessions end, everything is written, the process is gone when this returns.
 * @throws PostgresStartError PG_STOP_TIMEOUT after a minute; the server is then left to finish by itself.
 */
export async function stopPostmaster(pid: number, layout: Layout, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl sends its own kind.
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', layout.cluster, '-m', 'fast', '-w', '-t', '60']);
    return;
  }
  const birth = await birthOf(pid);
  if (birth === undefined) return;
  signal(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while ((await birthOf(pid)) === birth) {
    if (Date.now() > deadline) throw new PostgresStartError('PG_STOP_TIMEOUT', { pid, path: layout.logFile });
    await sleep(10);
  }
}

/**
 * Clears what a killed gateway left: a server still running on this cluster is stopped, a stale note about one is made
 * harmless. Call it while holding the data folder's lock only.
 * @returns the process id of a server that had to be stopped.
 */
export async function clearLeftovers(layout: Layout, binaries: Binaries): Promise<number | undefined> {
  const file = await readPostmasterFile(layout.cluster);
  if (!file || !isAlive(file.pid)) return undefined;
  if (await isPostmasterOf(file.pid, layout.cluster)) {
    await stopPostmaster(file.pid, layout, binaries);
    return file.pid;
  }
  await disarmPostmasterFile(layout.cluster);
  return undefined;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ESRCH') throw error;
  }
}
