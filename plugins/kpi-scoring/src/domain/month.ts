import { addDays, diffDays, monthsOf, periodInterval, previousPeriod } from '@milepost/calendar';

/** A month with its first and last day. */
export interface Month {
  /** `YYYY-MM`. */
  readonly id: string;
  readonly from: string;
  /** Last day of the month, included. */
  readonly to: string;
  readonly days: number;
}

/** The days of a month `YYYY-MM`. */
export function monthOf(id: string): Month {
  const { start, end } = periodInterval(id, 1);
  return { id, from: start, to: addDays(end, -1), days: diffDays(start, end) };
}

/** A month is over once its last day lies before today. */
export const isOver = (month: string, today: string): boolean => monthOf(month).to < today;

/**
 * The day whose evening receivables are looked at: the last day of a month that is over, yesterday while it runs (what is
 * due today is not overdue yet). Before the month begins: the day before its first.
 */
export function receivablesDay(month: string, today: string): string {
  const { to } = monthOf(month);
  return to < today ? to : addDays(today, -1);
}

/** `count` months ending with `month`, oldest first. */
export function monthsUpTo(month: string, count: number): string[] {
  const months = [month];
  while (months.length < count) months.unshift(previousPeriod(months[0] ?? month));
  return months;
}

/** Which months a period offers and which one is shown. */
export interface MonthChoice {
  /** Months of the period that have begun. Empty when the period lies ahead. */
  readonly months: readonly string[];
  readonly month: string | null;
  /** Scores exist for months only: a quarter or year shows one of its months. */
  readonly chosen: boolean;
}

/** Picks the month of a period: the asked one when it belongs to it, else the last that has begun. */
export function chooseMonth(period: string, asked: string | undefined, today: string, fiscalStart: number): MonthChoice {
  const begun = monthsOf(period, fiscalStart).filter((month) => `${month}-01` <= today);
  const month = asked !== undefined && begun.includes(asked) ? asked : (begun.at(-1) ?? null);
  return { months: begun, month, chosen: !/^\d{4}-\d{2}$/.test(period) };
}
