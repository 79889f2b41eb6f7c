import { html } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import type { Words } from '../shared/words.ts';

/** One line that an action needs first. */
export interface Ask {
  readonly kind: 'reason' | 'copy' | 'rename';
  readonly text: string;
}

/** What the dialog does. */
export interface AskActions {
  change(ask: Ask): void;
  done(ask: Ask): void;
  cancel(): void;
}

/** Asks for a name or a reason. */
export function renderAsk(ask: Ask, actions: AskActions, words: Words): TemplateResult {
  const { t } = words;
  const read = (event: Event): Ask => ({ ...ask, text: (event.target as unknown as { value: string }).value });
  const ready = ask.text.trim() !== '';
  return html`<mp-dialog open sticky .heading=${t(`ask.${ask.kind}`)} @mp-close=${actions.cancel}>
    <mp-input
      required
      maxlength="200"
      .label=${t(`ask.${ask.kind}.label`)}
      .hint=${t(`ask.${ask.kind}.hint`)}
      .value=${ask.text}
      @input=${(event: Event) => actions.change({ ...ask, text: (event.composedPath()[0] as HTMLInputElement).value })}
      @change=${(event: Event) => actions.change(read(event))}
    ></mp-input>
    <mp-button slot="actions" @click=${actions.cancel}>${t('action.cancel')}</mp-button>
    <mp-button
      slot="actions"
      variant="primary"
      ?disabled=${!ready}
      @click=${() => actions.done({ ...ask, text: ask.text.trim() })}
      >${t(`ask.${ask.kind}.do`)}</mp-button
    >
  </mp-dialog>`;
}
