import { leafIds } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import { organisationOf, timeOf } from '@milepost/allocation/records';
import { samePeriodLastYear } from '@milepost/calendar';
import { html, nothing } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import type { SetupController } from '../../controllers/setup-controller.ts';
import type { Note } from '../../domain/decomposition.ts';
import type { YearEstimate } from '../../domain/complete-year.ts';
import { amountAt } from '../../domain/amount-at.ts';
import { totalOf } from '../../domain/actuals.ts';
import type { OrganisationMethod, TimeMethod } from '../../domain/types.ts';
import type { Words } from '../shared/words.ts';

const timeMethods: readonly TimeMethod[] = ['springFestival', 'lastYear', 'workingDays', 'even'];
const organisationMethods: readonly OrganisationMethod[] = ['lastYear', 'headcount', 'even'];

interface Field extends EventTarget {
  readonly value: string;
}
const valueOf = (event: Event): string => (event.currentTarget as Field).value;
const numberOf = (event: Event): number | null => (event.currentTarget as unknown as { value: number | null }).value;

/** The guided decomposition: total, methods, preview, save. */
export function renderSetup(setup: SetupController, words: Words, actions: { save(): void; cancel?(): void }): TemplateResult {
  const { t } = words;
  if (setup.status === 'loading') return html`<section class="setup"><mp-state kind="loading"></mp-state></section>`;
  if (setup.status === 'error') {
    return html`<section class="setup">
      <mp-state
        kind="error"
        .heading=${t('setup.failed')}
        .text=${setup.error?.message ?? ''}
        .code=${setup.error?.code ?? ''}
        @mp-retry=${() => void setup.open(setup.year, setup.target, setup.form.name)}
      ></mp-state>
    </section>`;
  }
  return html`<section class="setup stack" aria-labelledby="setup-title">
    <div>
      <h2 id="setup-title">
        ${setup.target ? t('setup.again', { name: setup.target.value.name }) : t('setup.title', { year: words.period(setup.year) })}
      </h2>
      <p class="muted">
        ${t('setup.lead', { people: setup.facts?.nodes.filter((node) => node.kind === 'person').length ?? 0, units: setup.facts?.nodes.filter((node) => node.kind === 'unit').length ?? 0 })}
      </p>
    </div>
    ${renderForm(setup, words)}
    <div class="bar">
      <mp-button
        variant=${setup.preview ? 'secondary' : 'primary'}
        ?disabled=${setup.form.totalMinor === null}
        @click=${() => void setup.run()}
        >${t('setup.preview')}</mp-button
      >
      ${actions.cancel ? html`<mp-button variant="quiet" @click=${actions.cancel}>${t('action.cancel')}</mp-button>` : nothing}
    </div>
    ${setup.preview ? renderPreview(setup, words, actions) : nothing}
  </section>`;
}

function renderForm(setup: SetupController, words: Words): TemplateResult {
  const { t } = words;
  const { form, facts } = setup;
  const last = facts?.lastYearMinor ?? 0;
  const estimate = facts?.estimate ? t(`setup.estimated.${facts.estimate.method}`, estimateWords(facts.estimate, words)) : '';
  const growth = form.totalMinor === null ? '' : t('setup.growth', { growth: words.growth(form.totalMinor, last) });
  return html`<div class="fields">
    <mp-input
      .label=${t('setup.name')}
      .value=${form.name}
      maxlength="60"
      @change=${(event: Event) => setup.change({ name: valueOf(event) })}
    ></mp-input>
    <mp-number
      kind="money"
      required
      .label=${t('setup.total')}
      .hint=${[t(estimate ? 'setup.lastYear.estimated' : 'setup.lastYear', { amount: words.money(last), exact: words.exact(last) }), estimate, growth].filter(Boolean).join(' ')}
      .value=${form.totalMinor}
      .min=${0}
      placeholder=${t('setup.total.example')}
      @change=${(event: Event) => setup.change({ totalMinor: numberOf(event) })}
    ></mp-number>
    <mp-radio-group
      stacked
      .label=${t('setup.time')}
      .hint=${t(`setup.time.${form.time}.hint`)}
      .options=${timeMethods.map((value) => ({ value, label: t(`setup.time.${value}`) }))}
      .value=${form.time}
      @change=${(event: Event) => setup.change({ time: valueOf(event) as TimeMethod })}
    ></mp-radio-group>
    <mp-radio-group
      stacked
      .label=${t('setup.organisation')}
      .hint=${t(`setup.organisation.${form.organisation}.hint`)}
      .options=${organisationMethods.map((value) => ({ value, label: t(`setup.organisation.${value}`) }))}
      .value=${form.organisation}
      @change=${(event: Event) => setup.change({ organisation: valueOf(event) as OrganisationMethod })}
    ></mp-radio-group>
  </div>`;
}

function renderPreview(setup: SetupController, words: Words, actions: { save(): void }): TemplateResult {
  const { t } = words;
  const preview = setup.preview;
  if (!preview) return html``;
  if (!preview.result.ok) return html`<div class="note critical"><p class="text">${words.t('setup.refused')}</p></div>`;
  const { plan } = preview.result;
  return html`<div class="stack" aria-live="polite">
    <h3>${t('setup.result')}</h3>
    ${renderNotes(preview.notes, words)}
    <div class="scroll" tabindex="0" role="region" aria-label=${t('setup.byMonth')}>
      ${renderRows(monthRows(setup, plan, words), t('column.month'), words)}
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('setup.byNode')}>
      ${renderRows(nodeRows(setup, plan), t('column.name'), words)}
    </div>
    ${
      setup.error
        ? html`<div class="note critical" role="alert">
            <p class="text">${t('save.failed', { message: setup.error.message })} <code>${setup.error.code}</code></p>
          </div>`
        : nothing
    }
    <div class="bar">
      <mp-button variant="primary" icon="save" ?loading=${setup.saving} @click=${actions.save}
        >${setup.target ? t('setup.replace') : t('setup.save')}</mp-button
      >
      <p class="small muted">${t('setup.save.hint')}</p>
    </div>
  </div>`;
}

/** What stepped in, and what to know before taking the plan. */
export function renderNotes(notes: readonly Note[], words: Words): TemplateResult {
  const { t } = words;
  const people = (kind: 'noHistory' | 'partOfYear'): string[] =>
    notes.flatMap((note) => (note.kind === kind ? [note.label] : []));
  const lines = [
    ...notes.flatMap((note) =>
      note.kind === 'estimatedDays' ? [t(`days.${note.status}`)] : note.kind === 'noLastYear' ? [t('note.noLastYear')] : [],
    ),
    ...notes.flatMap((note) =>
      note.kind === 'zeroMonth'
        ? [t('note.zeroMonth', { months: note.months.map((month) => words.short(month)).join('、') })]
        : [],
    ),
    ...notes.flatMap((note) =>
      note.kind === 'evenFallback' ? [t('note.evenFallback', { name: note.label, months: note.months })] : [],
    ),
    ...(people('noHistory').length > 0
      ? [t('note.noHistory', { count: people('noHistory').length, names: nameList(people('noHistory')) })]
      : []),
    ...(people('partOfYear').length > 0
      ? [t('note.partOfYear', { count: people('partOfYear').length, names: nameList(people('partOfYear')) })]
      : []),
  ];
  if (lines.length === 0) return html`<p class="muted">${t('note.none')}</p>`;
  return html`<div class="note warning">
    <div class="text">
      <strong>${t('note.title')}</strong>
      <ul class="plain">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>
  </div>`;
}

/** Which months were estimated, and until when the orders are in. */
export function estimateWords(
  estimate: YearEstimate,
  words: Words,
): { readonly months: string; readonly until: string; readonly growth: string } {
  const months = estimate.months.map((month) => words.short(month)).join('、');
  return {
    months,
    until: words.day(estimate.until),
    growth: words.percent(estimate.growth === null ? null : estimate.growth - 1, true),
  };
}

function nameList(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 6).join('、')}…` : names.join('、');
}

interface Row {
  readonly label: string;
  readonly amount: number | null;
  readonly lastYear: number;
}

function monthRows(setup: SetupController, plan: Plan, words: Words): Row[] {
  const byMonth = (month: string): number =>
    Object.entries(setup.facts?.days ?? {}).reduce((sum, [day, amount]) => (day.startsWith(month) ? sum + amount : sum), 0);
  const [top = ''] = organisationOf(plan).ids;
  return leafIds(timeOf(plan)).map((month) => ({
    label: setup.facts?.estimate?.months.includes(samePeriodLastYear(month))
      ? words.t('setup.month.estimated', { month: words.short(month) })
      : words.short(month),
    amount: amountAt(plan, top, month),
    lastYear: byMonth(samePeriodLastYear(month)),
  }));
}

function nodeRows(setup: SetupController, plan: Plan): Row[] {
  const { depth, numberOf } = organisationOf(plan);
  const [year = ''] = timeOf(plan).ids;
  return (setup.facts?.nodes ?? [])
    .filter((node) => node.kind === 'unit')
    .map((node) => ({
      label: `${'　'.repeat(depth[numberOf.get(node.id) ?? 0] ?? 0)}${node.label}`,
      amount: amountAt(plan, node.id, year),
      lastYear: totalOf(setup.facts?.lastYear[node.id]),
    }));
}

function renderRows(rows: readonly Row[], heading: string, words: Words): TemplateResult {
  const { t } = words;
  return html`<table class="diff">
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col">${t('column.target')}</th>
        <th scope="col">${t('column.lastYear')}</th>
        <th scope="col">${t('column.growth')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td>${row.label}</td>
            <td title=${words.exact(row.amount)}>${words.money(row.amount, 'wan')}</td>
            <td title=${words.exact(row.lastYear)}>${words.money(row.lastYear, 'wan')}</td>
            <td>${words.growth(row.amount, row.lastYear)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
