/** ISO 8601 weeks: Monday to Sunday, a week belongs to the year of its Thursday. */
import { addDays, diffDays, pad2, toEpochDay, weekday, weekdayOfEpochDay } from './dates.ts';
import type { BusinessDate, DateInterval } from './dates.ts';

/** An ISO week; `year` is the week's year, which differs from the day's around New Year. */
export interface IsoWeek {
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
}

/** The Thursday of the week around a day: the day that decides which year and month the week belongs to. */
export function thursdayOf(date: BusinessDate): BusinessDate {
  return addDays(date, 4 - weekday(date));
}

/** The ISO week a day lies in. */
export function isoWeek(date: BusinessDate): IsoWeek {
  const thursday = thursdayOf(date);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(diffDays(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** '2026-W07': an ISO week as text. */
export function formatIsoWeek({ year, week }: IsoWeek): string {
  return `${String(year).padStart(4, '0')}-W${pad2(week)}`;
}

/** Epoch day of the Monday of a week; null for a week 53 that its year does not have. */
export function mondayOfIsoWeek({ year, week }: IsoWeek): number | null {
  const text = String(year).padStart(4, '0');
  // 4 January always lies in week 1, 28 December in the last one.
  const monday = (date: BusinessDate): number => toEpochDay(date) - weekday(date) + 1;
  const day = monday(`${text}-01-04`) + (week - 1) * 7;
  return day <= monday(`${text}-12-28`) ? day : null;
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

/** The Monday of the first week whose Thursday is not before a day: where a month of whole weeks begins. */
export function mondayOfFirstThursday(epochDay: number): number {
  const day = weekdayOfEpochDay(epochDay);
  return day <= 4 ? epochDay - day + 1 : epochDay - day + 8;
}
