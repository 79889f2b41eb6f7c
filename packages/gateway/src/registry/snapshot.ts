import { createHash } from 'node:crypto';
import { unknownPluginProblem } from './unknown-plugin.ts';
import type { ContractProblem, PluginManifest } from '@milepost/sdk/manifest';
import type { PortalFile } from '@milepost/sdk/portal';
import { pluginConfig } from '../records/plugin-config.ts';
import { resolveVersion } from './registry.ts';
import type { PublishedVersion, RegistryState } from './registry.ts';

/** One version as browsers get it. */
export interface SnapshotVersion {
  readonly version: string;
  readonly baseUrl: string;
  /** Without integrity and the schemas of collections: the page's import map and the gateway have those. */
  readonly manifest: PluginManifest;
}

/** Which version of each plugin a portal uses, resolved at one moment. */
export interface RegistrySnapshot {
  /** The same content has the same id. */
  readonly id: string;
  readonly plugins: readonly (SnapshotVersion & {
    readonly id: string;
    readonly config: Readonly<Record<string, unknown>>;
    readonly lastKnownGood: SnapshotVersion | null;
  })[];
  readonly problems: readonly ContractProblem[];
}

/** Resolves every plugin of a portal. A plugin without a usable version is left out and named in the problems, and so are files of the registry that cannot be read. */
export function buildSnapshot(state: RegistryState, portal: Pick<PortalFile, 'plugins'> | null): RegistrySnapshot {
  const problems: ContractProblem[] = [...state.problems];
  const plugins = Object.entries(portal?.plugins ?? {}).flatMap(([id, { version, config = {} }]) => {
    const found = resolveVersion(state, id, version);
    if (!found) {
      problems.push(unknownPluginProblem(id, version, state));
      return [];
    }
    return [
      {
        id,
        ...forBrowsers(found.current),
        config: pluginConfig(found.current.manifest, config),
        lastKnownGood: found.lastKnownGood && forBrowsers(found.lastKnownGood),
      },
    ];
  });
  const id = createHash('sha256')
    .update(JSON.stringify([plugins, problems]))
    .digest('hex')
    .slice(0, 16);
  return { id, plugins, problems };
}

/** Where the files of a version are served. */
export function baseUrlOf({ pluginId, folder }: Pick<PublishedVersion, 'pluginId' | 'folder'>): string {
  return `/plugins/${pluginId}/${folder}/`;
}

function forBrowsers(published: PublishedVersion): SnapshotVersion {
  const { collections, ...rest } = published.manifest;
  const manifest: PluginManifest = {
    ...rest,
    ...(collections && { collections: collections.map((collection) => ({ ...collection, schema: {} })) }),
  };
  for (const name of ['integrity', '$schema'] as const) Reflect.deleteProperty(manifest, name);
  return { version: published.version, baseUrl: baseUrlOf(published), manifest };
}
