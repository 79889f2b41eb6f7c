import type { Role, Words } from '@milepost/crm';
import type { When } from '../manifest/types.ts';

/** Which versions of a plugin a portal takes, and how it is configured. */
export interface PortalPlugin {
  /** A range such as `^1.0.0`; one version pins it. */
  readonly version: string;
  /** Checked against the plugin's configuration schema. */
  readonly config?: Readonly<Record<string, unknown>>;
}

interface PageBase {
  readonly id: string;
  /** `/`, `/targets`, `/accounts/:accountId`. Plugin pages own everything below their path. */
  readonly path: string;
  readonly title?: Words;
  /** An icon name of the design system. */
  readonly icon?: string;
  readonly when?: When;
}

/** A page made of the widgets of one slot, or of another slot for each role. */
export interface SlotsPage extends PageBase {
  readonly kind: 'slots';
  readonly slot?: string;
  readonly byRole?: Readonly<Partial<Record<Role, string>>>;
}

/** A page a plugin contributes. Title and icon default to the plugin's. */
export interface PluginPage extends PageBase {
  readonly kind: 'plugin';
  readonly plugin: string;
  /** Id of the page in the plugin's manifest. */
  readonly contribution: string;
}

/** The list of accounts. */
export interface AccountsPage extends PageBase {
  readonly kind: 'accounts';
}

/** What is installed: plugins with their versions and states. */
export interface AboutPage extends PageBase {
  readonly kind: 'about';
}

/** One account, its path holding `:accountId`, with a slot for widgets. */
export interface AccountPage extends PageBase {
  readonly kind: 'account';
  readonly slot: string;
}

/** A page of the portal. */
export type PortalPage = SlotsPage | PluginPage | AccountsPage | AboutPage | AccountPage;

/** An entry of the navigation. */
export interface NavigationItem {
  /** Id of a page without parameters in its path. */
  readonly page: string;
  readonly title?: Words;
}

/** A widget in a slot. */
export interface SlotItem {
  readonly plugin: string;
  readonly widget: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly when?: When;
}

/** The portal file: which plugins a company uses, where they stand, how it looks. */
export interface PortalFile {
  readonly $schema?: string;
  readonly portalVersion: 1;
  readonly title: Words;
  readonly defaultLocale: 'zh-CN' | 'en';
  readonly theme?: {
    readonly mode?: 'auto' | 'light' | 'dark';
    /** CSS custom properties of the design system. */
    readonly tokens?: Readonly<Record<string, string>>;
  };
  readonly plugins: Readonly<Record<string, PortalPlugin>>;
  readonly pages: readonly PortalPage[];
  readonly navigation: readonly NavigationItem[];
  /** A slot that is not listed shows every widget whose manifest names it, in the order of `plugins`. */
  readonly slots?: Readonly<Record<string, readonly SlotItem[]>>;
  readonly embed?: {
    /** Origins whose pages may show widgets, such as `https://crm.example.com`. */
    readonly origins: readonly string[];
  };
}
