import type { Plugin } from 'vite';
import { sharedNames } from './shared-names.ts';

interface SlimContainerOptions {
  /** Absolute path of the plugin's entry module. */
  readonly entry: string;
  /** The exposed name, `./plugin`. */
  readonly exposed: string;
  readonly sharedModule: string;
  /** See `MilepostPluginOptions.apart`. */
  readonly apart: RegExp | null;
}

/**
 * Cuts what Module Federation adds to a remote from nine requests and eleven kilobytes to one file of half a kilobyte.
 *
 * The generated container negotiates versions of many shared modules and loads its helpers as chunks of their own.
 * Our remotes share one module that the host always provides, so a container of the same protocol (`init` with the
 * share scope, `get` of a factory) needs a few lines. The plugin's entry and the module that hands out the shared
 * bindings stay one chunk behind `get`: evaluated earlier, they would find the bindings empty.
 */
export function slimContainer(options: SlimContainerOptions): Plugin {
  return {
    name: 'milepost:slim-container',
    enforce: 'post',
    apply: 'build',
    config(config) {
      const output = ((config.build ??= {}).rolldownOptions ??= {}).output;
      if (!output || Array.isArray(output))
        throw new Error(
          'The federation plugin did not take part: it leaves builds alone under a test runner (NODE_ENV=test, VITEST) and with several outputs.',
        );
      // Shared chunks are named after everything that uses them, which says much and is long.
      output.chunkFileNames = ({ name }) => (name.startsWith('shared') ? 'assets/shared-[hash].js' : 'assets/[name]-[hash].js');
      output.codeSplitting = { groups: chunkGroups(options) };
    },
    configResolved(config) {
      // Vite wraps every import() in a helper that preloads CSS: a chunk and a request that remotes, which carry no
      // CSS files, never need. There is no option for it outside library mode.
      const plugins = config.plugins as Plugin[];
      const index = plugins.findIndex((plugin) => plugin.name === 'native:import-analysis-build');
      if (index >= 0) plugins.splice(index, 1);
    },
    load: {
      order: 'pre',
      handler: (id) => (id.includes('__loadShare__') ? sharedBindings(options.sharedModule) : null),
    },
    transform: {
      order: 'post',
      handler(_code, id) {
        if (id.startsWith('virtual:mf-REMOTE_ENTRY_ID')) return { code: container(options), map: null };
        if (isHostOnly(id)) return { code: 'export {};', map: null };
        return null;
      },
    },
    generateBundle(_options, bundle) {
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type === 'chunk' && output.moduleIds.length > 0 && output.moduleIds.every(isHostOnly)) delete bundle[file];
      }
    },
  };
}

/** Modules the generator adds for pages that start a host; a remote never loads them. */
function isHostOnly(id: string): boolean {
  return id.includes('__H_A_I__') || id.includes('__P_S__');
}

/** What several views share goes into as few chunks as its size justifies: a request costs more than 48 kB of source, 20 kB minified. */
function chunkGroups({ entry, apart }: SlimContainerOptions): ChunkGroup[] {
  const shared = { minShareCount: 2, entriesAware: true };
  const isApart = (id: string): boolean => apart?.test(id) === true;
  const isShared = (id: string): boolean => id !== entry && !id.includes('virtual:mf') && !isApart(id);
  return [
    { name: 'plugin', test: (id) => id === entry || id.includes('__loadShare__'), priority: 20 },
    { name: 'shared-apart', test: isApart, priority: 10, ...shared, entriesAwareMergeThreshold: 4_000 },
    { name: 'shared', test: isShared, priority: 10, ...shared, entriesAwareMergeThreshold: 48_000 },
  ];
}

interface ChunkGroup {
  readonly name: string;
  readonly test: (id: string) => boolean;
  readonly priority: number;
  readonly minShareCount?: number;
  readonly entriesAware?: boolean;
  readonly entriesAwareMergeThreshold?: number;
}

/**
 * Everything the shared module exports, read from the place where the container put it. The generated module lists only the
 * names its own scan of the sources had met by then, and on a busy machine that scan ends early.
 */
function sharedBindings(sharedModule: string): string {
  return `export const { ${sharedNames.join(', ')} } = globalThis.__mf_module_cache__.share['default:${sharedModule}'];`;
}

function container({ entry, exposed, sharedModule }: SlimContainerOptions): string {
  return `
const modules = { ${JSON.stringify(exposed)}: () => import(${JSON.stringify(entry)}) };
let ready;

async function provide(scope) {
  const cache = (globalThis.__mf_module_cache__ ??= { share: {}, remote: {} });
  if (cache.share['default:${sharedModule}']) return;
  const versions = Object.values(scope['${sharedModule}'] ?? {});
  const provider = versions.find((version) => version.loaded) ?? versions[0];
  if (!provider) throw new Error('The host does not provide ${sharedModule}');
  const factory = provider.lib ?? (await provider.get());
  cache.share['default:${sharedModule}'] = factory();
}

export function init(scope) {
  return (ready ??= provide(scope));
}

export async function get(name) {
  const load = modules[name];
  if (!load) throw new Error('The remote has no module ' + name);
  const loaded = await load();
  return () => loaded;
}
`;
}
