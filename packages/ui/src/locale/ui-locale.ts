import { chinese, english } from './words.ts';
import type { UiLocale } from '../format/locale.ts';
import type { Words } from './words.ts';

let current: UiLocale = 'zh-CN';
const listeners = new Set<() => void>();

/** Sets the language of the elements' own words; elements on the page follow at once. */
export function setUiLocale(locale: UiLocale): void {
  if (locale === current) return;
  current = locale;
  for (const listener of listeners) listener();
}

/** The language that the elements speak. */
export function getUiLocale(): UiLocale {
  return current;
}

/** The elements' own words in the current language. */
export function words(): Words {
  return current === 'zh-CN' ? chinese : english;
}

/** Calls back after each change of language. Answers a function that stops it. */
export function onUiLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
