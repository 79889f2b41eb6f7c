import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { federation } from '@module-federation/vite';
import type { PluginOption, UserConfig } from 'vite';
import { remoteNameOf, validateManifest } from '../manifest/validate.ts';
import type { PluginManifest } from '../manifest/types.ts';
import { guardBundle } from './guard-bundle.ts';
import { slimContainer } from './slim-container.ts';
import { writeManifest } from './write-manifest.ts';

/** Where the parts of a plugin folder are, when they are not in the usual places. */
export interface MilepostPluginOptions {
  /** The plugin's folder; the current one by default. */
  readonly root?: string;
  /** Where the build goes, relative to the folder; `dist` by default. */
  readonly outDir?: string;
  /** Adds source maps. Off by default: they are not part of what is published. */
  readonly sourcemap?: boolean;
  /**
   * Modules (by their path) that are never put into one file with what several views share. For a library that one page and the
   * parts it loads later use: without it, small widgets would carry the library too.
   */
  readonly apart?: RegExp;
}

const sharedModule = '@milepost/sdk';

/**
 * The Vite configuration of a plugin folder. `vite build` writes a Module Federation remote with its manifest and
 * the integrity of every file to `dist`; `vite build --watch` keeps it fresh for a gateway that serves the workspace.
 *
 * ```ts
 * import { milepostPlugin } from '@milepost/sdk/vite';
 * export default milepostPlugin();
 * ```
 *
 * @throws Error with one line per problem when `plugin.json` is missing or wrong.
 */
export function milepostPlugin(options: MilepostPluginOptions = {}): UserConfig {
  const root = resolve(options.root ?? '.');
  const manifest = readManifest(root);
  const entry = resolve(root, 'src/index.ts');
  return {
    root,
    base: '',
    build: {
      outDir: options.outDir ?? 'dist',
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      manifest: false,
      sourcemap: options.sourcemap ?? false,
      // Shared chunks are named `shared~a~b`; the registry takes file names that need no escaping anywhere.
      rolldownOptions: { input: entry, output: { sanitizeFileName: (name) => name.replace(/[^A-Za-z0-9._-]+/g, '-') } },
    },
    worker: { format: 'es' },
    // Lit's decorators, also where a plugin's own tsconfig.json does not ask for them.
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      federation({
        name: manifest.remote.name,
        filename: manifest.remote.entry,
        exposes: { [manifest.remote.module]: './src/index.ts' },
        shared: { [sharedModule]: { singleton: true, import: false, requiredVersion: '*' } },
        shareStrategy: 'loaded-first',
        disableRemote: true,
        disableSnapshot: true,
        experiments: { externalRuntime: true },
        dts: false,
        manifest: false,
        target: 'web',
      }) as PluginOption,
      slimContainer({ entry, exposed: manifest.remote.module, sharedModule, apart: options.apart ?? null }),
      guardBundle({ pluginId: manifest.id }),
      writeManifest({ manifest, entry }),
    ],
  };
}

function readManifest(root: string): PluginManifest {
  const file = resolve(root, 'plugin.json');
  const result = validateManifest(parse(file));
  if (!result.ok) {
    const lines = result.problems.map((problem) => `  At ${problem.path}: ${problem.message.en} ${problem.remedy.en}`);
    throw new Error(`${file} is not a valid manifest:\n${lines.join('\n')}`);
  }
  return { ...result.manifest, remote: { ...result.manifest.remote, name: remoteNameOf(result.manifest) } };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
