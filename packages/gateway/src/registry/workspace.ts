import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry, PublishResult } from './registry.ts';
import { RegistryError } from './registry-error.ts';

/** What became of one build of the workspace. */
export type WorkspaceResult = PublishResult | { readonly folder: string; readonly outcome: 'refused'; readonly reason: string };

/**
 * Publishes `plugins/<name>/dist` of a checkout, replacing builds of the same version whose bytes changed. A build that is not sound is
 * answered as refused and does not stop the others. `seen` remembers builds between calls, so that watching is cheap.
 */
export async function publishWorkspace(
  registry: Registry,
  pluginsFolder: string,
  seen = new Map<string, string>(),
): Promise<readonly WorkspaceResult[]> {
  const names = await readdir(pluginsFolder).catch(() => []);
  const results: WorkspaceResult[] = [];
  for (const name of names.sort()) {
    const dist = join(pluginsFolder, name, 'dist');
    const written = await stat(join(dist, 'plugin.json')).catch(() => null);
    const mark = String(written?.mtimeMs);
    if (!written || seen.get(dist) === mark) continue;
    try {
      results.push(await registry.publish(dist, { replace: true }));
      seen.set(dist, mark);
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      // The build may still be writing: it is tried again, and named once.
      const refused = `${mark} refused`;
      if (seen.get(dist) !== refused) results.push({ folder: dist, outcome: 'refused', reason: error.message });
      seen.set(dist, refused);
    }
  }
  return results;
}
