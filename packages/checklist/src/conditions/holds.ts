import { isAnswered, isNotApplicable } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Condition } from './condition.ts';

/**
 * Whether a condition holds. `lookup` gives the answer in force (null for hidden or unanswered items); comparisons
 * with such an item are false. `equals` and `in` on several choices ask whether one of them was chosen.
 */
export function holds(condition: Condition, lookup: (itemId: string) => Answer | null): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, lookup));
  if ('any' in condition) return condition.any.some((part) => holds(part, lookup));
  if ('not' in condition) return !holds(condition.not, lookup);
  const answer = lookup(condition.item);
  if ('answered' in condition) return isAnswered(answer) === condition.answered;
  const value = isNotApplicable(answer) ? 'na' : (answer?.value ?? null);
  if (value === null) return false;
  if ('equals' in condition) return has(value, condition.equals);
  if ('in' in condition) return condition.in.some((candidate) => has(value, candidate));
  if ('gt' in condition) return order(value, condition.gt) > 0;
  return order(value, condition.lt) < 0;
}

function has(value: string | number | readonly string[], wanted: string | number): boolean {
  return typeof value === 'object' ? value.some((v) => v === wanted) : value === wanted;
}

/** NaN (no order) unless both are numbers or both are texts; dates order as texts. */
function order(value: string | number | readonly string[], bound: number | string): number {
  if (value === 'na') return NaN;
  if (typeof value === 'number' && typeof bound === 'number') return value - bound;
  if (typeof value === 'string' && typeof bound === 'string') return value < bound ? -1 : value > bound ? 1 : 0;
  return NaN;
}
