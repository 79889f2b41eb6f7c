import { setTimeout as sleep } from 'node:timers/promises';
import { connectionString } from './connection-string.ts';
import { layoutOf } from './data-dir.ts';
import type { Layout } from './data-dir.ts';
import { PostgresStartError } from './errors.ts';
import { SUPERUSER } from './initdb.ts';
import { lockOwner } from './lock.ts';
import { loadPasswords } from './password.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import type { Endpoint } from './settings.ts';
import { startPostgres } from './start-postgres.ts';
import type { EmbeddedPostgres, StartPostgresOptions } from './start-postgres.ts';

/** How to get at the embedded database of a data folder. */
export interface UsePostgresOptions extends Omit<StartPostgresOptions, 'purpose'> {
  /** Called once when another process has to finish first: a command, or a portal that is still starting. */
  onWait?: (pid: number) => void;
  /** Ends the waiting. */
  signal?: AbortSignal;
}

const POLL_MS = 200;
/** The longest a command waits for another one; an import of a large company takes about a minute. */
const WAIT_MS = 10 * 60_000;

/**
 * The database of a data folder for a command: the server that a running portal has there, else one of its own. `stop` of a
 * joined server does nothing, since it belongs to the portal.
 * @throws PostgresStartError PG_LOCKED after ten minutes behind another command, and everything `startPostgres` throws.
 */
export async function usePostgres(options: UsePostgresOptions): Promise<EmbeddedPostgres> {
  const { onWait, signal, ...start } = options;
  const layout = await layoutOf(options.dataDir);
  const deadline = Date.now() + WAIT_MS;
  let told = false;
  for (;;) {
    const joined = await joinPortal(layout);
    if (joined) return joined;
    try {
      return await startPostgres({ ...start, purpose: 'command' });
    } catch (error) {
      if (!(error instanceof PostgresStartError) || error.code !== 'PG_LOCKED') throw error;
      if (Date.now() > deadline) throw error;
    }
    const owner = await lockOwner(layout.lockFile);
    if (owner && !told) onWait?.(owner.pid);
    told ||= owner !== undefined;
    await sleep(POLL_MS, undefined, { signal });
  }
}

/** The server of a portal that serves from this folder; undefined while it still starts or when there is none. */
async function joinPortal(layout: Layout): Promise<EmbeddedPostgres | undefined> {
  const owner = await lockOwner(layout.lockFile);
  if (owner?.purpose !== 'serve') return undefined;
  const file = await readPostmasterFile(layout.cluster);
  if (file?.status !== 'ready') return undefined;
  const passwordOf = await loadPasswords(layout.passwordFile, true);
  const endpoint: Endpoint = file.socketDir ? { socketDir: file.socketDir } : { port: file.port };
  const url = (role: string, database: string): string => connectionString(endpoint, role, passwordOf(role), database);
  return {
    url,
    adminUrl: url(SUPERUSER, 'postgres'),
    passwordOf,
    pid: file.pid,
    stop: () => Promise.resolve(),
  };
}
