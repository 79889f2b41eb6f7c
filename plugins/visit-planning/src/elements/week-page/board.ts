import { classMap, html, nothing, repeat } from '@milepost/sdk';
import type { MenuItem, Tone } from '@milepost/ui';
import type { BoardItem } from '../../domain/board.ts';
import type { PlannedAccount, VisitRecord, VisitStatus } from '../../domain/types.ts';
import type { Column, WeekModel } from '../../controllers/week-model.ts';
import type { Words } from '../words.ts';

/** What the board asks its page to do. */
export interface BoardActions {
  open(visitId: string): void;
  openAccount(accountId: string): void;
  /** Moves a visit, or places an account that has none, at a position of a day. */
  drop(what: DragItem, dayOn: string, index: number): void;
  adopt(accountId: string, dayOn: string): void;
  act(visit: VisitRecord, action: string): void;
  report(dayOn: string): void;
}

/** What is being dragged. */
export type DragItem = { readonly kind: 'visit' | 'account'; readonly id: string };

const dragType = 'application/x-milepost-visit';
const tones: Readonly<Record<VisitStatus, Tone>> = {
  planned: 'neutral',
  inProgress: 'accent',
  completed: 'positive',
  cancelled: 'neutral',
};

/** Puts what is dragged on a drag event. */
export function startDrag(event: DragEvent, item: DragItem): void {
  event.dataTransfer?.setData(dragType, JSON.stringify(item));
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
}

/** The board: one column per day; on a phone the chosen day alone. */
export function renderBoard(
  words: Words,
  model: WeekModel,
  chosenDay: string,
  readOnly: boolean,
  actions: BoardActions,
): unknown {
  return html`<div class="board" role="group" aria-label=${words.t('board.label')}>
    ${repeat(
      model.columns,
      (column) => column.dayOn,
      (column) => renderColumn(words, model, column, column.dayOn === chosenDay, readOnly, actions),
    )}
  </div>`;
}

function renderColumn(
  words: Words,
  model: WeekModel,
  column: Column,
  chosen: boolean,
  readOnly: boolean,
  actions: BoardActions,
): unknown {
  const note = words.dayNote(column);
  const past = column.dayOn < model.today;
  const handleDrop = (event: DragEvent): void => {
    event.preventDefault();
    const data = event.dataTransfer?.getData(dragType);
    if (data) actions.drop(JSON.parse(data) as DragItem, column.dayOn, dropIndex(event));
  };
  const handleOver = (event: DragEvent): void => {
    if (readOnly || past || !event.dataTransfer?.types.includes(dragType)) return;
    event.preventDefault();
  };
  const report = model.reports.get(column.dayOn);
  return html`<section
    class=${classMap({ column: true, chosen, today: column.dayOn === model.today, free: !column.working })}
    aria-label=${`${words.day(column.dayOn)} ${note}`}
    @dragover=${handleOver}
    @drop=${handleDrop}
  >
    <header>
      <h2>
        ${words.day(column.dayOn)}${column.dayOn === model.today ? html` <span class="now">${words.t('day.today')}</span>` : nothing}
      </h2>
      <p class="muted small">
        ${note ? html`<strong>${note}</strong> ` : nothing}${words.t('day.count', { n: column.count })}${column.roadKm > 0 ? html` · <span title=${words.t('day.kmHelp', { factor: model.settings.detourFactor })}>${words.t('day.km', { km: words.km(column.roadKm) })}</span>` : nothing}
      </p>
    </header>
    <ol>
      ${repeat(column.items, itemId, (item, index) => renderItem(words, model, column, item, index, readOnly, actions))}
    </ol>
    ${column.items.length === 0 ? html`<p class="muted small empty">${words.t(column.working ? 'day.empty' : 'day.closed')}</p>` : nothing}
    ${
      column.dayOn <= model.today && column.working
        ? html`<button type="button" class="link report" @click=${() => actions.report(column.dayOn)}>
            ${report ? words.t('report.done', { state: words.t(`attendance.${report.value.attendance}`) }) : words.t(readOnly ? 'report.none' : 'report.write')}
          </button>`
        : nothing
    }
  </section>`;
}

function itemId(item: BoardItem): string {
  return item.kind === 'visit' ? item.visit.id : item.crm.id;
}

/** Position among the cards of the column that the pointer is above. */
function dropIndex(event: DragEvent): number {
  const cards = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('li[data-visit]')];
  const index = cards.findIndex((card) => {
    const { top, height } = card.getBoundingClientRect();
    return event.clientY < top + height / 2;
  });
  return index < 0 ? cards.length : index;
}

function renderItem(
  words: Words,
  model: WeekModel,
  column: Column,
  item: BoardItem,
  index: number,
  readOnly: boolean,
  actions: BoardActions,
): unknown {
  const accountId = item.kind === 'visit' ? item.visit.accountId : item.crm.accountId;
  const account = model.accounts.get(accountId);
  if (item.kind === 'crm') return renderCrm(words, account, item.crm, readOnly || column.dayOn < model.today, actions);
  const { visit } = item;
  const { value } = visit;
  const movable = !readOnly && value.status === 'planned';
  return html`<li
    data-visit=${visit.id}
    class=${classMap({ card: true, done: value.status === 'completed', off: value.status === 'cancelled' })}
    draggable=${movable ? 'true' : 'false'}
    @dragstart=${(event: DragEvent) => startDrag(event, { kind: 'visit', id: visit.id })}
  >
    <button type="button" class="face" @click=${() => actions.open(visit.id)}>
      ${renderHead(value.time ?? `${index + 1}.`, account)} ${renderName(account, words)}
      <span class="state"
        ><span class="muted small">${[words.t(`purpose.${value.purpose}`), value.area].filter(Boolean).join(' · ')}</span
        >${renderState(words, visit)}</span
      >
    </button>
    ${movable ? html`<mp-menu variant="quiet" .label=${words.t('visit.actionsFor', { name: account?.name ?? visit.accountId })} .items=${visitMenu(words, model, visit)} @mp-select=${(event: CustomEvent<{ value: string }>) => actions.act(visit, event.detail.value)}></mp-menu>` : nothing}
  </li>`;
}

function renderHead(time: string, account: PlannedAccount | undefined): unknown {
  return html`<span class="line small"
    ><span class="muted number">${time}</span
    >${account ? html`<span class="tier ${account.tier}">${account.tier}</span>` : nothing}</span
  >`;
}

function renderName(account: PlannedAccount | undefined, words: Words): unknown {
  return html`<span class="name">${account?.name ?? words.t('account.gone')}</span>`;
}

function renderState(words: Words, { value, pending }: VisitRecord): unknown {
  const label =
    value.status === 'completed' && value.effective
      ? value.effective.value
        ? 'visit.effective'
        : 'visit.ineffective'
      : `status.${value.status}`;
  const tone = value.status === 'completed' && value.effective?.value === false ? 'warning' : tones[value.status];
  const badge = value.status === 'planned' ? nothing : html`<mp-badge tone=${tone}>${words.t(label)}</mp-badge>`;
  const waits = pending ? html`<mp-badge tone="warning" icon="offline">${words.t('sync.waiting')}</mp-badge>` : nothing;
  return html`${badge}${waits}`;
}

function renderCrm(
  words: Words,
  account: PlannedAccount | undefined,
  crm: Extract<BoardItem, { kind: 'crm' }>['crm'],
  readOnly: boolean,
  actions: BoardActions,
): unknown {
  return html`<li class="card crm">
    <button type="button" class="face" @click=${() => actions.openAccount(crm.accountId)}>
      ${renderHead(words.clock(crm.startAt), account)} ${renderName(account, words)}
      <span class="muted small"
        >${words.t(`crm.${crm.status}`)}${crm.purpose ? ` · ${words.t(`purpose.${crm.purpose}`)}` : ''}</span
      >
    </button>
    ${crm.status === 'planned' && !readOnly && account ? html`<mp-button variant="quiet" icon="plus" .label=${words.t('crm.adopt', { name: account.name })} @click=${() => actions.adopt(crm.accountId, crm.dayOn)}></mp-button>` : nothing}
  </li>`;
}

function visitMenu(words: Words, model: WeekModel, visit: VisitRecord): MenuItem[] {
  const days = model.openDays.filter((day) => day !== visit.value.dayOn);
  return [
    { value: 'start', label: words.t('visit.start'), icon: 'play' },
    { value: 'up', label: words.t('visit.earlier'), icon: 'arrow-up' },
    { value: 'down', label: words.t('visit.later'), icon: 'arrow-down' },
    ...days.map((day, index) => ({
      value: `day:${day}`,
      label: words.t('visit.moveTo', { day: words.day(day) }),
      divided: index === 0,
    })),
    { value: 'cancel', label: words.t('visit.cancel'), divided: true, danger: true },
  ];
}
