/** Moving the level of rows while each keeps its own pattern over time: first over the rows, then inside each of them. */
import { shareOut } from '../share/index.ts';
import { dividePool } from './divide-pool.ts';
import { ranksAt } from './region.ts';
import type { Fallback, Pool } from '../journal.ts';
import type { Part, PoolOf } from './divide-pool.ts';

/**
 * Divides `total` over the rows by the weights the method gives their cells, then every row's part over its cells in the
 * proportions they have now. A row without any pattern is divided evenly, and says so. The positions must be ascending.
 */
export function divideByRows(pool: PoolOf, total: number): Part[] {
  const { grid, method, positions, before, raw } = pool;
  const starts = rowStarts(positions, grid.width);
  const firsts = pick(positions, starts);
  const rowsBefore = sumRows(before, starts);
  const rowsRaw = raw === before ? rowsBefore : sumRows(raw, starts);
  const levels = dividePool(
    { grid, method, positions: firsts, before: rowsBefore, raw: rowsRaw, sum: pool.sum, stated: pool.stated },
    total,
  );
  const pattern = divideInside(pool, starts, rowsBefore, levels.after);
  return [{ ...levels, wide: true }, pattern];
}

function divideInside(
  { grid, positions, before }: PoolOf,
  starts: Int32Array,
  current: Float64Array,
  levels: Float64Array,
): Part {
  const after = new Float64Array(before.length).fill(NaN);
  const weights = before.slice();
  const pool = new Int32Array(before.length);
  const pools: Pool[] = [];
  const ranks = ranksAt(grid, positions);
  for (let row = 0; row < levels.length; row += 1) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    const total = levels[row] as number;
    // A row nobody said anything about, and that gets nothing, stays that way.
    if (total !== total) continue;
    if (total === current[row]) {
      after.set(before.subarray(from, to), from);
      pool.fill(pools.length, from, to);
      pools.push({ total, of: total, fallback: null, method: 'seasonality' });
      continue;
    }
    const fallback = usableRow(weights, from, to);
    shareOut(total, weights, ranks, after, from, to);
    let of = 0;
    for (let cell = from; cell < to; cell += 1) {
      pool[cell] = pools.length;
      const weight = weights[cell] as number;
      if (weight === weight) of += weight;
    }
    pools.push({ total, of, fallback: total === 0 ? null : fallback, method: 'seasonality' });
  }
  return { positions, before, after, weights, reserved: null, pool, pools };
}

/** Makes the weights of one row usable in place. Rows of mixed signs have no pattern that could be kept. */
function usableRow(weights: Float64Array, from: number, to: number): Fallback | null {
  let [positive, negative, empty, zero] = [false, false, false, false];
  for (let cell = from; cell < to; cell += 1) {
    const weight = weights[cell] as number;
    if (weight > 0) positive = true;
    else if (weight < 0) negative = true;
    else if (weight === 0) zero = true;
    else empty = true;
  }
  if (positive && !negative) return null;
  if (negative && !positive) {
    for (let cell = from; cell < to; cell += 1) weights[cell] = 0 - (weights[cell] as number);
    return null;
  }
  const partly = !positive && empty && zero;
  for (let cell = from; cell < to; cell += 1) {
    const weight = weights[cell] as number;
    weights[cell] = partly && weight === weight ? 0 : 1;
  }
  return partly ? 'evenEmpty' : 'even';
}

function rowStarts(positions: Int32Array, width: number): Int32Array {
  const starts = new Int32Array(positions.length + 1);
  let [count, last] = [0, -1];
  for (let index = 0; index < positions.length; index += 1) {
    const row = ((positions[index] as number) / width) | 0;
    if (row !== last) starts[count++] = index;
    last = row;
  }
  starts[count] = positions.length;
  return starts.subarray(0, count + 1);
}

function pick(positions: Int32Array, starts: Int32Array): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, row) => positions[starts[row] as number] as number);
}

/** Sums per row; NaN where all of the row is NaN. */
function sumRows(list: Float64Array, starts: Int32Array): Float64Array {
  const sums = new Float64Array(starts.length - 1).fill(NaN);
  for (let row = 0; row < sums.length; row += 1) {
    const to = starts[row + 1] as number;
    for (let cell = starts[row] as number; cell < to; cell += 1) {
      const value = list[cell] as number;
      if (value === value) sums[row] = sums[row] === sums[row] ? (sums[row] as number) + value : value;
    }
  }
  return sums;
}
