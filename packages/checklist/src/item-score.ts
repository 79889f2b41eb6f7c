import { isAnswered, isNotApplicable } from './answer.ts';
import type { Answer } from './answer.ts';
import type { ChecklistItem, Range } from './template.ts';

/** Whether an item can have a score at all, by its type and score map. */
export function hasScoreMap(item: ChecklistItem): boolean {
  switch (item.type) {
    case 'yes-no-na':
      return true;
    case 'choice':
    case 'multi-choice':
      return item.options.some((o) => o.score !== undefined);
    case 'number':
    case 'money':
      return item.pass !== undefined;
    default:
      return false;
  }
}

/** Score of an answer from 0 to 100, or null when it is missing, does not apply or is not scored. */
export function itemScore(item: ChecklistItem, answer: Answer | null): number | null {
  if (!isAnswered(answer) || isNotApplicable(answer)) return null;
  const value = answer?.value ?? null;
  switch (item.type) {
    case 'yes-no-na':
      return value === 'yes' ? (item.scores?.yes ?? 100) : value === 'no' ? (item.scores?.no ?? 0) : null;
    case 'choice':
      return item.options.find((o) => o.id === value)?.score ?? null;
    case 'multi-choice':
      return lowest(item.options.filter((o) => Array.isArray(value) && value.includes(o.id)).map((o) => o.score));
    case 'number':
    case 'money':
      return item.pass && typeof value === 'number' ? (inside(value, item.pass) ? 100 : 0) : null;
    default:
      return null;
  }
}

function lowest(scores: readonly (number | undefined)[]): number | null {
  const known = scores.filter((s) => s !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function inside(value: number, range: Range): boolean {
  return value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity);
}
