import { html, nothing } from '@milepost/sdk';
import type { Due } from '../../domain/due.ts';
import type { VisitRecord } from '../../domain/types.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import type { Words } from '../words.ts';
import type { FigureList } from './figures.ts';

/** What a key figure is made of. */
export function renderFigureList(
  words: Words,
  model: WeekModel,
  list: FigureList,
  open: { visit(id: string): void; account(id: string): void },
): unknown {
  const { figures } = model;
  const dues = list === 'dueUnplanned' ? figures.dueUnplanned : list === 'overdue' ? figures.overdue : null;
  const visits = list === 'planned' ? figures.planned : figures.completed;
  return html`<div class="stack">
    <p class="muted small">${words.t(`figure.${list}.how`)}</p>
    ${list === 'effective' ? renderRates(words, model) : nothing}
    <ul class="rows">
      ${dues ? dues.map((due) => renderDue(words, model, due, open.account)) : [...visits].sort(byDay).map((visit) => renderVisit(words, model, visit, open.visit))}
    </ul>
    ${(dues ?? visits).length === 0 ? html`<p class="muted">${words.t('list.empty')}</p>` : nothing}
  </div>`;
}

function byDay(a: VisitRecord, b: VisitRecord): number {
  const key = ({ value, id }: VisitRecord): string => `${value.dayOn}/${String(value.routeOrder).padStart(3, '0')}/${id}`;
  return key(a) < key(b) ? -1 : 1;
}

function renderRates(words: Words, { figures }: WeekModel): unknown {
  const counts = { effective: figures.effective.length, completed: figures.completed.length, planned: figures.planned.length };
  const line = (name: string, ratio: number | null, part: number, whole: number): unknown =>
    html`<div class="pair">
      <dt>${words.t(`rate.${name}`)}</dt>
      <dd class="number"><strong>${words.percent(ratio)}</strong> <span class="muted">${part}/${whole}</span></dd>
    </div>`;
  return html`<dl>
    ${line('effectiveOfCompleted', figures.rates.effectiveOfCompleted, counts.effective, counts.completed)}
    ${line('effectiveOfPlanned', figures.rates.effectiveOfPlanned, counts.effective, counts.planned)}
    ${line('completedOfPlanned', figures.rates.completedOfPlanned, counts.completed, counts.planned)}
  </dl>`;
}

function renderVisit(words: Words, model: WeekModel, { id, accountId, value }: VisitRecord, open: (id: string) => void): unknown {
  const reasons = words.list(value.effective?.reasons.map((reason) => words.t(`effective.${reason}`)) ?? []);
  return html`<li>
    <button type="button" class="face" @click=${() => open(id)}>
      <span class="line"><span class="name">${model.accounts.get(accountId)?.name ?? words.t('account.gone')}</span></span>
      <span class="muted small"
        >${words.day(value.dayOn)} · ${words.t(`purpose.${value.purpose}`)} ·
        ${words.t(`status.${value.status}`)}${reasons ? ` · ${words.t('visit.ineffectiveBecause', { reasons })}` : ''}</span
      >
    </button>
  </li>`;
}

function renderDue(words: Words, model: WeekModel, due: Due, open: (id: string) => void): unknown {
  const account = model.accounts.get(due.accountId);
  return html`<li>
    <button type="button" class="face" @click=${() => open(due.accountId)}>
      <span class="line"
        ><span class="name">${account?.name ?? words.t('account.gone')}</span
        >${account ? html`<span class="tier ${account.tier}">${account.tier}</span>` : nothing}</span
      >
      <span class="small ${due.status === 'overdue' ? 'late' : 'muted'}">${words.due(due)}</span>
    </button>
  </li>`;
}

/** Why an account stands where it stands, and what it takes to visit it. */
export function renderAccountReason(
  words: Words,
  model: WeekModel,
  accountId: string,
  place: ((dayOn: string) => void) | null,
  href: string,
): unknown {
  const account = model.accounts.get(accountId);
  const due = model.dueOf.get(accountId);
  if (!account || !due) return html`<p class="muted">${words.t('account.gone')}</p>`;
  const outcome =
    model.history.find((visit) => visit.accountId === accountId)?.value.summary?.result || model.lastOutcome.get(accountId);
  const overdue = model.overdueMinor.get(accountId) ?? 0;
  const pair = (label: string, text: unknown): unknown =>
    html`<div class="pair">
      <dt>${label}</dt>
      <dd>${text}</dd>
    </div>`;
  return html`<div class="stack">
    <p>${words.due(due)}</p>
    <dl>
      ${pair(words.t('why.last'), due.lastOn ? words.t('why.lastDays', { day: words.day(due.lastOn), n: due.daysSince ?? 0 }) : words.t('due.never'))}
      ${pair(words.t('why.cadence'), words.t(`why.cadence.${due.cadenceFrom}`, { n: due.everyDays, tier: account.tier }))}
      ${pair(words.t('why.score'), words.t('why.scoreFormula', { ratio: due.ratio.toFixed(2), weight: (due.score / (due.ratio || 1)).toFixed(1), score: due.score.toFixed(2) }))}
      ${pair(words.t('why.type'), `${words.t(`type.${account.customerType}`)} · ${words.t('tier', { tier: account.tier })}`)}
      ${account.address ? pair(words.t('why.address'), account.address) : nothing}
      ${overdue > 0 ? pair(words.t('why.receivable'), html`<span class="late">${words.money(overdue)}</span>`) : nothing}
      ${outcome ? pair(words.t('why.outcome'), outcome) : nothing}
      ${model.columns.filter((day) => day.working).map((day) => pair(words.day(day.dayOn), words.hours(account, day.dayOn)))}
    </dl>
    ${
      place && !model.spokenFor.has(accountId)
        ? html`<div class="row">
            ${model.openDays.map((day) => html`<mp-button @click=${() => place(day)}>${words.t('visit.placeOn', { day: words.day(day) })}</mp-button>`)}
          </div>`
        : nothing
    }
    <a class="link" href=${href}>${words.t('account.open')}</a>
  </div>`;
}
