import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Writes a file so that readers see the old or the new one, also after a power cut. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = join(dirname(file), `.tmp-${randomBytes(6).toString('hex')}`);
  const handle = await open(temporary, 'w');
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

const staleMs = 30_000;

/**
 * Runs work while holding a lock file: two publishers, also in two processes, come one after the other. A lock older
 * than 30 s belongs to a process that was killed and is taken over.
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  await acquire(lockFile);
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function acquire(lockFile: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await (await open(lockFile, 'wx')).close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await stat(lockFile).catch(() => null);
    if (held && Date.now() - held.mtimeMs > staleMs) await rm(lockFile, { force: true });
    else await pause(Math.min(20 * 2 ** attempt, 500));
  }
}
