import { html } from 'lit';
import { showDialog } from './dialog.ts';
import type { Texts, TextKey } from '../i18n/texts.ts';

const shortcuts: readonly [string, TextKey][] = [
  ['/', 'help.search'],
  ['g h', 'help.goHome'],
  ['g a', 'help.goAccounts'],
  ['?', 'help.help'],
  ['Esc', 'help.escape'],
];

/** The keys of the portal. */
export function openHelp(texts: Texts): Promise<void> {
  return showDialog(
    texts.t('help.title'),
    () =>
      html`<dl class="portal-shortcuts">
        ${shortcuts.map(
          ([keys, key]) =>
            html`<dt>${keys.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</dt>
              <dd>${texts.t(key)}</dd>`,
        )}
      </dl>`,
  );
}
