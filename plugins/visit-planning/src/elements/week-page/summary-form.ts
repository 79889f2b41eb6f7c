import { html, nothing } from '@milepost/sdk';
import type { VisitForm } from '../../controllers/visit-form.ts';
import { isFilled } from '../../domain/summary.ts';
import type { GoalKind, SummaryField, VisitGoal, VisitSummary } from '../../domain/types.ts';
import type { Words } from '../words.ts';

type TextField = Exclude<SummaryField, 'goal'>;

/** The fields of 拜访总结表 in its order. Nothing is lost while typing: every stroke goes to the draft. */
export function renderSummaryForm(words: Words, form: VisitForm, required: readonly SummaryField[]): unknown {
  const { summary } = form;
  const area = (field: TextField, rows = 2): unknown =>
    html`<mp-textarea
      rows=${rows}
      maxlength="2000"
      ?required=${required.includes(field)}
      ?optional=${!required.includes(field)}
      .label=${words.t(`summary.${field}`)}
      .value=${summary[field]}
      @input=${(event: Event) => form.editSummary({ [field]: (event.currentTarget as HTMLTextAreaElement).value })}
    ></mp-textarea>`;
  return html`<section class="stack" aria-label=${words.t('summary.title')}>
    <h4>${words.t('summary.title')}</h4>
    ${area('result', 3)}${area('problems')}${renderGoal(words, form, required.includes('goal'))}${area('competitors')}${area('opinions')}${area('news')}
  </section>`;
}

function renderGoal(words: Words, form: VisitForm, required: boolean): unknown {
  const { goal } = form.summary;
  const options = ['none', 'collection', 'order'].map((kind) => ({
    value: kind,
    label: words.t(`goal.${kind}`),
    disabled: required && kind === 'none',
  }));
  const handleKind = (event: Event): void => {
    const kind = (event.currentTarget as HTMLInputElement).value;
    form.editGoal({ kind: kind === 'none' ? null : (kind as GoalKind) });
  };
  const amount = (name: 'targetMinor' | 'actualMinor', isRequired: boolean): unknown =>
    html`<mp-number
      kind="money"
      min="0"
      ?required=${isRequired}
      .unit=${words.t('unit.yuan')}
      .label=${words.t(`goal.${name}`)}
      .value=${goal?.[name] ?? null}
      @change=${(event: Event) => form.editGoal({ [name]: (event.currentTarget as HTMLElement & { value: number | null }).value })}
    ></mp-number>`;
  return html`<mp-field .label=${words.t('summary.goal')} ?required=${required} ?optional=${!required}>
    <div class="stack">
      <mp-radio-group
        label-hidden
        .label=${words.t('goal.kind')}
        .options=${options}
        .value=${goal?.kind ?? 'none'}
        @change=${handleKind}
      ></mp-radio-group>
      ${
        goal
          ? html`<div class="pairOf">${amount('targetMinor', false)}${amount('actualMinor', required)}</div>
              <p class="small" role="status">${ratioText(words, goal)}</p>`
          : nothing
      }
    </div>
  </mp-field>`;
}

function ratioText(words: Words, goal: VisitGoal): string {
  if (goal.ratioBp === null) return words.t('goal.noRatio');
  return words.t('goal.ratio', {
    ratio: words.percent(goal.ratioBp / 10_000),
    gap: words.money((goal.targetMinor ?? 0) - (goal.actualMinor ?? 0)),
  });
}

/** A summary to read. */
export function renderSummaryText(words: Words, summary: VisitSummary | null): unknown {
  if (!summary) return html`<p class="muted">${words.t('summary.none')}</p>`;
  const pair = (field: SummaryField, text: string): unknown =>
    html`<div class="pair">
      <dt>${words.t(`summary.${field}`)}</dt>
      <dd>${text}</dd>
    </div>`;
  const text = (field: TextField): unknown => pair(field, summary[field] || '—');
  const { goal } = summary;
  const figures =
    goal && isFilled(summary, 'goal')
      ? `${words.t(`goal.${goal.kind}`)} ${words.money(goal.actualMinor)} / ${words.money(goal.targetMinor)} · ${words.percent(goal.ratioBp === null ? null : goal.ratioBp / 10_000)}`
      : '—';
  return html`<dl class="summary">
    ${text('result')}${text('problems')}${pair('goal', figures)}${text('competitors')}${text('opinions')}${text('news')}
  </dl>`;
}
