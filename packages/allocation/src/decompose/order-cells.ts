import { regionOf } from '../edits/region.ts';
import type { Box, Grid } from '../grid.ts';

/**
 * The positions of a box's cells, sorted by their leaf on the axes named, the first axis first. In this order every cell
 * that a decomposition axis by axis passes through is one range. Counting sort, last axis first: linear. Never write into the
 * answer.
 */
export function orderCells(grid: Grid, box: Box, axes: readonly number[]): Int32Array {
  const natural = regionOf(grid, box);
  // Positions ascend by all axes in their own order, and sorting is stable: an ascending rest at the end is sorted already.
  let sorted = axes.length - 1;
  while (sorted > 0 && (axes[sorted - 1] as number) < (axes[sorted] as number)) sorted -= 1;
  let positions = natural;
  for (const axis of axes.slice(0, Math.max(0, sorted)).reverse()) {
    const into = new Int32Array(positions.length);
    countingSort(positions, leavesOn(grid, axis, positions), leafCount(grid, axis), into);
    positions = into;
  }
  return positions;
}

/** The leaf position of each cell on an axis. */
export function leavesOn(grid: Grid, axis: number, positions: Int32Array): Int32Array {
  const leaves = new Int32Array(positions.length);
  const { width } = grid;
  const column = grid.rows[axis];
  for (let at = 0; at < leaves.length; at += 1) {
    const position = positions[at] as number;
    const row = (position / width) | 0;
    leaves[at] = column === undefined ? position - row * width : (column[row] as number);
  }
  return leaves;
}

function leafCount(grid: Grid, axis: number): number {
  return grid.axes[axis]?.leaves.length ?? 0;
}

/** Stable: cells of one leaf keep their order. */
function countingSort(positions: Int32Array, leaves: Int32Array, count: number, into: Int32Array): void {
  const next = new Int32Array(count + 1);
  for (const leaf of leaves) next[leaf + 1] = (next[leaf + 1] as number) + 1;
  for (let leaf = 1; leaf <= count; leaf += 1) next[leaf] = (next[leaf] as number) + (next[leaf - 1] as number);
  for (let at = 0; at < positions.length; at += 1) {
    const leaf = leaves[at] as number;
    const place = next[leaf] as number;
    into[place] = positions[at] as number;
    next[leaf] = place + 1;
  }
}
