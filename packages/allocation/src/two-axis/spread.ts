/** Dividing an amount over leaves by one of the spreading methods, with a declared rule for a base of zeros. */
import { shareOut } from './apportion.ts';
import { AllocationError } from '../error.ts';
import { boxOf, boxValue, leavesOf } from './plan.ts';
import type { Spread } from './edit.ts';
import type { Fallback, Split } from './log.ts';
import type { Box, Leaf, Plan } from './plan.ts';

/** Weights of leaves in their order, with the rule that made them. */
interface Base {
  readonly weights: readonly number[];
  readonly fallback: Fallback | null;
}

/** Divides `pool` over the leaves of `box` named in `free` and says for each how. The parts add up to the pool. */
export function spreadOver(plan: Plan, box: Box, free: readonly Leaf[], pool: number, spread: Spread): Split[] {
  const { weights, fallback } = baseFor(free, rawWeights(plan, box, free, spread));
  const of = weights.reduce((sum, weight) => sum + weight, 0);
  const { values } = shareOut(
    pool,
    free.map((leaf, index) => ({ id: `${leaf.period}|${leaf.node}`, weight: weights[index] ?? 0 })),
  );
  return free.flatMap((leaf, index) => {
    const weight = weights[index] ?? 0;
    // A leaf without weight keeps saying what it said: null stays null, 0 stays 0.
    const after = weight === 0 && leaf.value === null ? null : (values[index] ?? 0);
    const { node, period, value: before } = leaf;
    return [{ node, period, before, after, method: spread.method, pool, weight, of, fallback }];
  });
}

/** Weights that can be used: nothing negative, not all zero. */
function baseFor(free: readonly Leaf[], raw: readonly number[]): Base {
  const positive = raw.some((weight) => weight > 0);
  const negative = raw.some((weight) => weight < 0);
  if (positive && !negative) return { weights: raw, fallback: null };
  if (negative && !positive) return { weights: raw.map((weight) => 0 - weight), fallback: null };
  if (!positive) {
    const empty = free.map((leaf) => (leaf.value === null ? 1 : 0));
    if (empty.some((weight) => weight > 0) && empty.some((weight) => weight === 0)) {
      return { weights: empty, fallback: 'evenEmpty' };
    }
  }
  return { weights: free.map(() => 1), fallback: 'even' };
}

function rawWeights(plan: Plan, box: Box, free: readonly Leaf[], spread: Spread): readonly number[] {
  switch (spread.method) {
    case 'proportional':
      return free.map((leaf) => leaf.value ?? 0);
    case 'even':
      return free.map(() => 1);
    case 'weights':
      return free.map((leaf) => checkWeight(spread.weights[leaf.node]?.[leaf.period] ?? 0, leaf));
    case 'reference':
      return referenceWeights(plan, box, free, spread);
  }
}

function checkWeight(weight: number, leaf: Leaf): number {
  if (Number.isFinite(weight) && weight >= 0) return weight;
  throw new AllocationError('allocation.weight.invalid', weight, `weights.${leaf.node}.${leaf.period}`);
}

function referenceWeights(
  plan: Plan,
  box: Box,
  free: readonly Leaf[],
  spread: Extract<Spread, { method: 'reference' }>,
): readonly number[] {
  const ref = { node: spread.node ?? box.ref.node, period: spread.period ?? box.ref.period };
  const source = boxOf(plan, ref);
  const months = box.period.to - box.period.from;
  const sameShape =
    source.period.to - source.period.from === months && source.node.to - source.node.from === box.node.to - box.node.from;
  if (!sameShape) throw new AllocationError('allocation.reference.shape', `${ref.node} × ${ref.period}`, 'spread');
  const values = leavesOf(plan, source);
  return free.map((leaf) => values[(leaf.row - box.node.from) * months + leaf.month - box.period.from]?.value ?? 0);
}

/** Sum of the values of leaves; null counts as nothing. */
export function sumOf(leaves: readonly { readonly value: number | null }[]): number {
  return leaves.reduce((sum, leaf) => sum + (leaf.value ?? 0), 0);
}

/** The value of a box, null read as 0. */
export function amountOf(plan: Plan, box: Box): number {
  return boxValue(plan, box) ?? 0;
}
