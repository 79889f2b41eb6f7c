/** Which of the kept cells it takes to stand against a value. */
import { boxValue } from '../plan.ts';
import { outermost } from './nested.ts';
import type { Question } from './question.ts';
import type { Kept } from './refusal.ts';

/**
 * A smallest set of kept cells that are apart and would have to move by `missing` in all. Where they hold too little, each of
 * them counts, since any one could take the rest; where they hold too much, the largest may be too much by themselves.
 */
export function standingAgainst({ plan, metric }: Question, kept: readonly Kept[], missing: number): Kept[] {
  const outer = outermost(plan.grid, kept);
  if (missing >= 0) return outer;
  const sized = outer.map((one) => ({ one, held: boxValue(plan, metric, one.box) ?? 0 }));
  sized.sort((a, b) => a.held - b.held);
  let spare = 0 - missing;
  const needed = new Set<Kept>();
  for (const { one, held } of sized) {
    if (held >= spare) needed.add(one);
    else spare -= held;
  }
  return outer.filter((one) => needed.has(one));
}
