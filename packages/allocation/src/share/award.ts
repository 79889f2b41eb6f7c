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
  const list = room(size);
  for (let at = 0; at < size; at += 1) list[at] = remainders[at] as number;
  const last = selectGreatest(list, size, units);
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
