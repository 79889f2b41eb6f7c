/** Exact arithmetic on doubles: every finite double is an integer times a power of two, so nothing need be rounded. */
import { coreError } from './core-error.ts';

/** Throws `allocation.total.invalid` unless the value is a safe integer; turns -0 into 0. */
export function checkAmount(value: number, path = ''): number {
  if (!Number.isSafeInteger(value)) throw coreError('allocation.total.invalid', value, path);
  return value + 0;
}

/** A double as numerator × 2^exponent. */
function decompose(value: number): { numerator: bigint; exponent: number } {
  let scaled = value;
  let exponent = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    exponent -= 1;
  }
  return { numerator: BigInt(scaled), exponent };
}

/** `value × (100 + percent) / 100`, rounded half away from zero, without an intermediate double. */
export function addPercent(value: number, percent: number, path = ''): number {
  if (!Number.isFinite(percent)) throw coreError('allocation.percent.invalid', percent, path);
  const { numerator, exponent } = decompose(percent);
  const unit = 100n << BigInt(-exponent);
  const product = BigInt(checkAmount(value)) * (unit + numerator);
  const half = product < 0n ? -unit : unit;
  return checkAmount(Number((2n * product + half) / (2n * unit)), path);
}

/** Sum of safe integers; throws `allocation.total.invalid` when the sum itself is not one. */
export function exactSum(values: readonly number[], path = ''): number {
  let sum = 0;
  for (const value of values) {
    sum += value;
    // A partial sum may leave the safe range even when the whole does not: then count exactly.
    if (!Number.isSafeInteger(sum)) return bigSum(values, path);
  }
  return sum;
}

function bigSum(values: readonly number[], path: string): number {
  let sum = 0n;
  for (const value of values) sum += BigInt(value);
  return checkAmount(Number(sum), path);
}
