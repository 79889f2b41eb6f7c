/** Rows as numbers in mixed radix of their leaf positions: sorted numbers are rows in the order a grid wants. */
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';

/**
 * The keys of a grid's rows over the leaf counts given, with the leaves of axis `at` moved; -1 where the move leaves the row
 * out. Exact: a plan's members multiply to a safe integer.
 */
export function rowKeys(grid: Grid, counts: readonly number[], at: number, move: Int32Array): Float64Array {
  const keys = new Float64Array(grid.rowCount);
  for (let row = 0; row < grid.rowCount; row += 1) {
    let key = 0;
    for (let index = 0; index < counts.length; index += 1) {
      const leaf = (grid.rows[index] as Int32Array)[row] as number;
      const moved = index === at ? (move[leaf] as number) : leaf;
      key = moved < 0 || key < 0 ? -1 : key * (counts[index] as number) + moved;
    }
    keys[row] = key;
  }
  return keys;
}

/** Leaf counts of every axis but the last. */
export function innerCounts(axes: readonly Axis[]): number[] {
  return axes.slice(0, -1).map((axis) => axis.leaves.length);
}

/** Every key once, ascending, without -1. */
export function distinctKeys(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let start = 0;
  for (const list of lists) {
    all.set(list, start);
    start += list.length;
  }
  all.sort();
  return all.filter((key, index) => key >= 0 && (index === 0 || key !== all[index - 1]));
}

/** The leaf positions behind sorted keys, one list per axis. */
export function rowsOfKeys(keys: Float64Array, counts: readonly number[]): Int32Array[] {
  const rows = counts.map(() => new Int32Array(keys.length));
  keys.forEach((key, row) => {
    let rest = key;
    for (let index = counts.length - 1; index >= 0; index -= 1) {
      const count = counts[index] as number;
      (rows[index] as Int32Array)[row] = rest % count;
      rest = Math.floor(rest / count);
    }
  });
  return rows;
}

/** The place of the first key that is not below the one wanted. */
export function placeOf(sorted: Float64Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
