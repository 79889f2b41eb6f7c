/** What people call metrics and axes. */
import type { Language } from './amount-words.ts';

/** One name for all, or one in each language. */
export type Title = string | { readonly zh: string; readonly en: string };

/** Names by metric id and by axis id; who has none is called by the id. */
export interface Titles {
  readonly metrics: ReadonlyMap<string, Title>;
  readonly axes: ReadonlyMap<string, Title>;
}

/** A name in a language; null without one. */
export function titleWords(title: Title | undefined, language: Language): string | null {
  if (title === undefined) return null;
  return typeof title === 'string' ? title : title[language];
}

/** A metric by its name, else its id. */
export function metricWords({ titles, language }: { readonly titles?: Titles; readonly language: Language }, id: string): string {
  return titleWords(titles?.metrics.get(id), language) ?? id;
}
