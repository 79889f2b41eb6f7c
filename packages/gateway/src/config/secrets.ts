import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

/** The secret that signs sessions and cursors: from the configuration, else made once and kept in the data folder. */
export async function loadSecret(dataDir: string, configured: string | undefined): Promise<string> {
  if (configured) return configured;
  return keepText(join(dataDir, 'keys'), 'session.secret', () => randomBytes(48).toString('base64url'));
}

/** Reads a file of the folder, or creates it, readable by us alone. Two processes that race agree on one content. */
export async function keepText(folder: string, name: string, make: () => string | Promise<string>): Promise<string> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (file) {
      await file.writeFile(await make());
      await file.sync();
      await file.close();
    }
    const text = (await readFile(path, 'utf8')).trim();
    if (text === '') throw new Error('is empty');
    return text;
  } catch (error) {
    throw new ConfigError('CONFIG_FILE', `${path} (${error instanceof Error ? error.message : String(error)})`, error);
  }
}
