import { addDays, daysInMonth, isPlanPeriod, periodInterval, toEpochDay } from '@milepost/calendar';
import { shiftYears } from './time-map.ts';
import { baselineError } from './baseline-error.ts';
import type { BusinessDate, DateInterval, PeriodId, PeriodScheme } from '@milepost/calendar';

/** The day so many months before a day; the last of the month where the day does not exist. Throws `allocation.window.invalid`. */
export function monthsBefore(date: BusinessDate, months: number): BusinessDate {
  if (!Number.isInteger(months) || months < 1 || months > 120) {
    throw baselineError('allocation.window.invalid', months, 'options.months');
  }
  toEpochDay(date, 'options.end');
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return addDays(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, day - 1);
}

/** The periods inside an interval that a past period becomes when it is moved by whole years. */
export function spansOf(past: PeriodId, into: DateInterval, scheme: PeriodScheme): PeriodId[] {
  const found: PeriodId[] = [];
  for (let years = 1; years <= 40; years += 1) {
    const period = shiftYears(past, years);
    if (!isPlanPeriod(period) || period === past) break;
    const { start, end } = periodInterval(period, scheme);
    if (start >= into.end) break;
    if (start >= into.start && end <= into.end) found.push(period);
  }
  return found;
}
