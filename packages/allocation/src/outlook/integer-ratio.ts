/** Quotients of integers without an intermediate double. The denominator is always positive. */
import { outlookError } from './outlook-error.ts';

/** The smallest integer not below `numerator / denominator`. Throws `allocation.outlook.amount.range` beyond safe integers. */
export function ceilDivide(numerator: bigint, denominator: bigint): number {
  return safe(-floorQuotient(-numerator, denominator));
}

/** To the nearest integer, halves towards plus infinity as `Math.round` does. */
export function roundDivide(numerator: bigint, denominator: bigint): number {
  return safe(floorQuotient(2n * numerator + denominator, 2n * denominator));
}

function floorQuotient(part: bigint, whole: bigint): bigint {
  const quotient = part / whole;
  return part % whole < 0n ? quotient - 1n : quotient;
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw outlookError('allocation.outlook.amount.range', value);
  return number;
}
