/**
 * Where the cells of a plan are. The last axis (time, when there is one) runs inside a row; a row is one combination of
 * leaves of the other axes. Only rows that belong to the plan exist, in the order of their leaf positions, so a plan over
 * representatives × territories × products holds no more than what is really sold where.
 *
 * Vocabulary: a position is the number of a leaf cell, `row × width + leaf of the last axis`; a box is a cell of any level,
 * a leaf range per axis; a run is a range of positions without a gap.
 */
import { isWithin } from './axis.ts';
import { coreError } from './core-error.ts';
import type { Axis } from './axis.ts';

/** More leaf cells than this are refused; it keeps positions and tie-breaking ranks in exact integers. */
export const MOST_CELLS = 20_000_000;

/** See the head of this file. */
export interface Grid {
  readonly axes: readonly Axis[];
  /** Leaves of the last axis. */
  readonly width: number;
  readonly rowCount: number;
  /** Leaf position of every row, for each axis but the last. */
  readonly rows: readonly Int32Array[];
  /** 1 for leaf cells that belong to the plan, by position; null when all do. */
  readonly present: Uint8Array | null;
}

/** A cell of any level: a member number per axis, in the order of the axes. */
export type Box = Int32Array;

/** Every combination of leaves. Throws `allocation.plan.tooLarge`. */
export function fullGrid(axes: readonly Axis[]): Grid {
  const counts = axes.map((axis) => axis.leaves.length);
  const cells = counts.reduce((product, count) => product * count, 1);
  if (cells > MOST_CELLS) throw coreError('allocation.plan.tooLarge', cells, 'axes');
  const width = counts.at(-1) as number;
  const rowCount = cells / width;
  let block = rowCount;
  const rows = counts.slice(0, -1).map((count) => {
    block /= count;
    const column = new Int32Array(rowCount);
    for (let row = 0; row < rowCount; row += 1) column[row] = Math.floor(row / block) % count;
    return column;
  });
  return { axes, width, rowCount, rows, present: null };
}

/**
 * Only the combinations given: leaf positions for each axis but the last, in any order, twice counts once. Throws
 * `allocation.members.empty` without any, `allocation.plan.tooLarge` beyond the limit.
 */
export function sparseGrid(axes: readonly Axis[], combinations: readonly (readonly number[])[]): Grid {
  if (combinations.length === 0) throw coreError('allocation.members.empty', 'support', 'support');
  const width = (axes.at(-1) as Axis).leaves.length;
  if (combinations.length * width > MOST_CELLS) {
    throw coreError('allocation.plan.tooLarge', combinations.length * width, 'support');
  }
  const sorted = [...combinations]
    .sort(compare)
    .filter((row, index, all) => index === 0 || compare(row, all[index - 1] as []) !== 0);
  const rows = axes.slice(0, -1).map((_, axis) => Int32Array.from(sorted, (row) => row[axis] as number));
  return { axes, width, rowCount: sorted.length, rows, present: null };
}

/** The same grid where only the marked leaf cells belong to the plan. */
export function withPresent(grid: Grid, present: Uint8Array): Grid {
  return { ...grid, present };
}

/** Number of positions, absent ones included. */
export function cellCount(grid: Grid): number {
  return grid.rowCount * grid.width;
}

/** Whether `inner` lies in `outer` on every axis. */
export function covers(grid: Grid, outer: Box, inner: Box): boolean {
  return grid.axes.every((axis, at) => isWithin(axis, outer[at] as number, inner[at] as number));
}

/** Whether two boxes share leaf ranges on every axis. */
export function overlaps(grid: Grid, left: Box, right: Box): boolean {
  return grid.axes.every((axis, at) => {
    const [a, b] = [left[at] as number, right[at] as number];
    return isWithin(axis, a, b) || isWithin(axis, b, a);
  });
}

/** Calls back with every run of the box, in the order of positions. */
export function eachRun(grid: Grid, box: Box, visit: (start: number, end: number) => void): void {
  const { axes, rows, rowCount, width } = grid;
  const last = axes.length - 1;
  const from = axes.map((axis, at) => axis.from[box[at] as number] as number);
  const to = axes.map((axis, at) => axis.to[box[at] as number] as number);
  const [left, right] = [from[last] as number, to[last] as number];
  // Rows are in order: where an axis is narrowed to one leaf, those of the next one ascend again and can be searched.
  let [first, end, looked] = [0, rowCount, 0];
  for (let single = true; single && looked < last; looked += 1) {
    const column = rows[looked] as Int32Array;
    first = lowerBound(column, from[looked] as number, first, end);
    end = lowerBound(column, to[looked] as number, first, end);
    single = (to[looked] as number) - (from[looked] as number) === 1;
  }
  // Only axes after those need a look at every row, and only where the box narrows them.
  const narrow = rows
    .map((_, at) => at)
    .filter((at) => at >= looked && (to[at] as number) - (from[at] as number) < (axes[at] as Axis).leaves.length);
  if (narrow.length === 0 && right - left === width) {
    if (end > first) visit(first * width, end * width);
    return;
  }
  for (let row = first; row < end; row += 1) {
    let inside = true;
    for (const at of narrow) {
      const leaf = (rows[at] as Int32Array)[row] as number;
      if (leaf < (from[at] as number) || leaf >= (to[at] as number)) inside = false;
    }
    if (inside) visit(row * width + left, row * width + right);
  }
}

/** The positions of the box's cells that belong to the plan, ascending. */
export function positionsOf(grid: Grid, box: Box): Int32Array {
  let size = 0;
  eachRun(grid, box, (start, end) => (size += end - start));
  const positions = new Int32Array(size);
  const { present } = grid;
  let count = 0;
  eachRun(grid, box, (start, end) => {
    for (let at = start; at < end; at += 1) {
      if (present === null || present[at] === 1) positions[count++] = at;
    }
  });
  return count === size ? positions : positions.slice(0, count);
}

/** The leaf cell at a position, as a box. */
export function boxAt(grid: Grid, position: number): Box {
  const row = Math.floor(position / grid.width);
  return Int32Array.from(grid.axes, (axis, at) => {
    const column = grid.rows[at];
    return axis.leaves[column === undefined ? position % grid.width : (column[row] as number)] as number;
  });
}

/** The position of a leaf cell, -1 when the plan does not have it. */
export function positionOf(grid: Grid, leaf: Box): number {
  let found = -1;
  eachRun(grid, leaf, (start) => (found = start));
  return found >= 0 && grid.present?.[found] === 0 ? -1 : found;
}

/** The first index from `from` up to `to` whose number is not below the wanted one, `to` when there is none. */
export function lowerBound(sorted: ArrayLike<number>, wanted: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < left.length; at += 1) {
    const difference = (left[at] as number) - (right[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
