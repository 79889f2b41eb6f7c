import { createHash, randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../audit/canonical.ts';
import { withLock } from './atomic-file.ts';

/** What was done to a registry. */
export interface PublishEvent {
  readonly action: 'plugin.published' | 'plugin.replaced' | 'plugin.rolled-back';
  readonly plugin: string;
  /** Published, or gone back to. */
  readonly version: string;
  /** Folder name with the hash of the bytes. */
  readonly folder?: string;
  /** Versions that a rollback took out of use, and why. */
  readonly disabled?: readonly string[];
  readonly reason?: string;
}

/** A line of the log. */
export interface PublishEntry extends PublishEvent {
  /** Tells the log of one registry from that of another; the same in every line. */
  readonly registry: string;
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  /** User of the operating system. */
  readonly by: string;
  /** Hash of the line before; 64 zeros in the first. */
  readonly prev: string;
  readonly hash: string;
}

/** A line as it was read. */
export interface ReadEntry extends PublishEntry {
  /** False when it does not follow from the line before or is not what was hashed. */
  readonly intact: boolean;
}

const none = '0'.repeat(64);

/** Where a registry keeps what was done to it. */
export function publishLogFile(registryFolder: string): string {
  return join(registryFolder, 'publish.log');
}

/**
 * Adds a line; it is on disk when this returns. Called before the change itself takes effect: a publisher killed in between
 * leaves a line too many, never a change without a line. Publishers of several plugins come one after the other.
 */
export async function appendPublishLog(registryFolder: string, event: PublishEvent): Promise<void> {
  const file = publishLogFile(registryFolder);
  await withLock(`${file}.lock`, async () => {
    const { entries, length } = await readPublishLog(registryFolder);
    const last = entries.at(-1);
    const body = {
      registry: last?.registry ?? randomUUID(),
      seq: (last?.seq ?? 0) + 1,
      at: new Date().toISOString(),
      by: userName(),
      ...event,
      prev: last?.hash ?? none,
    };
    const handle = await open(file, 'a', 0o644);
    try {
      // A torn last line was never confirmed to anybody.
      await handle.truncate(length);
      await handle.writeFile(`${JSON.stringify({ ...body, hash: hashOf(body) })}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

/** All whole lines, and the bytes they take. A line that is no JSON ends the log. */
export async function readPublishLog(
  registryFolder: string,
): Promise<{ readonly entries: readonly ReadEntry[]; readonly length: number }> {
  const text = await readFile(publishLogFile(registryFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const entries: ReadEntry[] = [];
  let length = 0;
  for (const line of text.split('\n').slice(0, -1)) {
    const entry = parse(line);
    if (!entry) break;
    const before = entries.at(-1);
    const { hash, ...body } = entry;
    const follows =
      entry.prev === (before?.hash ?? none) &&
      entry.seq === entries.length + 1 &&
      (!before || before.registry === entry.registry);
    entries.push({ ...entry, intact: follows && hashOf(body) === hash });
    length += Buffer.byteLength(line) + 1;
  }
  return { entries, length };
}

function parse(line: string): PublishEntry | null {
  try {
    const entry = JSON.parse(line) as Partial<PublishEntry> | null;
    return typeof entry?.hash === 'string' && typeof entry.registry === 'string' && Number.isInteger(entry.seq)
      ? (entry as PublishEntry)
      : null;
  } catch {
    return null;
  }
}

function hashOf(body: object): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

/** Containers may run as a number without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
