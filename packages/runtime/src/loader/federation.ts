import { createInstance } from '@module-federation/runtime';
import * as sdk from '@milepost/sdk';
import type { PluginDefinition } from '@milepost/sdk';
import { baseUrlOf } from '../registry/snapshot.ts';
import type { PluginVersion } from '../registry/snapshot.ts';
import { PluginFailure } from './plugin-failure.ts';

/** Loads the entry modules of remotes. */
export interface Federation {
  /** @throws PluginFailure `load` or `definition`. Calling again after a network failure tries again. */
  load(version: PluginVersion): Promise<PluginDefinition>;
}

/**
 * The Module Federation host. It shares one module, the SDK with Lit in it, from the page's own bundle, and loads
 * remotes with `import()`: no script elements and no code from strings, so a strict Content-Security-Policy with Trusted Types holds.
 */
export function createFederation(gatewayUrl: string): Federation {
  const instance = createInstance({
    name: 'milepost',
    remotes: [],
    shareStrategy: 'loaded-first',
    shared: {
      '@milepost/sdk': { version: sdk.sdkVersion, lib: () => sdk, shareConfig: { singleton: true, requiredVersion: false } },
    },
  });
  const tried = new Set<string>();
  return {
    async load(version) {
      const { name, entry, module } = version.manifest.remote;
      // A name that was tried before only comes here again after a failure; its state must not be taken up.
      instance.registerRemotes([{ name, entry: new URL(entry, baseUrlOf(version, gatewayUrl)).href, type: 'module' }], {
        force: tried.has(name),
      });
      tried.add(name);
      const loaded: unknown = await instance.loadRemote(`${name}/${module.replace(/^\.\//, '')}`).catch((error: unknown) => {
        throw new PluginFailure('load', error);
      });
      const plugin = (loaded as { plugin?: unknown } | null)?.plugin;
      if (isDefinition(plugin)) return plugin;
      throw new PluginFailure('definition', 'The entry module does not export a `plugin` made with definePlugin');
    },
  };
}

function isDefinition(value: unknown): value is PluginDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const { views, messages } = value as Partial<PluginDefinition>;
  return typeof views === 'object' && views !== null && typeof messages === 'object' && messages !== null;
}
