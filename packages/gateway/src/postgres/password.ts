import { createHmac, randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { errnoOf, fromFileError, PostgresStartError } from './errors.ts';

const SECRET_PATTERN = /^[0-9a-f]{64}$/;

/** Gives each role a password of its own, so that whoever learns the application's cannot become the superuser. */
export type PasswordOf = (role: string) => string;

/**
 * Reads the secret of this data folder, or makes one for a folder without a cluster.
 * @throws PostgresStartError PG_PASSWORD_MISSING when a cluster exists whose secret is gone.
 */
export async function loadPasswords(file: string, clusterExists: boolean): Promise<PasswordOf> {
  const secret = (await readSecret(file)) ?? (clusterExists ? undefined : await writeSecret(file));
  if (!secret) throw new PostgresStartError('PG_PASSWORD_MISSING', { path: file });
  return (role) => createHmac('sha256', secret).update(`milepost role ${role}`).digest('hex');
}

async function readSecret(file: string): Promise<string | undefined> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    return SECRET_PATTERN.test(text) ? text : undefined;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw fromFileError(error, file);
  }
}

async function writeSecret(file: string): Promise<string> {
  const secret = randomBytes(32).toString('hex');
  try {
    await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  } catch (error) {
    throw fromFileError(error, file);
  }
  return secret;
}
