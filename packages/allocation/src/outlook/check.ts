/** Checks shared by the outlook: every one answers the value or throws an AllocationError with the path. */
import { outlookError } from './outlook-error.ts';

/** A safe integer in minor units; -0 becomes 0. Throws `allocation.outlook.amount.invalid`. */
export function checkAmount(value: number, path: string): number {
  if (!Number.isSafeInteger(value)) throw outlookError('allocation.outlook.amount.invalid', value, path);
  return value + 0;
}

/** An amount of at least 0. */
export function checkAmountUp(value: number, path: string): number {
  if (checkAmount(value, path) < 0) throw outlookError('allocation.outlook.number.invalid', value, path);
  return value;
}

/** An amount, or null where nobody said. */
export function checkAmountOrNull(value: number | null, path: string): number | null {
  return value === null ? null : checkAmount(value, path);
}

/** A finite number of at least 0. Throws `allocation.outlook.number.invalid`. */
export function checkNumber(value: number, path: string): number {
  if (!Number.isFinite(value) || value < 0) throw outlookError('allocation.outlook.number.invalid', value, path);
  return value;
}

/** A whole number of at least 0. Throws `allocation.outlook.count.invalid`. */
export function checkCount(value: number, path: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw outlookError('allocation.outlook.count.invalid', value, path);
  return value;
}

/** A number from 0 to 1. Throws `allocation.outlook.share.invalid`. */
export function checkShare(value: number, path: string): number {
  if (!(value >= 0 && value <= 1)) throw outlookError('allocation.outlook.share.invalid', value, path);
  return value;
}

/** No id twice. Throws `allocation.outlook.id.duplicate` at the second. */
export function checkIds(ids: readonly string[], path: string): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) throw outlookError('allocation.outlook.id.duplicate', id, `${path}.${index}.id`);
    seen.add(id);
  });
}

/** Exact sum of safe integers. Throws `allocation.outlook.amount.range` when the sum is none. */
export function sumAmounts(values: readonly number[], path: string): number {
  let sum = 0n;
  for (const value of values) sum += BigInt(value);
  const total = Number(sum);
  if (!Number.isSafeInteger(total)) throw outlookError('allocation.outlook.amount.range', sum, path);
  return total;
}
