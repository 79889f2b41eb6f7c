import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Layout } from './data-dir.ts';
import { errnoOf, fromFileError, PostgresStartError } from './errors.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { cleanEnvironment, explainSpawn, meaningfulLine } from './programs.ts';
import type { ServerUser } from './server-user.ts';
import { settingArguments } from './settings.ts';
import type { Settings } from './settings.ts';

const POLL_MS = 10;
/** Recovery after a crash replays at most 512 MB of log; a minute is far beyond that even on a slow disk. */
const READY_TIMEOUT_MS = 60_000;
/** Sessions that outlived a killed server notice within a second or two; until then a new one must wait. */
const ORPHANS_TIMEOUT_MS = 15_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** What a server process needs to know to be started. */
export interface PostmasterOptions {
  layout: Layout;
  binaries: Binaries;
  user: ServerUser;
  settings: Settings;
}

/** A server that accepts connections. `exited` settles when the process is gone. */
export interface Postmaster {
  pid: number;
  child: ChildProcess;
  exited: Promise<void>;
}

/**
 * Starts the server and waits until it accepts connections.
 * @throws PostgresStartError PG_START_FAILED with PostgreSQL's own reason, PG_DISK_FULL, PG_BINARIES_UNUSABLE
 */
export async function runPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const deadline = Date.now() + ORPHANS_TIMEOUT_MS;
  for (;;) {
    const logStart = await rotateLog(options.layout.logFile);
    const postmaster = await spawnPostmaster(options);
    if (await becomesReady(postmaster, options.layout.cluster)) return postmaster;
    const reason = (await readFile(options.layout.logFile, 'utf8').catch(() => '')).slice(logStart);
    if (!/shared memory block .* is still in use/.test(reason) || Date.now() > deadline) {
      throw startFailure(reason, options.layout);
    }
    await sleep(100);
  }
}

async function spawnPostmaster({ layout, binaries, user, settings }: PostmasterOptions): Promise<Postmaster> {
  const log = await open(layout.logFile, 'a', 0o600).catch((error: unknown) => {
    throw fromFileError(error, layout.dataDir);
  });
  try {
    const child = spawn(binaries.postgres, ['-D', layout.cluster, ...settingArguments(settings)], {
      ...user,
      cwd: layout.cluster,
      env: cleanEnvironment(),
      // Its own process group: Ctrl-C in a terminal reaches the gateway alone, which then stops the server in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    const exited = once(child, 'exit').then(() => undefined);
    exited.catch(() => undefined);
    await once(child, 'spawn');
    child.unref();
    return { pid: child.pid ?? 0, child, exited };
  } catch (error) {
    throw explainSpawn(errnoOf(error), binaries.postgres, error) ?? error;
  } finally {
    await log.close();
  }
}

async function becomesReady(postmaster: Postmaster, cluster: string): Promise<boolean> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (postmaster.child.exitCode !== null || postmaster.child.signalCode !== null) return false;
    const file = await readPostmasterFile(cluster);
    if (file?.pid === postmaster.pid && file.status === 'ready') return true;
    await sleep(POLL_MS);
  }
  postmaster.child.kill('SIGQUIT');
  await postmaster.exited;
  return false;
}

function startFailure(output: string, layout: Layout): PostgresStartError {
  if (/no space left on device|disk quota exceeded/i.test(output)) {
    return new PostgresStartError('PG_DISK_FULL', { path: layout.dataDir, detail: 'ENOSPC' });
  }
  const detail = meaningfulLine(output) || `not ready after ${READY_TIMEOUT_MS / 1000} s`;
  return new PostgresStartError('PG_START_FAILED', { path: layout.logFile, detail });
}

/** Keeps one old log; returns the size of the current one, where the next server's lines begin. */
async function rotateLog(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (info) => info.size,
    () => 0,
  );
  if (size < LOG_LIMIT_BYTES) return size;
  await rename(logFile, `${logFile}.1`);
  return 0;
}
