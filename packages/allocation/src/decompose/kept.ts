/** Leaf cells that a decomposition leaves alone: held ones, and with the switch those a person set. */
import { cellCount, eachRun, overlaps } from '../grid.ts';
import { holdsAll, sharedBox } from '../edits/boxes.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';

/** Running sums over the ordered positions: entry i stands for all before i, so a range is a difference of two. */
export interface KeptCells {
  /** 1 for cells that stay, in the order of the positions. */
  readonly closed: Uint8Array;
  /** Their amounts, null read as 0. */
  readonly sums: Float64Array;
  /** How many of them are not null. */
  readonly filled: Int32Array;
  /** How many cells do not stay. */
  readonly open: Int32Array;
}

/** Kept boxes that share cells with the target without being all of it. Those that contain it concern its total alone. */
export function keptInside({ grid }: Plan, target: Box, kept: readonly Kept[]): Kept[] {
  return kept.filter(({ box }) => overlaps(grid, box, target) && !holdsAll(grid, box, target));
}

/**
 * The cells of the kept boxes, and those marked by position. A kept cell above the leaves keeps its leaves, too: what is held
 * does not move. Null when nothing is kept. `current` are the amounts in the order of the positions.
 */
export function keptCells(
  plan: Plan,
  target: Box,
  positions: Int32Array,
  current: Float64Array,
  kept: readonly Kept[],
  marked: Uint8Array | null,
): KeptCells | null {
  const inside = keptInside(plan, target, kept);
  if (inside.length === 0 && marked === null) return null;
  const { grid } = plan;
  const marks = marked?.slice() ?? new Uint8Array(cellCount(grid));
  for (const { box } of inside) eachRun(grid, sharedBox(grid, target, box), (start, end) => marks.fill(1, start, end));
  const size = positions.length;
  const closed = new Uint8Array(size);
  const sums = new Float64Array(size + 1);
  const filled = new Int32Array(size + 1);
  const open = new Int32Array(size + 1);
  for (let at = 0; at < size; at += 1) {
    const stays = marks[positions[at] as number] as number;
    const amount = current[at] as number;
    const counts = stays === 1 && amount === amount;
    closed[at] = stays;
    sums[at + 1] = (sums[at] as number) + (counts ? amount : 0);
    filled[at + 1] = (filled[at] as number) + (counts ? 1 : 0);
    open[at + 1] = (open[at] as number) + 1 - stays;
  }
  return { closed, sums, filled, open };
}
