import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeProblem, validateManifest } from '@milepost/sdk/manifest';
import type { ContractProblem, PluginManifest } from '@milepost/sdk/manifest';

/** A manifest, or why there is none to be used. */
export type ShelvedManifest =
  | { readonly manifest: PluginManifest; readonly problem?: undefined }
  | { readonly manifest?: undefined; readonly problem: ContractProblem };

/**
 * The manifests of published versions. Folders never change once written, so a sound manifest is read once; one that is not sound
 * is looked at again each time, because somebody may mend it.
 */
export class ManifestShelf {
  readonly #folder: string;
  readonly #known = new Map<string, PluginManifest>();

  constructor(registryFolder: string) {
    this.#folder = registryFolder;
  }

  /** The manifest of one version. Never throws for what the disk holds. */
  async get(pluginId: string, folder: string): Promise<ShelvedManifest> {
    const file = join(this.#folder, pluginId, folder, 'plugin.json');
    const known = this.#known.get(file);
    if (known) return { manifest: known };
    try {
      if (!/^[\w+-][\w.+-]*$/.test(folder)) throw new Error(`"${folder}" is no folder name`);
      const result = validateManifest(JSON.parse(await readFile(file, 'utf8')), { built: true });
      if (!result.ok) throw new Error(result.problems.map(describeProblem).join(' '));
      if (result.manifest.id !== pluginId) throw new Error(`id: expected ${pluginId}, got ${result.manifest.id}`);
      this.#known.set(file, result.manifest);
      return { manifest: result.manifest };
    } catch (error) {
      return {
        problem: unusable(`registry/${pluginId}/${folder}/plugin.json`, error instanceof Error ? error.message : String(error)),
      };
    }
  }
}

function unusable(path: string, reason: string): ContractProblem {
  return {
    path,
    code: 'registry.published-manifest',
    message: {
      'zh-CN': `该版本的清单无法使用，已跳过：${reason}`,
      en: `The manifest of this version cannot be used, so it is left out: ${reason}`,
    },
    remedy: {
      'zh-CN': '请从备份恢复该目录，或用更高的版本号重新发布。',
      en: 'Restore the folder from a backup, or publish again with a higher version.',
    },
  };
}
