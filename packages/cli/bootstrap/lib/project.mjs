import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOnly } from './messages.mjs';

/** The checkout: the folder with the root package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** What the bootstrap keeps between runs: a Node of its own, logs, notes on what was built. Safe to delete. */
export const cache = join(root, '.cache');

/**
 * Makes sure the checkout can be written. Asked only when something has to be written, so that a prepared checkout on a
 * read-only disk still starts.
 */
export function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
    mkdirSync(join(cache, 'logs'), { recursive: true });
    accessSync(join(cache, 'logs'), constants.W_OK);
  } catch {
    throw readOnly(root);
  }
}
