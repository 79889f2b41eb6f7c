import { ownerOf, tryOwnedLock } from '../files/owned-lock.ts';
import type { ReleaseLock } from '../files/owned-lock.ts';
import { fromFileError, PostgresStartError } from './errors.ts';

/** Why a process has the data folder: a portal serves until it is stopped, a command is done in a while. */
export type LockPurpose = 'serve' | 'command';

/**
 * Takes the data folder for this process, or says who has it. The lock of a process that died is taken over.
 * @param dataDir named in the error only.
 * @throws PostgresStartError PG_LOCKED with the process id of the owner.
 */
export async function takeLock(lockFile: string, dataDir: string, purpose: LockPurpose = 'serve'): Promise<ReleaseLock> {
  try {
    const taken = await tryOwnedLock(lockFile, purpose);
    if ('release' in taken) return taken.release;
    throw new PostgresStartError('PG_LOCKED', { path: dataDir, pid: taken.owner.pid });
  } catch (error) {
    throw fromFileError(error, dataDir);
  }
}

/** Who has the data folder now; undefined when nobody does or its owner has died. */
export async function lockOwner(lockFile: string): Promise<{ pid: number; purpose: LockPurpose } | undefined> {
  const owner = await ownerOf(lockFile);
  return owner && { pid: owner.pid, purpose: owner.purpose === 'command' ? 'command' : 'serve' };
}
