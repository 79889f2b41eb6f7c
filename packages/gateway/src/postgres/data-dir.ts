import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, mkdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { errnoOf, fromFileError, PostgresStartError } from './errors.ts';
import type { ServerUser } from './server-user.ts';

/** Everything the embedded database keeps, all below one data folder. */
export interface Layout {
  /** What the operator names; holds other files of the gateway too. */
  dataDir: string;
  /** `<dataDir>/postgres`. */
  home: string;
  /** The cluster itself (PGDATA). */
  cluster: string;
  /** Folder of the unix socket, short enough for the 107 bytes the kernel allows. */
  socketDir: string;
  /** Mode 0600; the secret all role passwords are derived from. */
  passwordFile: string;
  lockFile: string;
  logFile: string;
  /** Where copied programs go. */
  programs: string;
}

const SOCKET_NAME = '.s.PGSQL.5432';
const MAX_SOCKET_BYTES = 107;
/** A fresh cluster takes 40 MB and its write-ahead log up to 512 MB; below this a start would soon fail half-way. */
const MIN_FREE_BYTES = 128 * 1024 * 1024;

/**
 * The data folder when nobody named one: `MILEPOST_DATA`, else `.milepost` in the checkout. Root gets a folder outside of
 * the checkout, because the server then runs as `nobody`, who cannot enter /root.
 */
export async function defaultDataDir(checkout: string): Promise<string> {
  const named = process.env['MILEPOST_DATA'];
  if (named) return resolve(named);
  if (process.getuid?.() !== 0) return join(resolve(checkout), '.milepost');
  const folder = createHash('sha256').update(resolve(checkout)).digest('hex').slice(0, 10);
  return join(await systemFolder(), folder);
}

/** `/var/lib/milepost`, or where that cannot be written a folder of root's in the temp directory. */
async function systemFolder(): Promise<string> {
  for (const dir of ['/var/lib/milepost', join(tmpdir(), 'milepost-root')]) {
    try {
      await makeFolder(dir, 0o755);
      await access(dir, constants.W_OK);
      if ((await stat(dir)).uid === 0) return dir;
    } catch {
      continue;
    }
  }
  throw new PostgresStartError('PG_DATA_READONLY', { path: '/var/lib/milepost', detail: 'EACCES' });
}

/** Names all paths below a data folder without touching the disk. */
export async function layoutOf(dataDir: string): Promise<Layout> {
  const root = resolve(dataDir);
  const home = join(root, 'postgres');
  const isRoot = process.getuid?.() === 0;
  return {
    dataDir: root,
    home,
    cluster: join(home, 'data'),
    socketDir: socketDirFor(home),
    passwordFile: join(home, 'password'),
    lockFile: join(root, 'gateway.lock'),
    logFile: join(home, 'postgres.log'),
    programs: isRoot ? join(await systemFolder(), 'programs') : join(home, 'programs'),
  };
}

function socketDirFor(home: string): string {
  const near = join(home, 'run');
  if (Buffer.byteLength(join(near, SOCKET_NAME)) <= MAX_SOCKET_BYTES) return near;
  const id = createHash('sha256').update(home).digest('hex').slice(0, 12);
  return join(Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir(), `milepost-${process.getuid?.() ?? 0}-${id}`);
}

/**
 * Creates the folders with the right owners and refuses folders that cannot serve.
 * @throws PostgresStartError PG_DATA_READONLY, PG_DISK_FULL, PG_DATA_FOREIGN
 */
export async function prepareFolders(layout: Layout, user: ServerUser): Promise<void> {
  try {
    // Others may pass but not list: as root the server's own user has to get through.
    const mode = user.uid === undefined ? 0o700 : 0o711;
    await makeFolder(layout.dataDir, mode);
    await makeFolder(layout.home, mode);
    await access(layout.home, constants.W_OK | constants.X_OK);
    await ownFolder(layout.socketDir, user);
  } catch (error) {
    throw fromFileError(error, layout.dataDir);
  }
  await checkSpace(layout);
}

/** Gives every folder it creates exactly this mode; a strict umask (077 for root is common) would lock the server out. */
async function makeFolder(dir: string, mode: number): Promise<void> {
  const first = await mkdir(dir, { recursive: true, mode }).catch(async (error: unknown) => {
    // On a read-only file system Node answers ENOENT (nodejs/node#47098); asking the parent gives the real reason.
    if (errnoOf(error) === 'ENOENT') await access(await nearestFolder(dir), constants.W_OK);
    throw error;
  });
  if (first === undefined) return;
  for (let made = dir; made.length >= first.length; made = dirname(made)) await chmod(made, mode);
}

async function nearestFolder(dir: string): Promise<string> {
  const parent = dirname(dir);
  const exists = await stat(parent).then(
    () => true,
    () => false,
  );
  return exists || parent === dir ? parent : nearestFolder(parent);
}

async function ownFolder(dir: string, user: ServerUser): Promise<void> {
  await makeFolder(dir, 0o700);
  const me = process.getuid?.();
  if (me === undefined) return;
  const owner = (await stat(dir)).uid;
  if (owner !== me && owner !== user.uid) {
    throw new PostgresStartError('PG_DATA_FOREIGN', { path: dir, detail: `uid ${owner}` });
  }
  if (user.uid !== undefined) await chown(dir, user.uid, user.gid ?? user.uid);
  await chmod(dir, 0o700);
}

/** Removes a socket folder that lies in the temp directory; one in the data folder stays for the next start. */
export async function removeSocketFolder(layout: Layout): Promise<void> {
  if (!layout.socketDir.startsWith(layout.home)) await rm(layout.socketDir, { recursive: true, force: true });
}

async function checkSpace(layout: Layout): Promise<void> {
  const { bavail, bsize } = await statfs(layout.home);
  const free = bavail * bsize;
  if (free >= MIN_FREE_BYTES) return;
  const detail = `${Math.floor(free / 1024 / 1024)} MB < ${MIN_FREE_BYTES / 1024 / 1024} MB`;
  throw new PostgresStartError('PG_DISK_FULL', { path: layout.dataDir, detail });
}
