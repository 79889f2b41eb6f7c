/** A recurrence rule of RFC 5545 (section 3.3.10) taken apart. */
import type { Weekday } from '../dates.ts';

/** From the longest to the shortest. */
export const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday, and which one of its month or year where that is said: {weekday: 5, nth: -1} is the last Friday. */
export interface RuleDay {
  readonly weekday: Weekday;
  readonly nth: number | null;
}

/** A rule as its text says it. Empty lists say nothing. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** Inclusive: 'YYYY-MM-DD', 'YYYY-MM-DDTHH:MM:SS', or the latter with Z. */
  readonly until: string | null;
  readonly weekStart: Weekday;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly days: readonly RuleDay[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}
