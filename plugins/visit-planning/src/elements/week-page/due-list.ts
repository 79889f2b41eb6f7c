import { html, nothing, repeat } from '@milepost/sdk';
import type { Option } from '@milepost/ui';
import { areaOf } from '../../domain/area.ts';
import { isDue } from '../../domain/due.ts';
import type { Due } from '../../domain/due.ts';
import type { PlannedAccount } from '../../domain/types.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import type { Words } from '../words.ts';
import { startDrag } from './board.ts';

/** What the list is narrowed to; empty texts narrow nothing. */
export interface DueFilter {
  readonly area: string;
  readonly tier: string;
  readonly type: string;
  readonly all: boolean;
}

/** What the list asks its page to do. */
export interface DueActions {
  filter(change: Partial<DueFilter>): void;
  open(accountId: string): void;
  place(accountId: string, dayOn: string): void;
}

/** Accounts that pass a filter, in the order of urgency. */
export function filtered(
  model: WeekModel,
  filter: DueFilter,
): readonly { readonly due: Due; readonly account: PlannedAccount }[] {
  return model.waiting.flatMap((due) => {
    const account = model.accounts.get(due.accountId);
    if (!account || (!filter.all && !isDue(due))) return [];
    const fits =
      (!filter.area || areaOf(account) === filter.area) &&
      (!filter.tier || account.tier === filter.tier) &&
      (!filter.type || account.customerType === filter.type);
    return fits ? [{ due, account }] : [];
  });
}

/** 待排客户: who has no day yet, the most urgent first. */
export function renderDueList(
  words: Words,
  model: WeekModel,
  filter: DueFilter,
  day: string,
  readOnly: boolean,
  actions: DueActions,
): unknown {
  const rows = filtered(model, filter);
  return html`<section class="waiting" aria-label=${words.t('waiting.title')}>
    <header class="row between">
      <h2>${words.t('waiting.title')} <span class="muted number">${rows.length}</span></h2>
      <mp-switch
        .label=${words.t('waiting.all')}
        .checked=${filter.all}
        @change=${(event: Event) => actions.filter({ all: (event.currentTarget as HTMLInputElement).checked })}
      ></mp-switch>
    </header>
    <div class="filters">
      ${renderSelect(words.t('filter.area'), filter.area, areaOptions(model), (area) => actions.filter({ area }), words)}
      ${renderSelect(
        words.t('filter.tier'),
        filter.tier,
        ['A', 'B', 'C'].map((tier) => ({ value: tier, label: words.t('tier', { tier }) })),
        (tier) => actions.filter({ tier }),
        words,
      )}
      ${renderSelect(
        words.t('filter.type'),
        filter.type,
        ['distributor', 'chain', 'retail', 'institution'].map((type) => ({ value: type, label: words.t(`type.${type}`) })),
        (type) => actions.filter({ type }),
        words,
      )}
    </div>
    ${rows.length === 0 ? html`<p class="muted empty">${words.t(model.accounts.size === 0 ? 'waiting.noAccounts' : filter.all ? 'waiting.noneFit' : 'waiting.none')}</p>` : nothing}
    <ul>
      ${repeat(
        rows,
        ({ account }) => account.id,
        ({ due, account }) => renderRow(words, model, due, account, day, readOnly, actions),
      )}
    </ul>
  </section>`;
}

function renderRow(
  words: Words,
  model: WeekModel,
  due: Due,
  account: PlannedAccount,
  day: string,
  readOnly: boolean,
  actions: DueActions,
): unknown {
  const overdueMinor = model.overdueMinor.get(account.id) ?? 0;
  const items = model.openDays.map((dayOn) => ({ value: dayOn, label: words.t('visit.placeOn', { day: words.day(dayOn) }) }));
  return html`<li
    class="card"
    draggable=${readOnly ? 'false' : 'true'}
    @dragstart=${(event: DragEvent) => startDrag(event, { kind: 'account', id: account.id })}
  >
    <button type="button" class="face" @click=${() => actions.open(account.id)}>
      <span class="line"><span class="name">${account.name}</span><span class="tier ${account.tier}">${account.tier}</span></span>
      <span class="small ${due.status === 'overdue' ? 'late' : 'muted'}">${words.due(due)}</span>
      <span class="muted small">${[areaOf(account), words.hours(account, day)].filter(Boolean).join(' · ')}</span>
      ${overdueMinor > 0 ? html`<span class="small late">${words.t('due.receivable', { amount: words.money(overdueMinor) })}</span>` : nothing}
    </button>
    ${readOnly || items.length === 0 ? nothing : html`<mp-menu variant="quiet" icon="plus" .label=${words.t('visit.placeFor', { name: account.name })} .items=${items} @mp-select=${(event: CustomEvent<{ value: string }>) => actions.place(account.id, event.detail.value)}></mp-menu>`}
  </li>`;
}

function renderSelect(label: string, value: string, options: Option[], change: (value: string) => void, words: Words): unknown {
  const handleChange = (event: Event): void => {
    const chosen = (event.currentTarget as HTMLInputElement).value;
    change(chosen === 'any' ? '' : chosen);
  };
  return html`<mp-select
    label-hidden
    .label=${label}
    .value=${value || 'any'}
    .options=${[{ value: 'any', label: words.t('filter.all', { label }) }, ...options]}
    @change=${handleChange}
  ></mp-select>`;
}

function areaOptions(model: WeekModel): Option[] {
  const areas = new Set([...model.accounts.values()].map(areaOf).filter(Boolean));
  return [...areas].sort().map((area) => ({ value: area, label: area }));
}
