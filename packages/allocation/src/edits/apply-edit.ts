/** One edit: solve, apply, and answer with the difference and the explanation. All of it or nothing. */
import { addPercent, checkAmount } from '../exact.ts';
import { boxOf, boxValue, holdKey, metricOf } from '../plan.ts';
import { manualCells } from './manual-cells.ts';
import { solveSet } from './solve-set.ts';
import { divisionsOf, finish, withParts } from './write.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Edit, EditResult, Spreading } from './edit.ts';
import type { Question } from './question.ts';
import type { Kept } from './refusal.ts';

type Place = { readonly metric: number; readonly target: Box };

/**
 * Applies one edit. The given plan is left as it is. Holds that stand against the edit are answered as `ok: false` with the
 * conflicts and a remedy; a cell the plan does not have or an amount that is no safe integer throws an AllocationError.
 */
export function applyEdit(plan: Plan, edit: Edit): EditResult {
  const place = { metric: metricOf(plan, edit.target.metric), target: boxOf(plan, edit.target.at, 'target.at') };
  switch (edit.kind) {
    case 'set':
      return setTo(plan, place, edit, checkAmount(edit.value, 'value'));
    case 'add':
      return setTo(plan, place, edit, checkAmount(amountAt(plan, place) + checkAmount(edit.value, 'value'), 'value'));
    case 'percent':
      return setTo(plan, place, edit, addPercent(amountAt(plan, place), edit.percent));
    case 'clear':
      return setTo(plan, place, edit, null);
    case 'hold':
    case 'release':
      return finish(plan, withHold(plan, place, edit.kind === 'hold'), { action: edit.kind, ...place, divisions: [] }, edit);
  }
}

/** The value of a cell, null read as 0. */
function amountAt(plan: Plan, { metric, target }: Place): number {
  return boxValue(plan, metric, target) ?? 0;
}

function setTo(plan: Plan, place: Place, edit: Edit & Spreading, value: number | null): EditResult {
  const { metric, target } = place;
  const kept = keptFor(plan, metric, edit.within);
  const question: Question = {
    plan,
    metric,
    target,
    value,
    current: amountAt(plan, place),
    spread: edit.spread ?? { method: 'proportional' },
    keepSeasonality: edit.keepSeasonality ?? false,
    kept,
    manual: edit.keepManual === true && value !== null ? manualCells(plan, metric, target) : null,
  };
  const solution = solveSet(question);
  if (!solution.ok) return solution;
  const changed = withParts(plan, metric, solution.parts);
  checkTotal(changed, metric);
  return finish(plan, changed, { action: edit.kind, ...place, divisions: divisionsOf(plan, target, solution.parts) }, edit);
}

/** Throws where the whole plan would no longer add up to a safe integer. */
function checkTotal(plan: Plan, metric: number): void {
  boxValue(plan, metric, new Int32Array(plan.grid.axes.length));
}

function keptFor(plan: Plan, metric: number, within: Spreading['within']): Kept[] {
  const kept: Kept[] = [];
  for (const hold of plan.holds.values()) if (hold.metric === metric) kept.push({ box: hold.box, cause: 'hold' });
  if (within !== undefined) kept.push({ box: boxOf(plan, within, 'within'), cause: 'within' });
  return kept;
}

function withHold(plan: Plan, { metric, target }: Place, held: boolean): Plan {
  const key = holdKey(metric, target);
  if (plan.holds.has(key) === held) return plan;
  const holds = new Map(plan.holds);
  if (held) holds.set(key, { metric, box: target });
  else holds.delete(key);
  return { ...plan, holds };
}
