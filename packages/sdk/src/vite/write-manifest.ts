import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import type { PluginManifest, PreloadFiles } from '../manifest/types.ts';
import { importsByName } from './imports-by-name.ts';

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
  readonly code: string;
}
interface Asset {
  readonly type: 'asset';
  readonly source: string | Uint8Array;
}
type Bundle = Readonly<Record<string, Chunk | Asset>>;

/** Writes `plugin.json` to the build, with the hash of every file and what each view needs to be fetched. */
export function writeManifest({ manifest, entry }: { readonly manifest: PluginManifest; readonly entry: string }): Plugin {
  return {
    name: 'milepost:write-manifest',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, output) {
        const bundle = output as unknown as Bundle;
        const source = this.getModuleInfo(entry)?.code ?? '';
        const missing = viewsOf(manifest).filter((view) => !source.includes(view));
        if (missing.length > 0) this.error(`plugin.json names views that src/index.ts does not define: ${missing.join(', ')}.`);
        const named = new Map<string, string>();
        for (const [name, specifier] of importsByName(source)) {
          const resolved = await this.resolve(specifier, entry);
          if (resolved) named.set(name, resolved.id);
        }
        const built: PluginManifest = {
          ...manifest,
          preload: preloadFiles(bundle, entry, named, manifest),
          integrity: hashes(bundle),
        };
        this.emitFile({ type: 'asset', fileName: 'plugin.json', source: `${JSON.stringify(built, null, 2)}\n` });
      },
    },
  };
}

function hashes(bundle: Bundle): Record<string, string> {
  const files = Object.keys(bundle)
    .filter((file) => !file.endsWith('.map'))
    .sort();
  return Object.fromEntries(files.map((file) => [file, sri(contents(bundle[file]))]));
}

function contents(output: Chunk | Asset | undefined): string | Uint8Array {
  if (!output) return '';
  return output.type === 'chunk' ? output.code : output.source;
}

function sri(bytes: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function preloadFiles(bundle: Bundle, entry: string, named: ReadonlyMap<string, string>, manifest: PluginManifest): PreloadFiles {
  const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk');
  const plugin = filesOf(chunks, entry);
  const rest = (name: string): readonly string[] | undefined => {
    const id = named.get(name);
    if (id === undefined) return undefined;
    return filesOf(chunks, id).filter((file) => !plugin.includes(file));
  };
  const pick = (names: readonly string[]): Record<string, readonly string[]> =>
    Object.fromEntries(names.flatMap((name) => (rest(name) ? [[name, rest(name) ?? []]] : [])));
  return { plugin, views: pick(viewsOf(manifest)), messages: pick(manifest.locales) };
}

function viewsOf({ contributes }: PluginManifest): readonly string[] {
  return [...new Set([...(contributes.pages ?? []), ...(contributes.widgets ?? [])].map((item) => item.view))];
}

/** The chunk that holds a module, and what it imports statically, in loading order. */
function filesOf(chunks: readonly Chunk[], moduleId: string): readonly string[] {
  const files = new Set<string>();
  const add = (chunk: Chunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const file of chunk.imports) add(chunks.find((candidate) => candidate.fileName === file));
  };
  add(chunks.find((chunk) => chunk.moduleIds.includes(moduleId)));
  return [...files];
}
