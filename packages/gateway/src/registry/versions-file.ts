import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './atomic-file.ts';

/** One published version. */
export interface VersionEntry {
  readonly version: string;
  readonly folder: string;
  /** ISO UTC. */
  readonly publishedAt: string;
  readonly status: 'good' | 'bad';
  /** Why it is bad. */
  readonly reason?: string;
}

/** The versions of a plugin as they were read, with a mark that changes when the file does. */
export interface VersionsFile {
  readonly entries: readonly VersionEntry[];
  readonly mark: string;
}

const none: VersionsFile = { entries: [], mark: 'none' };

/** Reads `versions.json` of a plugin folder, again only when it changed. A missing file is an empty list. */
export async function readVersions(folder: string, known?: VersionsFile): Promise<VersionsFile> {
  const file = join(folder, 'versions.json');
  const info = await stat(file).catch(() => null);
  if (!info) return none;
  const mark = `${info.mtimeMs}-${info.size}-${info.ino}`;
  if (known?.mark === mark) return known;
  const parsed = JSON.parse(await readFile(file, 'utf8')) as { versions?: unknown };
  return { entries: Array.isArray(parsed.versions) ? parsed.versions.filter(isEntry) : [], mark };
}

/** Replaces `versions.json` as a whole. */
export async function writeVersions(folder: string, versions: readonly VersionEntry[]): Promise<void> {
  await writeAtomically(join(folder, 'versions.json'), `${JSON.stringify({ versions }, null, 2)}\n`);
}

function isEntry(value: unknown): value is VersionEntry {
  const entry = value as Partial<VersionEntry> | null;
  return typeof entry?.version === 'string' && typeof entry.folder === 'string' && (entry.status === 'good' || entry.status === 'bad');
}
