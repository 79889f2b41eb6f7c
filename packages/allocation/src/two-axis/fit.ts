/**
 * Interlocking holds solved together: iterative proportional fitting (Deming and Stephan 1940) of the leaves to every
 * total that must stand, then rounding to integers that keep all of them (`fit-round.ts`). Cells that are 0 or null stay
 * so. The answer is checked exactly; when it does not hold there is none.
 */
import { boxSize, hasLeaf, overlaps } from './box.ts';
import { roundToTotals } from './fit-round.ts';
import { leavesOf } from './plan.ts';
import { heldBoxes } from './refusal.ts';
import { amountOf, spreadOver, sumOf } from './spread.ts';
import type { Spread } from './edit.ts';
import type { Split } from './log.ts';
import type { Box, Leaf, Plan } from './plan.ts';

/** A sum that must come out: positions of its free leaves and what they must add up to. */
export interface Total {
  readonly members: readonly number[];
  readonly need: number;
}

const ROUNDS = 300;
/** Errors below this leave the rounding a choice of floor or ceiling for every cell. */
const CLOSE_ENOUGH = 0.01;

/** New values for the leaves of the target and of every hold it is tied to, or null when none were found. */
export function fitHolds(plan: Plan, target: Box, total: number, spread: Spread): Split[] | null {
  const boxes = tiedBoxes(target, heldBoxes(plan));
  const own = boxSize(target) === 1 ? spreadOver(plan, target, leavesOf(plan, target), total, spread) : [];
  const leaves = [...uniqueLeaves(plan, [target, ...boxes])].map((leaf) =>
    own.length > 0 && hasLeaf(target, leaf) ? { ...leaf, value: total } : leaf,
  );
  // Single cells are settled: those held keep their value, a target of one leaf has its new one.
  const single = [...boxes, target].filter((box) => boxSize(box) === 1);
  const free = leaves.filter((leaf) => !single.some((box) => hasLeaf(box, leaf)));
  if (leaves.some((leaf) => (leaf.value ?? 0) < 0)) return null;
  const totals = [
    ...boxes.filter((box) => boxSize(box) > 1).map((box) => totalFor(box, amountOf(plan, box), leaves, free)),
    ...(own.length > 0 ? [] : [totalFor(target, total, leaves, free)]),
  ];
  const fitted = scale(seed(plan, target, total, free, spread), totals);
  const rounded = fitted === null ? null : roundToTotals(fitted, totals);
  if (fitted === null || rounded === null) return null;
  return [...own, ...describe(free, fitted, rounded)];
}

function tiedBoxes(target: Box, holds: readonly Box[]): Box[] {
  const tied: Box[] = [];
  const queue = [target];
  for (let box = queue.pop(); box !== undefined; box = queue.pop()) {
    for (const hold of holds) {
      if (tied.includes(hold) || !overlaps(hold, box)) continue;
      tied.push(hold);
      queue.push(hold);
    }
  }
  return tied;
}

function uniqueLeaves(plan: Plan, boxes: readonly Box[]): Iterable<Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const box of boxes) {
    for (const leaf of leavesOf(plan, box)) leaves.set(`${leaf.row}.${leaf.month}`, leaf);
  }
  return leaves.values();
}

function totalFor(box: Box, value: number, leaves: readonly Leaf[], free: readonly Leaf[]): Total {
  const inBox = (leaf: Leaf): boolean => hasLeaf(box, leaf);
  const held = sumOf(leaves.filter(inBox)) - sumOf(free.filter(inBox));
  return { members: free.flatMap((leaf, index) => (inBox(leaf) ? [index] : [])), need: value - held };
}

/** The current values, with those of the target already spread as asked, so that its pattern is the one fitted. */
function seed(plan: Plan, target: Box, total: number, free: readonly Leaf[], spread: Spread): number[] {
  const inside = free.filter((leaf) => hasLeaf(target, leaf));
  const wanted = new Map(
    inside.length === 0
      ? []
      : spreadOver(plan, target, inside, Math.max(total, 0), spread).map((split) => [
          `${split.period}|${split.node}`,
          split.after ?? 0,
        ]),
  );
  return free.map((leaf) => wanted.get(`${leaf.period}|${leaf.node}`) ?? leaf.value ?? 0);
}

function scale(start: readonly number[], totals: readonly Total[]): number[] | null {
  const values = [...start];
  for (let round = 0; round < ROUNDS; round += 1) {
    let worst = 0;
    for (const { members, need } of totals) {
      let sum = 0;
      for (const index of members) sum += values[index] ?? 0;
      worst = Math.max(worst, Math.abs(sum - need));
      if (need < 0 || (sum === 0 && need > 0)) return null;
      if (sum === 0) continue;
      for (const index of members) values[index] = ((values[index] ?? 0) * need) / sum;
    }
    if (worst < CLOSE_ENOUGH) return values;
  }
  // Nearly separate blocks converge slowly; the rounding carries the few units that are still out.
  return values;
}

function describe(free: readonly Leaf[], fitted: readonly number[], rounded: readonly number[]): Split[] {
  const pool = rounded.reduce((sum, value) => sum + value, 0);
  const of = fitted.reduce((sum, value) => sum + value, 0);
  return free.map((leaf, index) => {
    const weight = fitted[index] ?? 0;
    const after = leaf.value === null && rounded[index] === 0 ? null : (rounded[index] ?? 0);
    const { node, period, value: before } = leaf;
    return { node, period, before, after, method: 'fit', pool, weight, of, fallback: null };
  });
}
