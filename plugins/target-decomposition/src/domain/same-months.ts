import type { AllocationValue } from './types.ts';

/** Whether two rows of months say the same; a missing month is null. */
export function sameMonths(a: AllocationValue['months'], b: AllocationValue['months']): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((month) => (a[month] ?? null) === (b[month] ?? null));
}
