import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tryOwnedLock } from '../files/owned-lock.ts';
import type { ReleaseLock } from '../files/owned-lock.ts';

/** Writes a file so that readers see the old or the new one, also after a power cut. `mode` counts before the umask. */
export async function writeAtomically(file: string, text: string, mode = 0o666): Promise<void> {
  const temporary = join(dirname(file), `.tmp-${randomBytes(6).toString('hex')}`);
  const handle = await open(temporary, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  await syncFolder(dirname(file));
}

/** Makes renames inside a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Runs work while holding a lock file: two publishers, also in two processes, come one after the other, however long the first
 * one takes. The lock of a process that died is taken over.
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const release = await acquire(lockFile);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(lockFile: string): Promise<ReleaseLock> {
  for (let attempt = 0; ; attempt++) {
    const taken = await tryOwnedLock(lockFile);
    if ('release' in taken) return taken.release;
    await pause(Math.min(20 * 2 ** attempt, 500));
  }
}
