/** The days of a period, and what follows from them: containment and order. */
import { fromEpochDay, toEpochDay } from './dates.ts';
import { storedWeekRule } from './definition.ts';
import { monthAt, monthSpan } from './period.ts';
import { parsePlanPeriod } from './plan-period.ts';
import { mondayOfFirstThursday } from './weeks.ts';
import type { DateInterval } from './dates.ts';
import type { PeriodScheme } from './definition.ts';
import type { PeriodId } from './period.ts';

/** The days of a period as half-open epoch days. */
export function periodDays(id: PeriodId, scheme: PeriodScheme): { start: number; end: number } {
  const period = parsePlanPeriod(id);
  if (period.kind === 'week') return { start: period.start, end: period.end };
  if (period.kind === 'day') {
    const start = toEpochDay(period.date);
    return { start, end: start + 1 };
  }
  const { first, length } = monthSpan(id, scheme);
  const bound = storedWeekRule(scheme) === 'thursday' ? mondayOfFirstThursday : (day: number): number => day;
  const at = (month: number): number => bound(toEpochDay(`${monthAt(month)}-01`));
  return { start: at(first), end: at(first + length) };
}

/**
 * The days of a period as a half-open interval. With a start month, or under the week rule `workingDays`, months are
 * calendar months; under `thursday` they are whole weeks: March 2026 is then 2026-03-02 to 2026-03-29.
 */
export function periodInterval(id: PeriodId, scheme: PeriodScheme): DateInterval {
  const { start, end } = periodDays(id, scheme);
  return { start: fromEpochDay(start), end: fromEpochDay(end) };
}

/** Whether every day of `inner` lies in `outer`. */
export function periodContains(outer: PeriodId, inner: PeriodId, scheme: PeriodScheme): boolean {
  const [frame, part] = [periodDays(outer, scheme), periodDays(inner, scheme)];
  return frame.start <= part.start && part.end <= frame.end;
}

/** Sorts by start, the longer period first: 2026, 2026-Q1, 2026-01, 2026-02. Usable with `Array.sort`. */
export function comparePeriods(a: PeriodId, b: PeriodId, scheme: PeriodScheme): number {
  const [left, right] = [periodDays(a, scheme), periodDays(b, scheme)];
  return left.start - right.start || right.end - left.end;
}
