/** Working-day rates of comparable past periods: what business that comes by itself has brought a day. */
import { diffDays, periodInterval, samePeriodLastYear, worseStatus } from '@milepost/calendar';
import type { BusinessDate, DayStatus, PeriodId, WorkingCalendar } from '@milepost/calendar';
import { checkAmount, checkCount, sumAmounts } from './check.ts';
import { remainingWindow } from './remaining-window.ts';

/** A stretch of the past. */
export interface ComparableRate {
  /** For people, for example '2025-Q4, last 27 working days'. */
  readonly label: string;
  /** Minor units in all its days. */
  readonly amountMinor: number;
  /** At least 1. */
  readonly workingDays: number;
}

/** Business of one day, without the opportunities that are counted elsewhere. */
export interface DayAmount {
  readonly day: BusinessDate;
  readonly amountMinor: number;
}

/**
 * For each of the last `years` years the end of the same period that had as many working days as are left of this one.
 * A stretch before the first day with business is left out: silence before the records begin is not a rate of 0.
 */
export function comparableRates(
  history: readonly DayAmount[],
  options: {
    readonly period: PeriodId;
    readonly today: BusinessDate;
    readonly calendar: WorkingCalendar;
    readonly years: number;
  },
): { readonly rates: readonly ComparableRate[]; readonly dayStatus: DayStatus } {
  const { period, today, calendar } = options;
  checkCount(options.years, 'years');
  history.forEach(({ amountMinor }, index) => checkAmount(amountMinor, `history.${index}.amountMinor`));
  const { remaining, status } = remainingWindow(period, today, calendar);
  let dayStatus = status;
  const rates: ComparableRate[] = [];
  let past = period;
  for (let back = 0; back < options.years && remaining > 0; back += 1) {
    past = samePeriodLastYear(past);
    const { start, end } = periodInterval(past, calendar.fiscalYearStartMonth);
    const days = Math.min(remaining, calendar.workingDays({ start, end }).count);
    const tail = calendar.addWorkingDays(end, -days);
    // A period with no more days than are needed counts from its own start, days off included.
    const from = days < remaining || diffDays(start, tail.date) < 0 ? start : tail.date;
    const within = history.filter(({ day }) => diffDays(from, day) >= 0 && diffDays(day, end) > 0);
    const begun = history.some(({ day }) => diffDays(day, from) >= 0);
    if (days === 0 || !begun) continue;
    dayStatus = worseStatus(dayStatus, tail.status);
    const amountMinor = sumAmounts(
      within.map((entry) => entry.amountMinor),
      'history',
    );
    rates.push({ label: `${past} / ${days}`, amountMinor, workingDays: days });
  }
  return { rates, dayStatus };
}
