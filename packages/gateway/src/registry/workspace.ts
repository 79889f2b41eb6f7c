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
export async function publishWorkspace(registry: Registry, pluginsFolder: string, seen = new Map<string, string>()): Promise<readonly WorkspaceResult[]> {
  const names = await readdir(pluginsFolder).catch(() => []);
  const results: WorkspaceResult[] = [];
  for (const name of names.sort()) {
    const dist = join(pluginsFolder, name, 'dist');
    // The manifest is the last file that a build writes.
    const written = await stat(join(dist, 'plugin.json')).catch(() => null);
    if (!written || seen.get(dist) === String(written.mtimeMs)) continue;
    seen.set(dist, String(written.mtimeMs));
    try {
      results.push(await registry.publish(dist, { replace: true }));
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      results.push({ folder: dist, outcome: 'refused', reason: error.message });
    }
  }
  return results;
}
