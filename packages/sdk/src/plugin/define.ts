import type { Disposer, PluginHost } from '../host/types.ts';
import type { Locale } from '../host/locale.ts';

/** The record an element is shown beside. */
export interface ElementContext {
  readonly accountId?: string;
  /** The slot or page id. */
  readonly place: string;
}

/**
 * The element contract: a custom element class that the host registers under a tag of its choice.
 * The three properties are set before the element is connected and may be set again later.
 * `dirty` is read before the element is removed; fire `mp-dirty-change` when it changes.
 */
export interface PluginElement extends HTMLElement {
  host: PluginHost;
  config: Readonly<Record<string, unknown>>;
  context: ElementContext;
  readonly dirty?: boolean;
}

/** A class that makes plugin elements. It never registers itself. */
export type PluginElementClass = new () => PluginElement;

/** A flat catalogue of texts. */
export type Messages = Readonly<Record<string, string>>;

/** What a plugin's entry module exports as `plugin`. */
export interface PluginDefinition {
  /** Views by the names in `plugin.json`, each loaded when first shown. */
  readonly views: Readonly<Record<string, () => Promise<PluginElementClass>>>;
  /** Texts by language; only the one in use is loaded. */
  readonly messages: Readonly<Record<Locale, () => Promise<Messages>>>;
  /** Runs once per page load before the first view; what it returns runs when the plugin is unloaded. */
  readonly setup?: (host: PluginHost) => Disposer | void;
}

/** Types the definition of a plugin; it does nothing at run time. */
export function definePlugin(definition: PluginDefinition): PluginDefinition {
  return definition;
}
