import { createObservable } from '@milepost/sdk/host-kit';
import type { Locale, Observable } from '@milepost/sdk';
import type { ShellMessages } from './zh-cn.ts';

/** A key of the shell's catalogue. */
export type TextKey = keyof ShellMessages;

/** Texts of the shell in the person's language. */
export interface Texts {
  readonly locale: Observable<Locale>;
  t(key: TextKey, params?: Readonly<Record<string, string | number>>): string;
  /** Loads the catalogue first, so that no view is ever without words. */
  use(locale: Locale): Promise<void>;
  /** The text in the person's language. */
  words(words: Readonly<Record<Locale, string>> | undefined): string;
}

const catalogues: Record<Locale, () => Promise<ShellMessages>> = {
  'zh-CN': () => import('./zh-cn.ts').then((module) => module.messages),
  en: () => import('./en.ts').then((module) => module.messages),
};

/** The first language of a browser that the portal speaks: any Chinese, any English; null when it has neither. */
export function spokenLocale(languages: readonly string[]): Locale | null {
  for (const language of languages) {
    const [tongue] = language.toLowerCase().split('-');
    if (tongue === 'zh') return 'zh-CN';
    if (tongue === 'en') return 'en';
  }
  return null;
}

/** Loads the texts of a language. */
export async function loadTexts(first: Locale): Promise<Texts> {
  let messages = await catalogues[first]();
  const locale = createObservable<Locale>(first);
  return {
    locale,
    t: (key, params = {}) => messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)),
    async use(next) {
      messages = await catalogues[next]();
      locale.set(next);
    },
    words: (words) => words?.[locale.current] ?? '',
  };
}
