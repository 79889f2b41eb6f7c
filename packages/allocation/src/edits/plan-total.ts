/** Keeping the whole of a plan an exact integer, without adding up a million cells for every edit of one. */
import { coreError } from '../core-error.ts';
import { boxValue } from '../plan.ts';
import type { Plan } from '../plan.ts';
import type { Box } from '../grid.ts';
import type { Values } from '../values.ts';
import type { Part } from './divide-pool.ts';
import type { Question } from './question.ts';

const totals = new WeakMap<Values, number>();

/** Throws `allocation.total.invalid` where the changed plan no longer adds up to a safe integer. */
export function checkTotal(question: Question, changed: Plan, parts: readonly Part[]): void {
  const { plan, metric, value, current } = question;
  const [before, after] = [plan.values[metric] as Values, changed.values[metric] as Values];
  if (before === after) return;
  const whole = question.target.every((member) => member === 0);
  const total = whole
    ? (value ?? 0)
    : totalOf(plan, metric, before) + (question.kept.length === 0 ? (value ?? 0) - current : movedBy(parts));
  if (!Number.isSafeInteger(total)) throw coreError('allocation.total.invalid', total, 'value');
  totals.set(after, total);
}

/** `boxValue` that remembers the whole of a plan. */
export function valueOf(plan: Plan, metric: number, box: Box): number | null {
  if (box.some((member) => member !== 0)) return boxValue(plan, metric, box);
  const known = totals.get(plan.values[metric] as Values);
  // A whole of 0 may be null: only the cells tell.
  return known === undefined || known === 0 ? boxValue(plan, metric, box) : known;
}

function totalOf(plan: Plan, metric: number, values: Values): number {
  let total = totals.get(values);
  if (total === undefined) {
    total = boxValue(plan, metric, new Int32Array(plan.grid.axes.length)) ?? 0;
    totals.set(values, total);
  }
  return total;
}

function movedBy(parts: readonly Part[]): number {
  let moved = 0;
  for (const { before, after, wide } of parts) {
    if (wide === true || before === after) continue;
    for (let index = 0; index < before.length; index += 1) {
      const [was, is] = [before[index] as number, after[index] as number];
      moved += (is === is ? is : 0) - (was === was ? was : 0);
    }
  }
  return moved;
}
