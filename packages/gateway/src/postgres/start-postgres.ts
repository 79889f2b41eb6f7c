import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { findBinaries } from './binaries.ts';
import { connectionString } from './connection-string.ts';
import { layoutOf, prepareFolders } from './data-dir.ts';
import { createCluster, hasCluster, SUPERUSER } from './initdb.ts';
import { Keeper } from './keeper.ts';
import type { PostgresProgress } from './keeper.ts';
import { takeLock } from './lock.ts';
import type { LockPurpose } from './lock.ts';
import { loadPasswords } from './password.ts';
import { checkReachable, serverUser } from './server-user.ts';
import { serverSettings } from './settings.ts';
import type { Endpoint, Settings } from './settings.ts';
import { clearLeftovers } from './stop-postmaster.ts';

/** How to start the embedded database. */
export interface StartPostgresOptions {
  /** Absolute path; `defaultDataDir()` names the usual one. */
  dataDir: string;
  onProgress?: (progress: PostgresProgress) => void;
  /** Server settings on top of ours. `fsync: 'off'` is for databases of tests and skips all syncing. */
  settings?: Settings;
  /** `command` for work that ends by itself: other commands then wait instead of joining a server about to stop. */
  purpose?: LockPurpose;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Connection string of a role; carries the role's own password, which `passwordOf` names for `CREATE ROLE`. */
  url(role: string, database: string): string;
  /** Connection string of the superuser to the database `postgres`. */
  readonly adminUrl: string;
  /** The password `url` uses for a role. Migrations set it, at every start, with `ALTER ROLE … PASSWORD`. */
  passwordOf(role: string): string;
  /** Process id of the server; changes when a crashed server was restarted. */
  readonly pid: number;
  /** Fast shutdown; resolves when the server is gone and the data folder is free. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, creating its cluster at the first start.
 * A server that a killed gateway left behind is stopped first. If this process dies, the server stops by itself.
 * @throws PostgresStartError with a stable code and one line in Chinese and English.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<EmbeddedPostgres> {
  const layout = await layoutOf(options.dataDir);
  const user = serverUser();
  const binaries = await findBinaries(layout.programs, user.uid !== undefined);
  await prepareFolders(layout, user);
  await checkReachable(layout.home, user);
  const unlock = await takeLock(layout.lockFile, layout.dataDir, options.purpose);
  try {
    const report = options.onProgress ?? (() => undefined);
    const exists = await hasCluster(layout, binaries);
    const passwordOf = await loadPasswords(layout.passwordFile, exists);
    if (exists) {
      const stopped = await clearLeftovers(layout, binaries);
      if (stopped !== undefined) report({ step: 'stop-leftover', state: 'end', pid: stopped });
    } else {
      const begun = performance.now();
      report({ step: 'create', state: 'begin' });
      const durable = options.settings?.['fsync'] !== 'off';
      await createCluster(layout, binaries, user, passwordOf(SUPERUSER), durable);
      report({ step: 'create', state: 'end', durationMs: performance.now() - begun });
    }
    const endpoint = await chooseEndpoint(layout.socketDir);
    const settings = serverSettings(endpoint, options.settings);
    const keeper = new Keeper({ layout, binaries, user, settings }, unlock, report);
    await keeper.start();
    return embeddedPostgres(keeper, endpoint, passwordOf);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function embeddedPostgres(keeper: Keeper, endpoint: Endpoint, passwordOf: (role: string) => string): EmbeddedPostgres {
  const url = (role: string, database: string) => connectionString(endpoint, role, passwordOf(role), database);
  return {
    url,
    adminUrl: url(SUPERUSER, 'postgres'),
    passwordOf,
    get pid() {
      return keeper.pid;
    },
    stop: () => keeper.stop(),
  };
}

async function chooseEndpoint(socketDir: string): Promise<Endpoint> {
  if (process.platform !== 'win32') return { socketDir };
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return { port };
}
