import { execFile } from 'node:child_process';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Layout } from './data-dir.ts';
import { errnoOf, fromFileError, PostgresStartError } from './errors.ts';
import { cleanEnvironment, explainSpawn, meaningfulLine } from './programs.ts';
import type { ServerUser } from './server-user.ts';

/** The superuser of the embedded cluster. */
export const SUPERUSER = 'postgres';

/**
 * True when a finished cluster is there. A cluster gets its final name only when it is complete, so a folder under that
 * name without a version is damage, not an interrupted start.
 * @throws PostgresStartError PG_VERSION_MISMATCH when another major version made it.
 */
export async function hasCluster(layout: Layout, binaries: Binaries): Promise<boolean> {
  let found: string;
  try {
    found = (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw fromFileError(error, layout.dataDir);
    if (await isEmptyOrMissing(layout.cluster)) return false;
    const detail = `${layout.cluster} holds files but no PG_VERSION`;
    throw new PostgresStartError('PG_START_FAILED', { path: layout.logFile, detail }, error);
  }
  if (found === binaries.major) return true;
  throw new PostgresStartError('PG_VERSION_MISMATCH', {
    path: layout.dataDir,
    found,
    expected: binaries.major,
  });
}

async function isEmptyOrMissing(dir: string): Promise<boolean> {
  const names = await readdir(dir).catch(() => []);
  return names.length === 0;
}

/**
 * Makes a cluster: UTF-8, sorted by code point with the Unicode rules built into the server, so that neither the machine's
 * locale nor an upgrade of its C library changes an index. Works in a sibling folder and renames it when everything is
 * on the disk; whatever an interrupted attempt left is removed first.
 * @param durable false skips syncing, for databases of tests.
 * @throws PostgresStartError PG_INITDB_FAILED, PG_DISK_FULL, PG_BINARIES_UNUSABLE, PG_CANNOT_DROP_ROOT
 */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  user: ServerUser,
  password: string,
  durable: boolean,
): Promise<void> {
  await removeLeftovers(layout);
  const workshop = join(layout.home, `initdb-${process.pid}`);
  const cluster = join(workshop, 'data');
  try {
    await mkdir(workshop, { mode: 0o700 });
    const passwordFile = join(workshop, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await giveTo(user, workshop, passwordFile);
    await runInitdb(binaries, user, cluster, passwordFile, durable);
    await rm(layout.cluster, { recursive: true, force: true });
    await rename(cluster, layout.cluster);
    if (durable) await syncFolder(dirname(layout.cluster));
  } catch (error) {
    throw explain(error, layout, binaries);
  } finally {
    await rm(workshop, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function removeLeftovers(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.home)) {
    // The initdb of a killed start may write for a moment longer, which makes a folder refuse to go.
    if (/^initdb-\d+$/.test(name))
      await rm(join(layout.home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function giveTo(user: ServerUser, ...paths: string[]): Promise<void> {
  if (user.uid === undefined) return;
  for (const path of paths) await chown(path, user.uid, user.gid ?? user.uid);
}

async function runInitdb(
  binaries: Binaries,
  user: ServerUser,
  cluster: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const args = [
    ...['-D', cluster, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ];
  await promisify(execFile)(binaries.initdb, args, {
    ...user,
    cwd: dirname(cluster),
    env: cleanEnvironment(),
  });
}

async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explain(error: unknown, layout: Layout, binaries: Binaries): unknown {
  const errno = errnoOf(error);
  const output = (error as { stderr?: string }).stderr ?? '';
  if (/no space left on device|disk quota exceeded/i.test(output)) {
    return new PostgresStartError('PG_DISK_FULL', { path: layout.dataDir, detail: 'ENOSPC' }, error);
  }
  if (output || typeof (error as { code?: unknown }).code === 'number') {
    const detail = meaningfulLine(output) || `${basename(binaries.initdb)} ended with an error`;
    return new PostgresStartError('PG_INITDB_FAILED', { path: layout.dataDir, detail }, error);
  }
  return explainSpawn(errno, binaries.initdb, error) ?? fromFileError(error, layout.dataDir);
}
