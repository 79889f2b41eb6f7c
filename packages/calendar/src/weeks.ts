/** ISO 8601 weeks: Monday to Sunday, a week belongs to the year of its Thursday. */
import { addDays, diffDays, weekday } from './dates.ts';
import type { BusinessDate, DateInterval } from './dates.ts';

/** An ISO week; `year` is the week's year, which differs from the day's around New Year. */
export interface IsoWeek {
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
}

/** The ISO week a day lies in. */
export function isoWeek(date: BusinessDate): IsoWeek {
  const thursday = addDays(date, 4 - weekday(date));
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(diffDays(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** The week around a day as a half-open interval, Monday to the next Monday. */
export function weekInterval(date: BusinessDate): DateInterval {
  const start = addDays(date, 1 - weekday(date));
  return { start, end: addDays(start, 7) };
}

/** The seven days of the week around a day, Monday first. */
export function weekDays(date: BusinessDate): BusinessDate[] {
  const { start } = weekInterval(date);
  return Array.from({ length: 7 }, (_, index) => addDays(start, index));
}
