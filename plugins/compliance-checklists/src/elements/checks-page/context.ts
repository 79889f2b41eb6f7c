import type { Locale, PluginHost } from '@milepost/sdk';

/** What the page's render functions are given. */
export interface PageContext {
  readonly host: PluginHost;
  readonly locale: Locale;
  readonly params: Readonly<Record<string, string>>;
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** Goes to another place of the page. */
  go(params: Readonly<Record<string, string | null>>): void;
}
