import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from './program.ts';
import type { Serving } from './program.ts';

/** The business day of every journey: a Friday in the last quarter. */
export const today = '2026-11-20';

/** Settings of every portal that tests start. */
export function portalEnv(dataDir: string, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    MILEPOST_DATA: join(dataDir, 'data'),
    MILEPOST_TODAY: today,
    MILEPOST_LOG: 'warn',
    MILEPOST_LOGINS_PER_MINUTE: '100000',
    PORT: '0',
    ...env,
  };
}

/** An empty folder that the embedded database, which runs as another user under root, may enter. */
export async function newFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `milepost-${name}-`));
  await chmod(folder, 0o711);
  return folder;
}

/** Seeds a data folder once, so that each portal of a run starts from a copy. */
export async function prepareTemplate(): Promise<{ readonly folder: string; readonly first: Serving }> {
  const folder = await newFolder('template');
  try {
    const first = await serve(['start', '--demo'], portalEnv(folder));
    await first.end();
    return { folder, first };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A copy with owners and rights as they are; as root the database's files belong to another user. */
export async function copyTemplate(template: string): Promise<string> {
  const folder = await newFolder('portal');
  await promisify(execFile)('cp', ['-a', join(template, 'data'), join(folder, 'data')]);
  // Sockets and published plugins are made anew at the start.
  await rm(join(folder, 'data', 'registry'), { recursive: true, force: true });
  return folder;
}
