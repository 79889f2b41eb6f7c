/**
 * Splitting an integer by weights so that the parts are integers and add up: the method of largest remainders (Hamilton), in
 * exact arithmetic over typed arrays. Every part lies less than one unit from its exact share.
 */
import { changeError } from '../change-error.ts';
import { checkAmount } from '../exact.ts';
import { MOST_SUM, shareIntegers } from './share-integers.ts';
import { shareReals } from './share-reals.ts';
import type { Fallback } from '../journal.ts';

let remainders = new Float64Array(64);

/**
 * Splits an integer by weights, largest remainder in exact arithmetic, into `out`: 100 over 1, 1, 1 gives 34, 33, 33. Ties:
 * smaller rank first (index when null). NaN weight = the member says nothing: out NaN. All weights 0: the same to each,
 * and 'even' is returned. All weights NaN: out NaN, nothing is split; whoever calls must look. Negative total: like its
 * absolute value. Only the elements from `from` up to, not including, `to` take part.
 *
 * Throws `allocation.total.invalid` for a total that is no safe integer, `allocation.weight.invalid` for a weight below 0 or
 * Infinity.
 */
export function shareOut(
  total: number,
  weights: Float64Array,
  rank: Int32Array | null,
  out: Float64Array,
  from = 0,
  to = weights.length,
): Fallback | null {
  const size = Math.abs(checkAmount(total, 'total'));
  if (remainders.length < to - from) remainders = new Float64Array(Math.max(to - from, 2 * remainders.length));
  let [sum, greatest, count, whole] = [0, 0, 0, true];
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] as number;
    if (weight !== weight) continue;
    if (weight < 0 || weight === Infinity) throw changeError('allocation.weight.invalid', weight, `weights.${at}`);
    if (weight > greatest) greatest = weight;
    if (whole && weight !== Math.floor(weight)) whole = false;
    sum += weight;
    count += 1;
  }
  if (greatest === 0) shareEvenly(size, count, weights, rank, out, from, to);
  else if (whole && sum <= MOST_SUM) shareIntegers(size, sum, greatest, weights, rank, out, from, to, remainders);
  else shareReals(size, weights, rank, out, from, to, remainders);
  if (total < 0) for (let at = from; at < to; at += 1) out[at] = 0 - (out[at] as number);
  return greatest === 0 && count > 0 ? 'even' : null;
}

function shareEvenly(
  total: number,
  count: number,
  weights: Float64Array,
  rank: Int32Array | null,
  out: Float64Array,
  from: number,
  to: number,
): void {
  // NaN + 1 is NaN: who says nothing gets nothing.
  const ones = weights.slice(from, to).map((weight) => weight + 1);
  const ranks = rank === null ? null : rank.subarray(from, to);
  shareIntegers(total, count, 1, ones, ranks, ones, 0, to - from, remainders);
  out.set(ones, from);
}
