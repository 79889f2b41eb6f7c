import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VersionEntry } from './versions-file.ts';

/** Replaced builds that stay for pages that are still open. */
const keptReplaced = 3;
const hourMs = 3_600_000;

/** Removes the builds of a version that others replaced, but for the three written last. */
export async function dropReplaced(home: string, version: string, listed: readonly VersionEntry[]): Promise<void> {
  const inUse = new Set(listed.map(({ folder }) => folder));
  const replaced = (await readdir(home)).filter((name) => name.startsWith(`${version}-`) && !inUse.has(name));
  const byTime = (await timed(home, replaced)).sort((a, b) => b.at - a.at);
  await Promise.all(byTime.slice(keptReplaced).map(({ name }) => remove(home, name)));
}

/** Removes what publishers left that were killed more than an hour ago. */
export async function dropKilledPublishers(home: string): Promise<void> {
  const left = (await readdir(home)).filter((name) => /^\.(?:tmp-|lock\.)/.test(name));
  const old = (await timed(home, left)).filter(({ at }) => Date.now() - at > hourMs);
  await Promise.all(old.map(({ name }) => remove(home, name)));
}

async function timed(home: string, names: readonly string[]): Promise<{ readonly name: string; readonly at: number }[]> {
  return await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(home, name)).catch(() => null))?.mtimeMs ?? Date.now() })),
  );
}

async function remove(home: string, name: string): Promise<void> {
  await rm(join(home, name), { recursive: true, force: true });
}
