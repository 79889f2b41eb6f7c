import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ContractProblem } from '@milepost/sdk/manifest';
import { writeAtomically } from './atomic-file.ts';
import { RegistryError } from './registry-error.ts';

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
  /** Set when the file cannot be read as it is now: the entries are those read before. */
  readonly problem?: ContractProblem;
}

const none: VersionsFile = { entries: [], mark: 'none' };

/**
 * Reads `versions.json` of a plugin folder, again only when it changed. A missing file is an empty list; a broken one keeps the
 * entries known before, so that one plugin's file harms neither the others nor what is in use.
 */
export async function readVersions(folder: string, known?: VersionsFile): Promise<VersionsFile> {
  const file = join(folder, 'versions.json');
  const info = await stat(file).catch(() => null);
  if (!info) return none;
  const mark = `${info.mtimeMs}-${info.size}-${info.ino}`;
  if (known?.mark === mark) return known;
  try {
    const { versions } = JSON.parse(await readFile(file, 'utf8')) as { readonly versions?: unknown };
    if (!Array.isArray(versions)) throw new TypeError('versions: expected a list');
    return { entries: versions.filter(isEntry), mark };
  } catch (error) {
    return { entries: known?.entries ?? [], mark, problem: brokenFile(basename(folder), error) };
  }
}

/**
 * The versions as a publisher needs them, who writes the file anew.
 * @throws RegistryError when the file is broken: writing it would lose the versions it names.
 */
export async function readVersionsToWrite(folder: string): Promise<readonly VersionEntry[]> {
  const { entries, problem } = await readVersions(folder);
  if (problem) throw new RegistryError(problem.code, [problem]);
  return entries;
}

/** Replaces `versions.json` as a whole. */
export async function writeVersions(folder: string, versions: readonly VersionEntry[]): Promise<void> {
  await writeAtomically(join(folder, 'versions.json'), `${JSON.stringify({ versions }, null, 2)}\n`);
}

function isEntry(value: unknown): value is VersionEntry {
  const entry = value as Partial<VersionEntry> | null;
  return (
    typeof entry?.version === 'string' && typeof entry.folder === 'string' && (entry.status === 'good' || entry.status === 'bad')
  );
}

function brokenFile(pluginId: string, error: unknown): ContractProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    path: `registry/${pluginId}/versions.json`,
    code: 'registry.versions-file',
    message: {
      'zh-CN': `无法读取版本列表：${reason}。继续使用上次读到的版本。`,
      en: `The list of versions cannot be read: ${reason}. The versions read before stay in use.`,
    },
    remedy: {
      'zh-CN': '请从备份恢复该文件，或按 publish.log 重新写出。',
      en: 'Restore the file from a backup, or write it again after publish.log.',
    },
  };
}
