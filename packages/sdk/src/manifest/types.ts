import type { EntityName, Role, Words } from '@milepost/crm';

/** A JSON Schema (draft 2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** When a contribution is shown. All conditions given must hold. */
export interface When {
  /** Any of these roles. */
  readonly roles?: readonly Role[];
  /** Only while the browser is online. */
  readonly online?: boolean;
}

/** A full page of the portal. */
export interface PageContribution {
  readonly id: string;
  /** Name of the view in `definePlugin`. */
  readonly view: string;
  readonly title: Words;
  /** An icon name of the design system. */
  readonly icon: string;
  readonly when?: When;
}

/** A card for a slot of the portal or of a foreign page. */
export interface WidgetContribution {
  readonly id: string;
  readonly view: string;
  readonly title: Words;
  /** Slots it fits, such as `account/overview/v1`. */
  readonly slots: readonly string[];
  /** May be placed into pages outside the portal. */
  readonly embeddable?: boolean;
  /** CSS pixels to keep free while it loads. */
  readonly minHeight?: number;
  readonly when?: When;
}

/** Who may read and write the records of a collection. */
export interface CollectionAccess {
  /** `tenant`: everyone of the company; `scope`: owner, the owner's managers, operations and auditors. */
  readonly read: 'tenant' | 'scope';
  /** Roles that may write inside what they can see; a representative only records they own. */
  readonly write: readonly Role[];
}

/** Records the plugin keeps on the gateway. */
export interface CollectionDef {
  readonly name: string;
  readonly title: Words;
  readonly schema: JsonSchema;
  readonly access: CollectionAccess;
  /** Other plugins may read it, as far as the person may, when their manifest names it. */
  readonly shared?: boolean;
}

/** What the plugin may reach. Anything not named here is refused. */
export interface Capabilities {
  readonly crm?: readonly EntityName[];
  /** Shared collections of other plugins it reads, `<plugin>/<collection>`. It works without them. */
  readonly records?: readonly string[];
  readonly host?: readonly ('navigate' | 'notify' | 'confirm' | 'drafts')[];
  readonly network?: readonly string[];
}

/** Files, relative to the manifest, that can be fetched at once instead of one after the other. */
export interface PreloadFiles {
  /** The module behind the container. */
  readonly plugin: readonly string[];
  /** By name of the view. */
  readonly views: Readonly<Record<string, readonly string[]>>;
  /** By language. */
  readonly messages: Readonly<Record<string, readonly string[]>>;
}

/** `plugin.json`: what a plugin is and contributes. The schema beside this file is the contract. */
export interface PluginManifest {
  readonly $schema?: string;
  readonly manifestVersion: 1;
  readonly id: string;
  readonly version: string;
  /** Range of SDK versions it runs with, such as `^1.0.0`. */
  readonly sdk: string;
  readonly name: Words;
  readonly description: Words;
  /** How the remote is loaded. Authors leave it out; the build writes it. The name differs between versions, so that two can run on a page. */
  readonly remote: { readonly entry: string; readonly name: string; readonly module: string };
  readonly contributes: {
    readonly pages?: readonly PageContribution[];
    readonly widgets?: readonly WidgetContribution[];
  };
  readonly config?: JsonSchema;
  readonly capabilities: Capabilities;
  readonly collections?: readonly CollectionDef[];
  /** True where its rules run on the gateway: nothing is written while that part is absent or of another major version. */
  readonly server?: boolean;
  readonly locales: readonly ('zh-CN' | 'en')[];
  /** Written by the build: what to fetch early. */
  readonly preload?: PreloadFiles;
  /** Written by the build: `sha384-…` for every file, by its path relative to the manifest. */
  readonly integrity?: Readonly<Record<string, string>>;
}
