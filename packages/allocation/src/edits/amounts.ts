/** Exact sums over amounts that may be null (NaN). */
import { checkAmount } from '../exact.ts';

/** The sum of a list, null read as 0. Throws `allocation.total.invalid` when it is no safe integer. */
export function sumOf(list: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index] as number;
    if (value !== value) continue;
    sum += value;
    // A partial sum may leave the safe range even when the whole does not: then count exactly.
    if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) return bigSum(list);
  }
  return sum;
}

function bigSum(list: Float64Array): number {
  let sum = 0n;
  for (const value of list) if (value === value) sum += BigInt(value);
  return checkAmount(Number(sum));
}

/** Which kinds of amounts a list has. */
export interface Signs {
  readonly positive: boolean;
  readonly negative: boolean;
  readonly zero: boolean;
  readonly empty: boolean;
}

/** Looks through a list. */
export function signsOf(list: Float64Array): Signs {
  let [positive, negative, zero, empty] = [false, false, false, false];
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index] as number;
    if (value > 0) positive = true;
    else if (value < 0) negative = true;
    else if (value === 0) zero = true;
    else empty = true;
  }
  return { positive, negative, zero, empty };
}

/** Whether nobody has said anything: every amount is null. */
export function allEmpty(list: Float64Array): boolean {
  for (let index = 0; index < list.length; index += 1) if (list[index] === list[index]) return false;
  return true;
}

/** NaN as null. */
export function orNull(value: number): number | null {
  return value === value ? value : null;
}
