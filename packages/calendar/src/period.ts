/**
 * Periods: fiscal years 'YYYY', fiscal quarters 'YYYY-Qn', calendar months 'YYYY-MM'.
 *
 * The year of a fiscal year is the calendar year it starts in: with start month 4, '2026' runs from 2026-04 to 2027-03
 * and '2026-Q4' is 2027-01 to 2027-03. A month is always the calendar month it names. The start month is a required
 * argument wherever it matters, so that no place can assume January.
 */
import { pad2, toEpochDay } from './dates.ts';
import { CalendarError } from './error.ts';
import type { BusinessDate, DateInterval } from './dates.ts';

/** A period as text: '2026', '2026-Q1', '2026-01'. */
export type PeriodId = string;

/** How long a period is. */
export type PeriodKind = 'year' | 'quarter' | 'month';

/** A period taken apart. For a month `year` is the calendar year, otherwise the fiscal year. */
export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'month'; readonly year: number; readonly month: number };

const PATTERN = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** Reads a period. Throws `calendar.period.invalid`. */
export function parsePeriod(id: PeriodId, path = ''): Period {
  const match = PATTERN.exec(id);
  const year = Number(match?.[1]);
  if (match === null || year < 1) throw new CalendarError('calendar.period.invalid', id, path);
  if (match[2] !== undefined) return { kind: 'quarter', year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 };
  if (match[3] !== undefined) return { kind: 'month', year, month: Number(match[3]) };
  return { kind: 'year', year };
}

/** Whether the text names a period. */
export function isPeriod(id: unknown): id is PeriodId {
  return typeof id === 'string' && PATTERN.test(id) && !id.startsWith('0000');
}

/** Writes a period; the inverse of `parsePeriod`. */
export function formatPeriod(period: Period): PeriodId {
  const year = String(period.year).padStart(4, '0');
  if (period.kind === 'year') return year;
  return period.kind === 'quarter' ? `${year}-Q${period.quarter}` : `${year}-${pad2(period.month)}`;
}

/** Throws `calendar.startMonth.invalid` unless it is a whole number from 1 to 12. */
export function checkStartMonth(startMonth: number, path = ''): void {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12) {
    throw new CalendarError('calendar.startMonth.invalid', startMonth, path);
  }
}

/** First month (counted from month 0 of year 0) and number of months of a period. */
function monthSpan(id: PeriodId, startMonth: number): { first: number; length: number } {
  checkStartMonth(startMonth);
  const period = parsePeriod(id);
  if (period.kind === 'month') return { first: period.year * 12 + period.month - 1, length: 1 };
  const first = period.year * 12 + startMonth - 1;
  return period.kind === 'year' ? { first, length: 12 } : { first: first + (period.quarter - 1) * 3, length: 3 };
}

function monthAt(index: number): PeriodId {
  return formatPeriod({ kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 });
}

/** The days of a period as a half-open interval. */
export function periodInterval(id: PeriodId, startMonth: number): DateInterval {
  const { first, length } = monthSpan(id, startMonth);
  return { start: `${monthAt(first)}-01`, end: `${monthAt(first + length)}-01` };
}

function shift(id: PeriodId, steps: number): PeriodId {
  const period = parsePeriod(id);
  if (period.kind === 'year') return formatPeriod({ kind: 'year', year: period.year + steps });
  if (period.kind === 'month') return monthAt(period.year * 12 + period.month - 1 + steps);
  const index = period.year * 4 + period.quarter - 1 + steps;
  const quarter = ((index % 4) + 1) as 1 | 2 | 3 | 4;
  return formatPeriod({ kind: 'quarter', year: Math.floor(index / 4), quarter });
}

/** The period of the same kind that follows. */
export function nextPeriod(id: PeriodId): PeriodId {
  return shift(id, 1);
}

/** The period of the same kind before. */
export function previousPeriod(id: PeriodId): PeriodId {
  return shift(id, -1);
}

/** The same period one year earlier: what a prior-year share compares with. */
export function samePeriodLastYear(id: PeriodId): PeriodId {
  const period = parsePeriod(id);
  return formatPeriod({ ...period, year: period.year - 1 });
}

/** The months of a period in order; a month answers itself. */
export function monthsOf(id: PeriodId, startMonth: number): PeriodId[] {
  const { first, length } = monthSpan(id, startMonth);
  return Array.from({ length }, (_, index) => monthAt(first + index));
}

/** Quarters of a year, months of a quarter, nothing for a month. */
export function childPeriods(id: PeriodId, startMonth: number): PeriodId[] {
  const period = parsePeriod(id);
  if (period.kind === 'month') return [];
  if (period.kind === 'quarter') return monthsOf(id, startMonth);
  checkStartMonth(startMonth);
  return ([1, 2, 3, 4] as const).map((quarter) => formatPeriod({ kind: 'quarter', year: period.year, quarter }));
}

/** The quarter of a month, the year of a quarter, null for a year. */
export function parentPeriod(id: PeriodId, startMonth: number): PeriodId | null {
  const period = parsePeriod(id);
  if (period.kind === 'year') return null;
  if (period.kind === 'quarter') return formatPeriod({ kind: 'year', year: period.year });
  return periodOfMonth(id, 'quarter', startMonth);
}

function periodOfMonth(month: PeriodId, kind: PeriodKind, startMonth: number): PeriodId {
  const { first } = monthSpan(month, startMonth);
  if (kind === 'month') return month;
  const sinceStart = first - (startMonth - 1);
  const year = Math.floor(sinceStart / 12);
  if (kind === 'year') return formatPeriod({ kind: 'year', year });
  const quarter = (Math.floor((sinceStart % 12) / 3) + 1) as 1 | 2 | 3 | 4;
  return formatPeriod({ kind: 'quarter', year, quarter });
}

/** The period of a kind that a day lies in. */
export function periodOfDate(date: BusinessDate, kind: PeriodKind, startMonth: number): PeriodId {
  toEpochDay(date);
  return periodOfMonth(date.slice(0, 7), kind, startMonth);
}

/** Whether every day of `inner` (a period, or a day 'YYYY-MM-DD') lies in `outer`. */
export function periodContains(outer: PeriodId, inner: PeriodId, startMonth: number): boolean {
  const frame = periodInterval(outer, startMonth);
  if (inner.length === 10) {
    toEpochDay(inner);
    return frame.start <= inner && inner < frame.end;
  }
  const part = periodInterval(inner, startMonth);
  return frame.start <= part.start && part.end <= frame.end;
}

/** Sorts by start, the longer period first: 2026, 2026-Q1, 2026-01, 2026-02. Usable with `Array.sort`. */
export function comparePeriods(a: PeriodId, b: PeriodId, startMonth: number): number {
  const [left, right] = [monthSpan(a, startMonth), monthSpan(b, startMonth)];
  return left.first - right.first || right.length - left.length;
}
