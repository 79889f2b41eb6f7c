/** One edit: solve, apply, and answer with the difference and the explanation. All of it or nothing. */
import { addPercent, checkAmount } from '../exact.ts';
import { boxOf, holdKey, metricOf } from '../plan.ts';
import { checkEdit } from './check-edit.ts';
import { heldBoxes } from './held-boxes.ts';
import { manualCells } from './manual-cells.ts';
import { solveSet } from './solve-set.ts';
import { checkTotal, valueOf } from './plan-total.ts';
import { divisionsOf, finish, withParts } from './write.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Edit, EditResult, Spreading } from './edit.ts';
import type { Question } from './question.ts';
import type { Kept } from './refusal.ts';

type Place = { readonly metric: number; readonly target: Box };

/**
 * Applies one edit. The given plan is left as it is. Holds that stand against the edit are answered as `ok: false` with the
 * conflicts and a remedy; a malformed edit, a cell the plan does not have or an amount that is no safe integer throws an
 * AllocationError with its path.
 */
export function applyEdit(plan: Plan, edit: Edit): EditResult {
  checkEdit(edit);
  const place = { metric: metricOf(plan, edit.target.metric, 'target.metric'), target: boxOf(plan, edit.target.at, 'target.at') };
  if (edit.kind === 'hold' || edit.kind === 'release') {
    return finish(plan, withHold(plan, place, edit.kind === 'hold'), { action: edit.kind, ...place, divisions: [] }, edit);
  }
  const before = valueOf(plan, place.metric, place.target);
  return setTo(plan, place, edit, before, wantedBy(edit, before ?? 0));
}

/** The value an edit asks for; null for none. */
function wantedBy(edit: Edit, current: number): number | null {
  switch (edit.kind) {
    case 'set':
      return checkAmount(edit.value, 'value');
    case 'add':
      return checkAmount(current + checkAmount(edit.value, 'value'), 'value');
    case 'percent':
      return addPercent(current, edit.percent, 'percent');
    case 'clear':
    case 'hold':
    case 'release':
      return null;
  }
}

function setTo(plan: Plan, place: Place, edit: Edit & Spreading, before: number | null, value: number | null): EditResult {
  const { metric, target } = place;
  const question: Question = {
    plan,
    metric,
    target,
    value,
    current: before ?? 0,
    empty: before === null,
    spread: edit.spread ?? { method: 'proportional' },
    keepSeasonality: edit.keepSeasonality ?? false,
    kept: keptFor(plan, metric, edit.within),
    manual: edit.keepManual === true && value !== null ? manualCells(plan, metric, target) : null,
  };
  const solution = solveSet(question);
  if (!solution.ok) return solution;
  const changed = withParts(plan, metric, solution.parts);
  checkTotal(question, changed, solution.parts);
  const divisions = divisionsOf(plan, target, solution.parts);
  return finish(plan, changed, { action: edit.kind, ...place, divisions, before, after: value }, edit);
}

function keptFor(plan: Plan, metric: number, within: Spreading['within']): readonly Kept[] {
  const held = heldBoxes(plan, metric);
  if (within === undefined) return held;
  const box = boxOf(plan, within, 'within');
  // Held in the plan it is kept anyway, and needs no second name.
  return plan.holds.has(holdKey(metric, box)) ? held : [...held, { box, cause: 'within' }];
}

function withHold(plan: Plan, { metric, target }: Place, held: boolean): Plan {
  const key = holdKey(metric, target);
  if (plan.holds.has(key) === held) return plan;
  const holds = new Map(plan.holds);
  if (held) holds.set(key, { metric, box: target });
  else holds.delete(key);
  return { ...plan, holds };
}
