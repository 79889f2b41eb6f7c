/**
 * Periods of months: fiscal years 'YYYY', fiscal quarters 'YYYY-Qn', calendar months 'YYYY-MM'.
 *
 * The year of a fiscal year is the calendar year it starts in: with start month 4, '2026' runs from 2026-04 to 2027-03
 * and '2026-Q4' is 2027-01 to 2027-03. A month always has the name of its calendar month. The start month is a required
 * argument wherever it matters, so that no place can assume January. Weeks and days are in `plan-period.ts`.
 */
import { pad2 } from './dates.ts';
import { startMonthOf } from './definition.ts';
import { CalendarError } from './error.ts';
import type { PeriodScheme } from './definition.ts';

/** A period as text: '2026', '2026-Q1', '2026-01'; on the time axis of a plan also '2026-W07' and '2026-03-05'. */
export type PeriodId = string;

/** How long a period is. */
export type PeriodKind = 'year' | 'quarter' | 'month';

/** A period taken apart. For a month `year` is the calendar year, otherwise the fiscal year. */
export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'month'; readonly year: number; readonly month: number };

// 0000 has no days in the calendar of `dates.ts`, and a period in 9999 could end on a day that cannot be written.
const PATTERN = /^(?!0000|9999)(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** Reads a year, quarter or month. Throws `calendar.period.invalid`. */
export function parsePeriod(id: PeriodId, path = ''): Period {
  const match = PATTERN.exec(id);
  if (match === null) throw new CalendarError('calendar.period.invalid', id, path);
  const year = Number(match[1]);
  if (match[2] !== undefined) return { kind: 'quarter', year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 };
  if (match[3] !== undefined) return { kind: 'month', year, month: Number(match[3]) };
  return { kind: 'year', year };
}

/** Whether the text names a year, quarter or month. */
export function isPeriod(id: unknown): id is PeriodId {
  return typeof id === 'string' && PATTERN.test(id);
}

/** Writes a period; the inverse of `parsePeriod`. */
export function formatPeriod(period: Period): PeriodId {
  const year = String(period.year).padStart(4, '0');
  if (period.kind === 'year') return year;
  return period.kind === 'quarter' ? `${year}-Q${period.quarter}` : `${year}-${pad2(period.month)}`;
}

/** First month (counted from month 0 of year 0) and number of months of a period. */
export function monthSpan(id: PeriodId, scheme: PeriodScheme): { first: number; length: number } {
  const startMonth = startMonthOf(scheme);
  const period = parsePeriod(id);
  if (period.kind === 'month') return { first: period.year * 12 + period.month - 1, length: 1 };
  const first = period.year * 12 + startMonth - 1;
  return period.kind === 'year' ? { first, length: 12 } : { first: first + (period.quarter - 1) * 3, length: 3 };
}

/** The month with a number of months since month 0 of year 0. */
export function monthAt(index: number): PeriodId {
  return formatPeriod({ kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 });
}

/** The period of the same kind some steps later. Throws `calendar.period.invalid` past the years that can be written. */
export function shiftPeriod(id: PeriodId, steps: number): PeriodId {
  const period = parsePeriod(id);
  const shifted = shiftParts(period, steps);
  parsePeriod(shifted);
  return shifted;
}

function shiftParts(period: Period, steps: number): PeriodId {
  if (period.kind === 'year') return formatPeriod({ kind: 'year', year: period.year + steps });
  if (period.kind === 'month') return monthAt(period.year * 12 + period.month - 1 + steps);
  const index = period.year * 4 + period.quarter - 1 + steps;
  const quarter = ((index % 4) + 1) as 1 | 2 | 3 | 4;
  return formatPeriod({ kind: 'quarter', year: Math.floor(index / 4), quarter });
}

/** The same year, quarter or month one year earlier: what a prior-year share compares with. */
export function samePeriodLastYear(id: PeriodId): PeriodId {
  const period = parsePeriod(id);
  const earlier = formatPeriod({ ...period, year: period.year - 1 });
  parsePeriod(earlier);
  return earlier;
}

/** The months of a year or quarter in order; a month answers itself. */
export function monthsOf(id: PeriodId, scheme: PeriodScheme): PeriodId[] {
  const { first, length } = monthSpan(id, scheme);
  return Array.from({ length }, (_, index) => monthAt(first + index));
}

/** The year or quarter that a month lies in; a month answers itself. */
export function periodOfMonth(month: PeriodId, kind: PeriodKind, scheme: PeriodScheme): PeriodId {
  const { first } = monthSpan(month, scheme);
  if (kind === 'month') return month;
  const sinceStart = first - (startMonthOf(scheme) - 1);
  const year = Math.floor(sinceStart / 12);
  if (kind === 'year') return formatPeriod({ kind: 'year', year });
  const quarter = (Math.floor((sinceStart % 12) / 3) + 1) as 1 | 2 | 3 | 4;
  return formatPeriod({ kind: 'quarter', year, quarter });
}
