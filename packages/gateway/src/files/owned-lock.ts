import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { birthOf } from '../postgres/process-identity.ts';

/** Who holds a lock file. */
export interface LockOwner {
  readonly pid: number;
  /** Start moment of the owner, so that a recycled process id is not taken for it. */
  readonly birth: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
  /** What the owner took it for, where that matters to others. */
  readonly purpose?: string;
}

/** Gives the lock back; harmless when called twice or when the lock is somebody else's by now. */
export type ReleaseLock = () => Promise<void>;

/**
 * Takes a lock file for this process, or answers who has it. However long its owner works, a lock holds while that process
 * lives; the lock of a process that died is taken over.
 * @throws NodeJS.ErrnoException when the folder cannot be written.
 */
export async function tryOwnedLock(
  lockFile: string,
  purpose?: string,
): Promise<{ readonly release: ReleaseLock } | { readonly owner: LockOwner }> {
  const mine: LockOwner = {
    pid: process.pid,
    ...(purpose === undefined ? {} : { purpose }),
    birth: (await birthOf(process.pid)) ?? '',
    token: randomUUID(),
  };
  const draft = `${lockFile}.${mine.token}`;
  try {
    await writeFile(draft, JSON.stringify(mine), { mode: 0o600, flush: true });
    while (!(await tryLink(draft, lockFile))) {
      const owner = await readOwner(lockFile);
      if (owner && (await holds(owner))) return { owner };
      await clearStale(lockFile, owner);
    }
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  return {
    release: async () => {
      if ((await readOwner(lockFile))?.token === mine.token) await rm(lockFile, { force: true });
    },
  };
}

/** Who holds a lock now; undefined when nobody does or its owner has died. */
export async function ownerOf(lockFile: string): Promise<LockOwner | undefined> {
  const owner = await readOwner(lockFile);
  return owner && (await holds(owner)) ? owner : undefined;
}

/** A hard link fails when its name exists, which makes taking the lock one atomic step with its content in place. */
async function tryLink(draft: string, lockFile: string): Promise<boolean> {
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(lockFile: string): Promise<LockOwner | undefined> {
  try {
    const value = JSON.parse(await readFile(lockFile, 'utf8')) as Partial<LockOwner>;
    if (!Number.isInteger(value.pid) || typeof value.birth !== 'string') return undefined;
    return value as LockOwner;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function holds(owner: LockOwner): Promise<boolean> {
  return (await birthOf(owner.pid)) === owner.birth;
}

/**
 * Two processes may find the same stale lock. Renaming is atomic, so only one gets the file; if what it got turns out to be
 * a fresh lock that the other put there meanwhile, it is linked back.
 */
async function clearStale(lockFile: string, seen: LockOwner | undefined): Promise<void> {
  if ((await readOwner(lockFile))?.token !== seen?.token) return;
  const aside = `${lockFile}.stale-${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = await readOwner(aside);
  if (taken && taken.token !== seen?.token) await tryLink(aside, lockFile);
  await rm(aside, { force: true });
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}
