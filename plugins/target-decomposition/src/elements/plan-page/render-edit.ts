import { html, nothing } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import type { PlanChange, PlanEdit, PlanSpread, Preview, Refused, SpreadWeights } from '../../domain/plan-edit.ts';
import type { Words } from '../shared/words.ts';

/** How a value entered high up reaches the cells below. */
export type SpreadChoice = 'proportional' | 'even' | 'lastYear';

/** An edit that waits for a look at what it does. */
export interface PendingEdit {
  readonly edit: Extract<PlanEdit, { kind: 'set' }>;
  readonly choice: SpreadChoice;
  readonly result: Preview;
}

/** What the dialog offers. */
export interface EditActions {
  choose(choice: SpreadChoice): void;
  apply(): void;
  cancel(): void;
  /** The year's total of what is in view. */
  readonly total: { readonly node: string; readonly period: string };
  /** The cell above the edited one, with its amount before. */
  readonly parent: { readonly name: string; readonly amount: number } | null;
  nodeName(node: string): string;
  goTo(node: string, period: string): void;
  release(node: string, period: string): void;
}

const choices: readonly SpreadChoice[] = ['proportional', 'even', 'lastYear'];
const shownChanges = 60;

/** The preview of an edit above the leaves: how it spreads, what changes, or why it cannot be. */
export function renderPending(pending: PendingEdit, actions: EditActions, words: Words): TemplateResult {
  const { t } = words;
  const { edit, result } = pending;
  return html`<mp-dialog
    open
    .heading=${t('edit.title', { cell: `${actions.nodeName(edit.node)} ${words.short(edit.period)}` })}
    @mp-close=${actions.cancel}
  >
    <div class="stack">
      <p>${t('edit.to', { amount: words.exact(edit.value) })}</p>
      <mp-radio-group
        .label=${t('edit.spread')}
        .options=${choices.map((value) => ({ value, label: t(`edit.spread.${value}`) }))}
        .value=${pending.choice}
        @change=${(event: Event) => actions.choose((event.currentTarget as unknown as { value: SpreadChoice }).value)}
      ></mp-radio-group>
      ${result.ok ? html`${renderJump(edit, result.changes, actions, words)}${renderDiff(result.changes, edit, actions, words)}` : renderRefusal(result, actions, words)}
    </div>
    <mp-button slot="actions" @click=${actions.cancel}>${t('action.cancel')}</mp-button>
    <mp-button slot="actions" variant="primary" ?disabled=${!result.ok} @click=${actions.apply}>${t('edit.apply')}</mp-button>
  </mp-dialog>`;
}

/** A jump that is more often a slip of the unit than meant: said before it is kept. */
function renderJump(
  edit: PendingEdit['edit'],
  diff: readonly PlanChange[],
  actions: EditActions,
  words: Words,
): TemplateResult | typeof nothing {
  const { t } = words;
  const own = diff.find((change) => change.node === edit.node && change.period === edit.period);
  const [before, after] = [own?.before ?? 0, own?.after ?? 0];
  const moved = words.money(after - before, 'auto', true);
  const { parent } = actions;
  const lines = [
    ...(before > 0 && after > 3 * before
      ? [
          t('edit.jump.times', {
            before: words.money(before),
            after: words.money(after),
            times: (after / before).toFixed(1),
          }),
        ]
      : []),
    ...(parent && parent.amount > 0 && Math.abs(after - before) > parent.amount / 2
      ? [
          t('edit.jump.parent', {
            moved,
            parent: parent.name,
            share: words.percent(Math.abs(after - before) / parent.amount),
            amount: words.money(parent.amount),
          }),
        ]
      : []),
  ];
  if (lines.length === 0) return nothing;
  return html`<div class="note warning" role="alert">
    <div class="text"><strong>${t('edit.jump')}</strong> ${lines.map((line) => html`<p>${line}</p>`)}</div>
  </div>`;
}

function renderDiff(diff: readonly PlanChange[], edit: PendingEdit['edit'], actions: EditActions, words: Words): TemplateResult {
  const { t } = words;
  if (diff.length === 0) return html`<p class="muted">${t('edit.nothing')}</p>`;
  const leaves = diff.filter((change) => change.leaf).length;
  // The year's total and the edited cell, then who gives way in the same period, then the months below.
  const { total } = actions;
  const rank = (change: PlanChange): number =>
    change.node === total.node && change.period === total.period
      ? 0
      : change.period !== edit.period
        ? 3
        : change.node === edit.node
          ? 1
          : 2;
  const ordered = [...diff].sort((a, b) => rank(a) - rank(b));
  return html`<p>${t('edit.changes', { cells: diff.length, leaves })}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('edit.changes.label')}>
      <table class="diff">
        <thead>
          <tr>
            <th scope="col">${t('column.cell')}</th>
            <th scope="col">${t('column.before')}</th>
            <th scope="col">${t('column.after')}</th>
            <th scope="col">${t('column.difference')}</th>
          </tr>
        </thead>
        <tbody>
          ${ordered.slice(0, shownChanges).map((change) => renderChange(change, actions, words))}
        </tbody>
      </table>
    </div>
    ${diff.length > shownChanges ? html`<p class="small muted">${t('edit.more', { count: diff.length - shownChanges })}</p>` : nothing}`;
}

function renderChange(change: PlanChange, actions: EditActions, words: Words): TemplateResult {
  const moved = (change.after ?? 0) - (change.before ?? 0);
  return html`<tr>
    <td>${actions.nodeName(change.node)} ${words.short(change.period)}</td>
    <td title=${words.exact(change.before)}>${words.money(change.before, 'wan')}</td>
    <td title=${words.exact(change.after)}>${words.money(change.after, 'wan')}</td>
    <td class=${moved < 0 ? 'down' : 'up'} title=${words.exact(moved)}>${words.money(moved, 'wan', true)}</td>
  </tr>`;
}

/** A contradiction: the cells that stand against the edit, and what to do. */
export function renderRefusal(
  refusal: Refused,
  actions: Pick<EditActions, 'nodeName' | 'goTo' | 'release'>,
  words: Words,
): TemplateResult {
  const { t } = words;
  return html`<div class="note critical" role="alert">
    <div class="text">
      <strong>${t(`refusal.${refusal.code}`)}</strong>
      <ul class="plain">
        ${refusal.conflicts.slice(0, 8).map(
          (conflict) =>
            html`<li>
              ${actions.nodeName(conflict.node)}
              ${words.short(conflict.period)}：${t('refusal.cell', { held: words.exact(conflict.held), needed: words.exact(conflict.needed) })}
              <mp-button variant="quiet" @click=${() => actions.goTo(conflict.node, conflict.period)}
                >${t('refusal.show')}</mp-button
              >
              <mp-button variant="quiet" icon="unlock" @click=${() => actions.release(conflict.node, conflict.period)}
                >${t('refusal.release')}</mp-button
              >
            </li>`,
        )}
      </ul>
      <p>${t(`refusal.${refusal.code}.remedy`)}</p>
    </div>
  </div>`;
}

/** The engine's spread for a choice. `lastYear` are weights by leaf and month; `even` only reaches those who are there. */
export function spreadOf(
  choice: SpreadChoice,
  weights: { readonly lastYear: SpreadWeights; readonly present: SpreadWeights },
): PlanSpread {
  if (choice === 'proportional') return { method: 'proportional' };
  return { method: 'weights', weights: choice === 'even' ? weights.present : weights.lastYear };
}
