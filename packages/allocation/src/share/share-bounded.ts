import { changeError } from '../change-error.ts';
import { shareOut } from './share-out.ts';
import type { Fallback } from '../journal.ts';

/** The parts were written, or no split keeps to the bounds and nothing was. */
export type BoundedShare =
  | { readonly ok: true; readonly fallback: Fallback | null }
  /** Least and greatest total that the bounds allow. */
  | { readonly ok: false; readonly least: number; readonly greatest: number };

/** The shrinking list of parts that no bound has stopped yet. */
interface Free {
  readonly index: Int32Array;
  size: number;
}

/**
 * `shareOut` where every part keeps to `lower[i] ≤ out[i] ≤ upper[i]` (safe integers; ±Infinity for an open side). Parts
 * that hit a bound stay on it, the others share the rest by weight. Members with a NaN weight take no part and their
 * bounds are not looked at. When all weights that are left are 0, each of these gets the same within its bounds, and 'even'
 * is returned; a member of weight 0 that must get nothing needs 0 as its upper bound. Without any weight only a total of 0
 * can be split. Throws as `shareOut`, and `allocation.bounds.order` for bounds that leave no value.
 */
export function shareOutBounded(
  total: number,
  weights: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  rank: Int32Array | null,
  out: Float64Array,
): BoundedShare {
  const free: Free = { index: new Int32Array(weights.length), size: 0 };
  let [least, greatest] = [0, 0];
  for (let at = 0; at < weights.length; at += 1) {
    if (weights[at] !== weights[at]) continue;
    checkBounds(lower[at] as number, upper[at] as number, at);
    least += lower[at] as number;
    greatest += upper[at] as number;
    free.index[free.size++] = at;
  }
  if (!(total >= least && total <= greatest)) return { ok: false, least, greatest };
  // Bounds at the edge of what can be added exactly: a rounded sum must not let a total pass that does not fit.
  if (Math.abs(least) > Number.MAX_SAFE_INTEGER && Number.isFinite(least)) return { ok: false, least, greatest };
  for (let at = 0; at < weights.length; at += 1) if (weights[at] !== weights[at]) out[at] = NaN;
  let rest = total;
  let fallback: Fallback | null = null;
  while (free.size > 0) {
    const split = shareFree(rest, weights, rank, free);
    fallback ??= rest === 0 ? null : split.fallback;
    rest -= freeze(rest, split.parts, lower, upper, free, out);
  }
  return { ok: true, fallback };
}

function checkBounds(least: number, greatest: number, at: number): void {
  const fine = (bound: number): boolean => Math.abs(bound) === Infinity || Number.isSafeInteger(bound);
  if (!fine(least) || !fine(greatest) || least > greatest || least === Infinity || greatest === -Infinity) {
    throw changeError('allocation.bounds.order', `${least} – ${greatest}`, `bounds.${at}`);
  }
}

function shareFree(
  rest: number,
  weights: Float64Array,
  rank: Int32Array | null,
  { index, size }: Free,
): { parts: Float64Array; fallback: Fallback | null } {
  const parts = new Float64Array(size);
  const chosen = new Float64Array(size);
  const ranks = rank === null ? null : new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    const member = index[at] as number;
    chosen[at] = weights[member] as number;
    if (ranks !== null) ranks[at] = (rank as Int32Array)[member] as number;
  }
  const fallback = shareOut(rest, chosen, ranks, parts);
  return { parts, fallback };
}

/**
 * Fixes parts beyond a bound, only on the side whose violations add up to more, so that no part is fixed that the final
 * split would have left free (as CSS resolves flexible lengths); all of them when none is beyond. Returns what they took.
 */
function freeze(
  rest: number,
  parts: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  free: Free,
  out: Float64Array,
): number {
  const clamped = parts.map((part, at) => {
    const member = free.index[at] as number;
    return Math.min(Math.max(part, lower[member] as number), upper[member] as number);
  });
  // Raised and lowered amounts on their own: their difference decides, and neither can leave the exact range.
  let [raised, lowered] = [0, 0];
  for (let at = 0; at < free.size; at += 1) {
    const move = (clamped[at] as number) - (parts[at] as number);
    if (move > 0) raised += move;
    else lowered -= move;
  }
  let [taken, left] = [0, 0];
  for (let at = 0; at < free.size; at += 1) {
    const member = free.index[at] as number;
    const move = (clamped[at] as number) - (parts[at] as number);
    if (raised === lowered || (raised > lowered ? move > 0 : move < 0)) {
      out[member] = clamped[at] as number;
      taken += clamped[at] as number;
    } else free.index[left++] = member;
  }
  free.size = left;
  return taken;
}
