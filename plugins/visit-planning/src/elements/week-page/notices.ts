import { html, nothing } from '@milepost/sdk';
import { WriteConflict } from '@milepost/sdk';
import type { RecordOf } from '@milepost/sdk';
import type { Refusal } from '../../controllers/week-controller.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import type { Pending } from '../../data/outbox.ts';
import { summaryTexts } from '../../domain/types.ts';
import type { Visit } from '../../domain/types.ts';
import type { Words } from '../words.ts';

/** What a person can do about writes that are not on the server. */
export interface SyncActions {
  retry(): void;
  copy(): void;
  mine(id: string): void;
  theirs(id: string): void;
}

/** `n 未同步`, with a way to send again and a way to take the texts along. */
export function renderSync(words: Words, items: readonly Pending[], actions: SyncActions): unknown {
  if (items.length === 0) return nothing;
  const refused = items.filter((item) => item.refused);
  return html`<div class="note warning" role="status">
    <div class="row between">
      <strong>${words.t('sync.count', { n: items.length })}</strong>
      <span class="row">
        <mp-button icon="copy" variant="quiet" @click=${actions.copy}>${words.t('sync.copy')}</mp-button>
        <mp-button icon="refresh" @click=${actions.retry}>${words.t('sync.retry')}</mp-button>
      </span>
    </div>
    <p class="small">${words.t('sync.safe')}</p>
    ${refused.map(
      (item) =>
        html`<div class="row between small">
          <span
            >${words.t(item.refused?.current ? 'conflict.text' : 'sync.refused', { message: item.refused?.message ?? '' })}</span
          >
          <span class="row">
            <mp-button variant="quiet" @click=${() => actions.theirs(item.id)}>${words.t('conflict.theirs')}</mp-button>
            <mp-button @click=${() => actions.mine(item.id)}>${words.t('conflict.mine')}</mp-button>
          </span>
        </div>`,
    )}
  </div>`;
}

/** A save the gateway said no to: what happened, what is safe, what can be done. */
export function renderRefusal(
  words: Words,
  model: WeekModel,
  refusal: Refusal | null,
  actions: { mine(): void; theirs(): void },
): unknown {
  if (!refusal) return nothing;
  const { error, visit, value } = refusal;
  const name = model.accounts.get(visit.accountId)?.name ?? visit.accountId;
  if (!(error instanceof WriteConflict)) {
    const texts = error.problems.map((problem) => problem.message);
    return html`<div class="note critical" role="alert">
      <p><strong>${words.t('save.refused', { name })}</strong></p>
      <p class="small">
        ${texts.length > 0 ? texts.join(' ') : error.message} ${error.remedy} <span class="muted">${error.code}</span>
      </p>
      <mp-button variant="quiet" @click=${actions.theirs}>${words.t('save.dismiss')}</mp-button>
    </div>`;
  }
  const current = error.current as RecordOf<Visit> | null;
  return html`<div class="note warning stack" role="alert">
    <p><strong>${words.t('conflict.title', { name })}</strong></p>
    <p class="small">${words.t('conflict.safe')}</p>
    <dl>
      <div class="pair">
        <dt>${words.t('conflict.yours')}</dt>
        <dd>${describe(words, value)}</dd>
      </div>
      <div class="pair">
        <dt>${words.t('conflict.stored')}</dt>
        <dd>${current ? describe(words, current.value) : words.t('conflict.deleted')}</dd>
      </div>
    </dl>
    <div class="row">
      <mp-button @click=${actions.mine}>${words.t('conflict.mine')}</mp-button
      ><mp-button variant="quiet" @click=${actions.theirs}>${words.t('conflict.theirs')}</mp-button>
    </div>
  </div>`;
}

function describe(words: Words, value: Visit): string {
  const result = value.summary?.result ? ` · ${value.summary.result.slice(0, 80)}` : '';
  return `${words.day(value.dayOn)} ${value.time ?? ''} · ${words.t(`purpose.${value.purpose}`)} · ${words.t(`status.${value.status}`)}${result}`;
}

/** Everything that waits, as text to keep somewhere else. */
export function exportText(words: Words, items: readonly Pending[], nameOf: (accountId: string) => string): string {
  return items
    .map((item) => {
      const value = item.value as Partial<Visit> & { learned?: string };
      const head = `${item.accountId ? nameOf(item.accountId) : words.t('report.title')} ${value.dayOn ?? ''}`;
      const { summary } = value;
      const texts = summary
        ? summaryTexts.map((field) => (summary[field] ? `${words.t(`summary.${field}`)}\n${summary[field]}` : ''))
        : [];
      const goal = summary?.goal
        ? `${words.t('summary.goal')}\n${words.money(summary.goal.actualMinor)} / ${words.money(summary.goal.targetMinor)}`
        : '';
      return [head, value.status ? words.t(`status.${value.status}`) : '', ...texts, goal, value.learned ?? '']
        .filter(Boolean)
        .join('\n');
    })
    .join('\n\n');
}
