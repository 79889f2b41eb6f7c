import { awardByRank, awardClear } from './award.ts';

/** Veltkamp's constant for doubles: splits one into two halves whose products are exact (Dekker 1971). */
const SPLITTER = 134217729;

/** Largest sum of weights for which remainders stay exact integers below, with room for a quotient three units off. */
export const MOST_SUM = 2 ** 50;

/**
 * Parts of `total` by integer weights with a sum of at most `MOST_SUM`, exactly, in doubles alone. NaN weights get nothing.
 * `total` from 0 to 2^53; `remainders` is a buffer of at least `to - from`.
 */
export function shareIntegers(
  total: number,
  sum: number,
  greatest: number,
  weights: Float64Array,
  rank: Int32Array | null,
  out: Float64Array,
  from: number,
  to: number,
  remainders: Float64Array,
): void {
  const small = total * greatest <= Number.MAX_SAFE_INTEGER;
  const given = small
    ? divideSmall(total, sum, weights, out, from, to, remainders)
    : divideLarge(total, sum, weights, out, from, to, remainders);
  const units = total - given;
  const tie = units > 0 ? awardClear(remainders, to - from, units, 0, out, from) : null;
  if (tie !== null) awardByRank(tie, rank, out, from);
}

/**
 * Every product is a safe integer, so the division cannot round up to the next integer: a quotient below k lies at least
 * 1/sum below it, and half the last place of k is less than that while k × sum is below 2^53.
 */
function divideSmall(
  total: number,
  sum: number,
  weights: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  remainders: Float64Array,
): number {
  let given = 0;
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] as number;
    if (weight !== weight) {
      remainders[at - from] = -1;
      out[at] = NaN;
      continue;
    }
    const product = weight * total;
    const quotient = Math.floor(product / sum);
    remainders[at - from] = product - quotient * sum;
    out[at] = quotient;
    given += quotient;
  }
  return given;
}

/**
 * Products up to 2^103 as the sum of two doubles. The quotient in doubles is at most three units off, hence
 * `product − quotient × sum` is an integer below 2^52: the leading halves differ by a multiple of their last place, the
 * trailing halves are integers up to 2^52, so each difference and their sum are exact.
 */
function divideLarge(
  total: number,
  sum: number,
  weights: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  remainders: Float64Array,
): number {
  const totalHigh = upper(total);
  const totalLow = total - totalHigh;
  const sumHigh = upper(sum);
  const sumLow = sum - sumHigh;
  let given = 0;
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] as number;
    if (weight !== weight) {
      remainders[at - from] = -1;
      out[at] = NaN;
      continue;
    }
    const product = weight * total;
    const high = upper(weight);
    const low = weight - high;
    const rest = low * totalLow - (product - high * totalHigh - low * totalHigh - high * totalLow);
    let quotient = Math.floor(product / sum);
    const back = quotient * sum;
    const backHigh = upper(quotient);
    const backLow = quotient - backHigh;
    const backRest = backLow * sumLow - (back - backHigh * sumHigh - backLow * sumHigh - backHigh * sumLow);
    let remainder = product - back + (rest - backRest);
    for (; remainder < 0; remainder += sum) quotient -= 1;
    for (; remainder >= sum; remainder -= sum) quotient += 1;
    remainders[at - from] = remainder;
    out[at] = quotient;
    given += quotient;
  }
  return given;
}

/** The leading 26 bits of a double. */
function upper(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
