/** With which days a period is compared. Pure; expected values in the test are counted by hand. */
import { addDays, periodInterval, samePeriodLastYear } from '@milepost/calendar';
import type { DateInterval, WorkingCalendar } from '@milepost/calendar';

/** Two spans of days to compare. */
export interface Comparison {
  readonly current: DateInterval;
  readonly previous: DateInterval;
  /** Working days of both spans while the period runs; null when whole periods are compared. */
  readonly workingDays: number | null;
  /** Whether today is one of them: it is counted, although it has not ended. */
  readonly todayWorks: boolean;
  /** The period has not begun. */
  readonly future: boolean;
}

/**
 * A period that is over is compared with the same period last year. A period that runs is compared up to today with as
 * many working days of last year's period: Spring Festival and weekends then do not decide the answer.
 */
export function comparisonOf(period: string, today: string, calendar: WorkingCalendar): Comparison {
  const whole = periodInterval(period, calendar.fiscalYearStartMonth);
  const before = periodInterval(samePeriodLastYear(period), calendar.fiscalYearStartMonth);
  if (today >= whole.end) return { current: whole, previous: before, workingDays: null, todayWorks: false, future: false };
  if (today < whole.start) return { current: whole, previous: before, workingDays: null, todayWorks: false, future: true };
  const current = { start: whole.start, end: addDays(today, 1) };
  const worked = calendar.workingDays(current).count;
  return {
    current,
    previous: { start: before.start, end: sameWorkingDays(before, worked, calendar) },
    workingDays: worked,
    todayWorks: calendar.isWorkingDay(today).working,
    future: false,
  };
}

/** The first day after `count` working days of an interval, never past its end. */
function sameWorkingDays(interval: DateInterval, count: number, calendar: WorkingCalendar): string {
  let passed = 0;
  let day = interval.start;
  while (day < interval.end) {
    if (calendar.isWorkingDay(day).working) {
      if (passed === count) return day;
      passed += 1;
    }
    day = addDays(day, 1);
  }
  return day;
}

/** Change as a share of what was; null when there was nothing. */
export function changeOf(current: number | null, previous: number | null): number | null {
  if (current === null || !previous) return null;
  return (current - previous) / Math.abs(previous);
}

/** Smaller changes are the noise of single orders, and get no colour. */
const NOISE = 0.03;
/** A fall by this much is more than a slow week. */
const STEEP = 0.2;

/** The colour of a change in what is clearly better when there is more of it. */
export function toneOf(change: number | null): 'neutral' | 'positive' | 'warning' | 'critical' {
  if (change === null || Math.abs(change) < NOISE) return 'neutral';
  if (change > 0) return 'positive';
  return change <= -STEEP ? 'critical' : 'warning';
}
