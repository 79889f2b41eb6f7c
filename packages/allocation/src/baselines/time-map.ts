/** Which period of a plan a period of the past stands for. */
import { daysInMonth, formatPeriod, isPlanPeriod, parsePlanPeriod } from '@milepost/calendar';
import { baselineError } from './baseline-error.ts';
import type { PeriodId } from '@milepost/calendar';

/** The period of the plan that a past one stands for; null when it lies outside of what counts. */
export type TimeMap = (past: PeriodId) => PeriodId | null;

/** Periods as they are: for facts that already carry the periods of the plan. */
export const samePeriod: TimeMap = (past) => past;

/** The same period `years` later: 2025-02 stands for 2026-02. Throws `allocation.years.invalid`. */
export function yearsLater(years: number): TimeMap {
  if (!Number.isInteger(years) || years < 1 || years > 30) throw baselineError('allocation.years.invalid', years, 'years');
  return (past) => shiftYears(past, years);
}

/** Answers each period once: a long list of facts has few different ones. */
export function remembered<Answer>(ask: (period: PeriodId) => Answer): (period: PeriodId) => Answer {
  const known = new Map<PeriodId, { readonly answer: Answer }>();
  return (period) => {
    let found = known.get(period);
    if (found === undefined) known.set(period, (found = { answer: ask(period) }));
    return found.answer;
  };
}

/**
 * The same period some years later (earlier when negative): the same quarter, month, week number or date. 29 February
 * becomes the 28th where there is none, week 53 becomes week 52. Anything that is no period, and the part of a week, stays
 * as it is: the plan then does not find it, and the report says so.
 */
export function shiftYears(period: PeriodId, years: number): PeriodId {
  if (!isPlanPeriod(period)) return period;
  const parsed = parsePlanPeriod(period);
  if (parsed.kind === 'day') return shiftDate(period, years);
  if (parsed.kind !== 'week') return formatPeriod({ ...parsed, year: parsed.year + years });
  if (parsed.month !== null) return period;
  const year = String(parsed.year + years).padStart(4, '0');
  const same = `${year}-W${String(parsed.week).padStart(2, '0')}`;
  return isPlanPeriod(same) ? same : `${year}-W52`;
}

function shiftDate(date: string, years: number): string {
  const [year, month, day] = [Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)), Number(date.slice(8))];
  const last = Math.min(day, daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${date.slice(5, 7)}-${String(last).padStart(2, '0')}`;
}
