/**
 * Setting a cell while holds stay where they are.
 *
 * Vocabulary: the target is the cell that gets a value. Holds inside it keep their leaves, the other leaves of the target
 * are free. A held cell around the target keeps its total, so its other leaves, the siblings, give way. Holds that merely
 * cross the target keep the leaves they share with it. Only when holds interlock so that this leaves no room is the whole
 * system of sums solved at once (`fit.ts`).
 */
import { boxSize, covers, hasLeaf, overlaps } from './box.ts';
import { checkAmount } from '../exact.ts';
import { fitHolds } from './fit.ts';
import { boxValue, leavesOf } from './plan.ts';
import { heldBoxes, refuse } from './refusal.ts';
import { amountOf, spreadOver, sumOf } from './spread.ts';
import type { Refusal, Spread } from './edit.ts';
import type { Split } from './log.ts';
import type { Box, Leaf, Plan } from './plan.ts';

/** The new leaf values, or why there are none. */
export type Solution = { readonly ok: true; readonly splits: readonly Split[] } | Refusal;

/** Finds leaf values so that the target is `value` and no held cell moves. */
export function solveSet(plan: Plan, target: Box, value: number, spread: Spread): Solution {
  const total = checkAmount(value, 'value');
  const holds = heldBoxes(plan).filter((hold) => overlaps(hold, target));
  const same = holds.filter((hold) => covers(hold, target) && covers(target, hold));
  const change = total - amountOf(plan, target);
  if (same.length > 0) return refuse(plan, 'held', same, change);
  const parts = heldParts(plan, target, holds);
  if (parts !== null && change !== 0) return refuse(plan, 'noRoom', parts, change);
  const direct = solveDirectly(plan, target, total, spread, holds);
  if (direct.ok || !mayInterlock(target, holds)) return direct;
  const fitted = fitHolds(plan, target, total, spread);
  if (fitted !== null) return { ok: true, splits: fitted };
  return direct.code === 'interlocked' ? direct : refuse(plan, 'interlocked', holds, change);
}

/** Holds that tile the target and so fix its value, whatever else is held; null when they do not. */
function heldParts(plan: Plan, target: Box, holds: readonly Box[]): Box[] | null {
  const inside = holds.filter((hold) => covers(target, hold));
  const parts = inside.filter((hold) => !inside.some((other) => other !== hold && covers(other, hold)));
  const disjoint = parts.every((a) => parts.every((b) => a === b || !overlaps(a, b)));
  const size = parts.reduce((sum, part) => sum + boxSize(part), 0);
  return disjoint && size === boxSize(target) ? parts : null;
}

/** Whether holds cross the target or each other: only then can a joint solution exist where the direct one does not. */
function mayInterlock(target: Box, holds: readonly Box[]): boolean {
  const around = holds.filter((hold) => covers(hold, target));
  const crossing = holds.some((hold) => !covers(hold, target) && !covers(target, hold));
  return crossing || !isChain(around);
}

function isChain(boxes: readonly Box[]): boolean {
  return boxes.every((a) => boxes.every((b) => covers(a, b) || covers(b, a)));
}

function solveDirectly(plan: Plan, target: Box, total: number, spread: Spread, holds: readonly Box[]): Solution {
  const around = holds.filter((hold) => covers(hold, target)).sort((a, b) => boxSize(a) - boxSize(b));
  const within = holds.filter((hold) => !covers(hold, target));
  const change = total - amountOf(plan, target);
  if (!isChain(around)) return refuse(plan, 'interlocked', around, change);
  const inside = divide(plan, target, leavesOf(plan, target), total, spread, within);
  if (!inside.ok || around.length === 0) return inside;
  const frame = around[0] as Box;
  const rest = leavesOf(plan, frame).filter((leaf) => !hasLeaf(target, leaf));
  const others = heldBoxes(plan).filter((hold) => overlaps(hold, frame) && !covers(hold, frame));
  const outside = divide(plan, frame, rest, sumOf(rest) - change, { method: 'proportional' }, others, frame);
  return outside.ok ? { ok: true, splits: [...inside.splits, ...outside.splits] } : outside;
}

/** Makes leaves add up to `total` with those under a hold left alone. */
function divide(
  plan: Plan,
  box: Box,
  leaves: readonly Leaf[],
  total: number,
  spread: Spread,
  holds: readonly Box[],
  frame?: Box,
): Solution {
  const free = leaves.filter((leaf) => !holds.some((hold) => hasLeaf(hold, leaf)));
  const pool = total - (sumOf(leaves) - sumOf(free));
  const shortfall = pool - sumOf(free);
  const touched = holds.filter((hold) => leaves.some((leaf) => hasLeaf(hold, leaf)));
  const refused = (code: 'noRoom' | 'belowZero', missing: number): Refusal => {
    const refusal = refuse(plan, code, touched, missing);
    if (frame === undefined) return refusal;
    // The total around gives the other way: it would have to take up what the siblings cannot give.
    const around = refuse(plan, code, [frame], 0 - missing);
    return { ...refusal, conflicts: [...around.conflicts, ...refusal.conflicts] };
  };
  if (free.length === 0) return shortfall === 0 ? { ok: true, splits: [] } : refused('noRoom', shortfall);
  const expected = frame === undefined ? total : (boxValue(plan, frame) ?? 0);
  if (pool < 0 && expected >= 0 && sumOf(free) >= 0) return refused('belowZero', pool);
  if (frame !== undefined && shortfall === 0) return { ok: true, splits: [] };
  return { ok: true, splits: spreadOver(plan, box, free, pool, spread) };
}
