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
  let [count, rising] = [0, true];
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 1) {
      const key = list[at] as number;
      // Rows that become one follow each other, mostly.
      if (key < 0 || (count > 0 && key === all[count - 1])) continue;
      if (count > 0 && key < (all[count - 1] as number)) rising = false;
      all[count++] = key;
    }
  }
  if (rising) return all.slice(0, count);
  return all
    .subarray(0, count)
    .sort()
    .filter((key, index, sorted) => index === 0 || key !== sorted[index - 1]);
}

/** The place of every key among the sorted ones; -1 for -1. */
export function placesOf(sorted: Float64Array, keys: Float64Array): Int32Array {
  const places = new Int32Array(keys.length);
  let place = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    if (key >= 0 && key !== sorted[place]) place = sorted[place + 1] === key ? place + 1 : placeOf(sorted, key);
    places[at] = key < 0 ? -1 : place;
  }
  return places;
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
