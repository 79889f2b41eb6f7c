import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { errnoOf, fromFileError, PostgresStartError } from './errors.ts';
import { birthOf } from './process-identity.ts';

/** Why a process has the data folder: a portal serves until it is stopped, a command is done in a while. */
export type LockPurpose = 'serve' | 'command';

interface Owner {
  pid: number;
  purpose?: LockPurpose;
  /** Start moment of the owner, so that a recycled process id is not taken for it. */
  birth: string;
  /** Tells two locks of one process apart. */
  token: string;
}

/** Gives the lock back; harmless when called twice. */
export type ReleaseLock = () => Promise<void>;

/**
 * Takes the data folder for this process, or says who has it. The lock of a process that died is taken over.
 * @param dataDir named in the error only.
 * @throws PostgresStartError PG_LOCKED with the process id of the owner.
 */
export async function takeLock(
  lockFile: string,
  dataDir: string,
  purpose: LockPurpose = 'serve',
): Promise<ReleaseLock> {
  const mine: Owner = {
    pid: process.pid,
    purpose,
    birth: (await birthOf(process.pid)) ?? '',
    token: randomUUID(),
  };
  const draft = `${lockFile}.${mine.token}`;
  try {
    await writeFile(draft, JSON.stringify(mine), { mode: 0o600, flush: true });
    while (!(await tryLink(draft, lockFile))) {
      const owner = await readOwner(lockFile);
      if (owner && (await holds(owner)))
        throw new PostgresStartError('PG_LOCKED', { path: dataDir, pid: owner.pid });
      await clearStale(lockFile, owner);
    }
  } catch (error) {
    throw fromFileError(error, dataDir);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  return async () => {
    if ((await readOwner(lockFile))?.token === mine.token) await rm(lockFile, { force: true });
  };
}

/** Who has the data folder now; undefined when nobody does or its owner has died. */
export async function lockOwner(
  lockFile: string,
): Promise<{ pid: number; purpose: LockPurpose } | undefined> {
  const owner = await readOwner(lockFile);
  if (!owner || !(await holds(owner))) return undefined;
  return { pid: owner.pid, purpose: owner.purpose ?? 'serve' };
}

/** A hard link fails when its name exists, which makes taking the lock one atomic step with its content in place. */
async function tryLink(draft: string, lockFile: string): Promise<boolean> {
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(lockFile: string): Promise<Owner | undefined> {
  try {
    const value = JSON.parse(await readFile(lockFile, 'utf8')) as Partial<Owner>;
    if (!Number.isInteger(value.pid) || typeof value.birth !== 'string') return undefined;
    return value as Owner;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function holds(owner: Owner): Promise<boolean> {
  return (await birthOf(owner.pid)) === owner.birth;
}

/**
 * Two starts may find the same stale lock. Renaming is atomic, so only one gets the file; if what it got turns out to be
 * a fresh lock that the other put there meanwhile, it is linked back.
 */
async function clearStale(lockFile: string, seen: Owner | undefined): Promise<void> {
  const aside = `${lockFile}.stale-${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = await readOwner(aside);
  if (taken && taken.token !== seen?.token) await tryLink(aside, lockFile);
  await rm(aside, { force: true });
}
