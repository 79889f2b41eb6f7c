import { selectGreatest } from './select.ts';

let scratch = new Float64Array(64);

/** A buffer for numbers nobody needs later; the content is whatever was there. */
function room(size: number): Float64Array {
  if (scratch.length < size) scratch = new Float64Array(Math.max(size, scratch.length * 2));
  return scratch;
}

/** Who is left to decide between after the clear cases: `units` go to some of the `candidates` (offsets). */
export interface Tie {
  readonly candidates: Int32Array;
  readonly units: number;
}

/** Lists from this length on are counted by size first. */
const LONG = 1 << 14;
const PILES = 1 << 12;
const piles = new Int32Array(PILES + 1);

/**
 * The `count`-th greatest of `list[0 … size)`, which stays as it is. A long list is counted into piles by size, and only the
 * pile it must lie in is looked through: which pile a number falls in never falls as the number rises.
 */
function greatest(list: Float64Array, size: number, count: number): number {
  let most = 0;
  if (size >= LONG) for (let at = 0; at < size; at += 1) if ((list[at] as number) > most) most = list[at] as number;
  const scale = PILES / most;
  const chosen = room(size);
  if (size < LONG || !(scale > 0 && scale < Infinity)) {
    for (let at = 0; at < size; at += 1) chosen[at] = list[at] as number;
    return selectGreatest(chosen, size, count);
  }
  piles.fill(0);
  // What is below 0 lies with the smallest.
  for (let at = 0; at < size; at += 1) {
    const pile = Math.max(0, (list[at] as number) * scale) | 0;
    piles[pile] = (piles[pile] as number) + 1;
  }
  let [pile, above] = [PILES, 0];
  for (; above + (piles[pile] as number) < count; pile -= 1) above += piles[pile] as number;
  let found = 0;
  for (let at = 0; at < size; at += 1) {
    if ((Math.max(0, (list[at] as number) * scale) | 0) === pile) chosen[found++] = list[at] as number;
  }
  return selectGreatest(chosen, found, count - above);
}

/**
 * Gives one unit each to the `units` greatest of `remainders[0 … size)`: adds 1 to `out[from + i]` where the case is clear.
 * Remainders no more than `tolerance` from the last that gets a unit are handed back when there are more of them than units;
 * null: all is given. `units` below `size`.
 */
export function awardClear(
  remainders: Float64Array,
  size: number,
  units: number,
  tolerance: number,
  out: Float64Array,
  from: number,
): Tie | null {
  const last = greatest(remainders, size, units);
  let [left, tied] = [units, 0];
  for (let at = 0; at < size; at += 1) {
    const over = (remainders[at] as number) - last;
    if (over > tolerance) {
      out[from + at] = (out[from + at] as number) + 1;
      left -= 1;
    } else if (over >= -tolerance) tied += 1;
  }
  if (tied === left) {
    for (let at = 0; at < size; at += 1) {
      if (Math.abs((remainders[at] as number) - last) <= tolerance) out[from + at] = (out[from + at] as number) + 1;
    }
    return null;
  }
  const candidates = new Int32Array(tied);
  let count = 0;
  for (let at = 0; at < size; at += 1) {
    if (Math.abs((remainders[at] as number) - last) <= tolerance) candidates[count++] = at;
  }
  return { candidates, units: left };
}

/** Gives the units to the candidates of smallest rank, or to the first where there are no ranks. */
export function awardByRank({ candidates, units }: Tie, rank: Int32Array | null, out: Float64Array, from: number): void {
  const size = candidates.length;
  let last = Infinity;
  let left = units;
  if (units === 0) return;
  if (rank !== null && units < size) {
    const list = room(size);
    for (let at = 0; at < size; at += 1) list[at] = -(rank[from + (candidates[at] as number)] as number);
    last = -selectGreatest(list, size, units);
    // Whoever ranks before the last is served first; only equal ranks then compete by position.
    for (let at = 0; at < size; at += 1) {
      const place = from + (candidates[at] as number);
      if ((rank[place] as number) >= last) continue;
      out[place] = (out[place] as number) + 1;
      left -= 1;
    }
  }
  for (let at = 0; at < size && left > 0; at += 1) {
    const place = from + (candidates[at] as number);
    if (last !== Infinity && rank?.[place] !== last) continue;
    out[place] = (out[place] as number) + 1;
    left -= 1;
  }
}
