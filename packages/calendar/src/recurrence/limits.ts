import { requestError } from './rule-error.ts';

/** What keeps a rule from running on: a horizon in days, and a number of occurrences. */
const MOST_DAYS = 146_097; // 400 years
const DEFAULT_COUNT = 1000;
const MOST_COUNT = 100_000;

/** The checked cap. Throws `calendar.rule.cap` unless it is a whole number from 1 to 100000. */
export function checkCap(maxCount = DEFAULT_COUNT): number {
  if (!Number.isInteger(maxCount) || maxCount < 1 || maxCount > MOST_COUNT) {
    throw requestError('calendar.rule.cap', maxCount, 'maxCount');
  }
  return maxCount;
}

/** Throws `calendar.rule.horizon` for more than 400 years. */
export function checkHorizon(start: number, end: number, shown: string): void {
  if (end - start > MOST_DAYS) throw requestError('calendar.rule.horizon', shown, 'until');
}
