import { html, nothing } from '@milepost/sdk';
import type { WeekModel } from '../../controllers/week-model.ts';
import type { Words } from '../words.ts';

/** The days of the week to choose from, where the board shows one at a time. */
export function renderDayStrip(words: Words, model: WeekModel, chosen: string, choose: (dayOn: string) => void): unknown {
  const weekday = (dayOn: string): string | undefined =>
    words
      .day(dayOn)
      .split(/\s/u)
      .at(words.locale === 'en' ? 0 : -1);
  return html`<div class="days" role="group" aria-label=${words.t('board.days')}>
    ${model.columns.map(
      ({ dayOn, count }) =>
        html`<button type="button" aria-pressed=${dayOn === chosen ? 'true' : 'false'} @click=${() => choose(dayOn)}>
          <span class="small">${weekday(dayOn)}</span><br /><span class="number">${Number(dayOn.slice(8))}</span
          >${count > 0 ? html`<span class="small muted"> · ${count}</span>` : nothing}
        </button>`,
    )}
  </div>`;
}
