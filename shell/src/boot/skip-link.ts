import type { Texts } from '../i18n/texts.ts';

/** The link to the content, which the document holds from its first byte, in the language of the person. */
export function showSkipLink(texts: Texts): void {
  const words = texts.t('frame.skip');
  const link = document.getElementById('skip');
  if (link) link.textContent = words;
  document.getElementById('skip-to')?.setAttribute('aria-label', words);
}
