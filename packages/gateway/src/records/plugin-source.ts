import type { CollectionDef, PluginManifest } from '@milepost/sdk/manifest';
import type { ServerPart } from '../server-part/types.ts';
import { compileSchema } from './schema-check.ts';
import type { SchemaCheck } from './schema-check.ts';

/** A plugin that the gateway serves: its manifest and, where it has one, its server part. */
export interface PluginSource {
  readonly manifest: PluginManifest;
  readonly serverPart?: ServerPart;
  /** The version the server part came with; the manifest's own when left out. */
  readonly serverVersion?: string;
  /** What the portal file says; the manifest's defaults hold for the rest. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A collection ready for use. */
export interface OpenCollection {
  readonly pluginId: string;
  readonly def: CollectionDef;
  readonly check: SchemaCheck;
  /** Names that lists may filter and sort by, where the schema says them; undefined when any is possible. */
  readonly fieldNames: readonly string[] | undefined;
  readonly serverPart: ServerPart | undefined;
  /** False where the manifest counts on rules that are not here: nothing may be written then. */
  readonly writable: boolean;
}

/** The plugins of one moment. Replaced as a whole when the registry changes. */
export class PluginSet {
  readonly #plugins = new Map<string, PluginSource>();
  readonly #collections = new Map<string, OpenCollection>();
  /** Collections that everyone of a company reads, as `plugin/collection`. */
  readonly openCollections: readonly string[];

  constructor(sources: readonly PluginSource[]) {
    const open: string[] = [];
    for (const source of sources) {
      const { id, collections = [] } = source.manifest;
      this.#plugins.set(id, source);
      for (const def of collections) {
        if (def.access.read === 'tenant') open.push(`${id}/${def.name}`);
        this.#collections.set(`${id}/${def.name}`, openCollection(source, def));
      }
    }
    this.openCollections = open.sort();
  }

  /** The plugin, or undefined. */
  plugin(id: string): PluginSource | undefined {
    return this.#plugins.get(id);
  }

  /** The collection, or undefined. */
  collection(pluginId: string, name: string): OpenCollection | undefined {
    return this.#collections.get(`${pluginId}/${name}`);
  }

  /** Every plugin. */
  all(): readonly PluginSource[] {
    return [...this.#plugins.values()];
  }
}

function openCollection(source: PluginSource, def: CollectionDef): OpenCollection {
  const properties = def.schema['properties'];
  const fieldNames = typeof properties === 'object' && properties !== null ? Object.keys(properties) : undefined;
  return {
    pluginId: source.manifest.id,
    def,
    check: compileSchema(def.schema),
    fieldNames,
    serverPart: source.serverPart,
    writable: hasItsServer(source),
  };
}

/** Rules of another major version may know nothing of what this one stores. */
function hasItsServer({ manifest, serverPart, serverVersion = manifest.version }: PluginSource): boolean {
  if (!manifest.server) return true;
  return serverPart !== undefined && serverVersion.split('.')[0] === manifest.version.split('.')[0];
}
