import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PostgresStartError } from './errors.ts';

/** The unprivileged account the server runs as when we are root; the numeric id of `nobody` nearly everywhere. */
const NOBODY = 65534;

/** Who runs the database processes. Empty when we are not root: they run as ourselves. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root, so root hands its processes to `nobody`; anyone else keeps their own identity. */
export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/**
 * Makes sure the server's user can enter `dir`. Asks the system by trying it, so that access lists and mounts count too.
 * @throws PostgresStartError PG_DATA_UNREACHABLE, or PG_CANNOT_DROP_ROOT where switching users is forbidden.
 */
export async function checkReachable(dir: string, user: ServerUser): Promise<void> {
  if (user.uid === undefined) return;
  try {
    await promisify(execFile)('/bin/sh', ['-c', 'test -x "$1"', 'sh', dir], { ...user, cwd: '/' });
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'number') {
      throw new PostgresStartError('PG_DATA_UNREACHABLE', { path: dir }, error);
    }
    throw new PostgresStartError('PG_CANNOT_DROP_ROOT', { detail: String((error as { code?: unknown }).code) }, error);
  }
}
