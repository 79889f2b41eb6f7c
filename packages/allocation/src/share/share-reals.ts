import { awardByRank, awardClear } from './award.ts';
import { exactPart, exactTotal } from './exact-total.ts';

const SPLITTER = 134217729;

/**
 * Bound of the error of a remainder below, where the sum is scaled into 1 … 2. With u = 2^-53 the terms are: difference of
 * the leading halves at most 2^-49, of the trailing ones 2^-52, their sum 2^-50, the product with the second half of the
 * sum 2^-53, what that half leaves out 2^-52, the last difference 2^-50, up to three corrections of 2^-50 + 2^-53 each:
 * together below 2^-47.
 */
const ERROR = 2 ** -46;

/** A weight below this part of the sum has a share far below the error: its remainder counts as 0 until it matters. */
const TINY = 2 ** -500;

interface Exact {
  readonly quotient: number;
  readonly remainder: bigint;
}

/**
 * Parts of `total` by any finite weights, exactly. Quotients and remainders are first taken in pairs of doubles with a
 * proven bound of the error; the few that lie too close to a decision are taken again in integers of any length, once per
 * different weight. Arguments as in `shareIntegers`.
 */
export function shareReals(
  total: number,
  weights: Float64Array,
  rank: Int32Array | null,
  out: Float64Array,
  from: number,
  to: number,
  remainders: Float64Array,
): void {
  const { sum, scale } = exactTotal(weights, from, to);
  const known = new Map<number, Exact>();
  const exact = (weight: number): Exact => {
    let found = known.get(weight);
    if (found === undefined) {
      const product = exactPart(weight, scale) * BigInt(total);
      found = { quotient: Number(product / sum), remainder: product % sum };
      known.set(weight, found);
    }
    return found;
  };
  const given = divide(total, sum, scale, weights, out, from, to, remainders, exact);
  const units = total - given;
  if (units === 0) return;
  const tie = awardClear(remainders, to - from, units, 2 * ERROR, out, from);
  if (tie === null) return;
  let left = tie.units;
  for (const candidates of byRemainder(tie.candidates, (offset) => exact(weights[from + offset] as number).remainder)) {
    if (left === 0) break;
    const served = Math.min(left, candidates.length);
    awardByRank({ candidates, units: served }, rank, out, from);
    left -= served;
  }
}

/** Whole quotients into `out`, approximate remainders in units of the scaled sum; returns what was given away. */
function divide(
  total: number,
  sum: bigint,
  scale: number,
  weights: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  remainders: Float64Array,
  exact: (weight: number) => Exact,
): number {
  const { high, low, exponent } = pairOf(sum);
  // A weight times 2^shift stands in the unit of the scaled sum; in two steps, because one factor might be no double.
  const shift = 1075 - scale - exponent;
  const half = Math.trunc(shift / 2);
  const [first, second] = [2 ** half, 2 ** (shift - half)];
  const [totalHigh, sumHigh] = [upper(total), upper(high)];
  const [totalLow, sumLow] = [total - totalHigh, high - sumHigh];
  let given = 0;
  for (let at = from; at < to; at += 1) {
    const original = weights[at] as number;
    if (original !== original) {
      remainders[at - from] = -1;
      out[at] = NaN;
      continue;
    }
    const weight = original * first * second;
    if (weight < TINY) {
      remainders[at - from] = 0;
      out[at] = 0;
      continue;
    }
    const product = weight * total;
    const part = upper(weight);
    const tail = weight - part;
    const rest = tail * totalLow - (product - part * totalHigh - tail * totalHigh - part * totalLow);
    let quotient = Math.floor(product / high);
    const back = quotient * high;
    const backHigh = upper(quotient);
    const backLow = quotient - backHigh;
    const backRest = backLow * sumLow - (back - backHigh * sumHigh - backLow * sumHigh - backHigh * sumLow);
    let remainder = product - back + (rest - backRest) - quotient * low;
    for (; remainder < 0; remainder += high) quotient -= 1;
    for (; remainder >= high; remainder -= high) quotient += 1;
    if ((remainder < ERROR && quotient > 0) || remainder > high - 2 * ERROR) {
      const found = exact(original);
      quotient = found.quotient;
      remainder = (Number((found.remainder << 60n) / sum) / 2 ** 60) * high;
    }
    remainders[at - from] = remainder;
    out[at] = quotient;
    given += quotient;
  }
  return given;
}

/** Candidates in groups of one exact remainder, the greatest first. */
function byRemainder(candidates: Int32Array, remainderOf: (offset: number) => bigint): Int32Array[] {
  const groups = new Map<bigint, number[]>();
  for (const offset of candidates) {
    const remainder = remainderOf(offset);
    const group = groups.get(remainder);
    if (group === undefined) groups.set(remainder, [offset]);
    else group.push(offset);
  }
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, group]) => Int32Array.from(group));
}

/** `value` = (high + low) × 2^exponent but for a part in 2^106, 1 ≤ high ≤ 2. */
function pairOf(value: bigint): { high: number; low: number; exponent: number } {
  const length = value.toString(2).length;
  const cut = Math.max(0, length - 120);
  const leading = value >> BigInt(cut);
  const high = Number(leading);
  const unit = 2 ** -(length - cut - 1);
  return { high: high * unit, low: Number(leading - BigInt(high)) * unit, exponent: length - 1 };
}

/** The leading 26 bits of a double. */
function upper(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
