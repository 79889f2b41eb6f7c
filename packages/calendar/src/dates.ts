/**
 * Business dates: 'YYYY-MM-DD' strings in the proleptic Gregorian calendar, years 0001 to 9999.
 * They sort as text, hold no time zone and are counted through epoch days (1970-01-01 is 0).
 */
import { CalendarError } from './error.ts';

/** A business day, 'YYYY-MM-DD'. */
export type BusinessDate = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A half-open interval of days: `start` belongs to it, `end` does not. */
export interface DateInterval {
  readonly start: BusinessDate;
  readonly end: BusinessDate;
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Two digits, as months and days are written. */
export function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Days since 1970-01-01. Throws `calendar.date.invalid` for anything that is not a real day. */
export function toEpochDay(date: BusinessDate, path = ''): number {
  const match = PATTERN.exec(date);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null || year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new CalendarError('calendar.date.invalid', date, path);
  }
  // setUTCFullYear instead of Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** The day that lies `epochDay` days after 1970-01-01. */
export function fromEpochDay(epochDay: number): BusinessDate {
  const instant = new Date(epochDay * DAY_MS);
  const year = instant.getUTCFullYear();
  if (!Number.isInteger(epochDay) || !(year >= 1 && year <= 9999)) {
    throw new CalendarError('calendar.date.invalid', epochDay);
  }
  return instant.toISOString().slice(0, 10);
}

/** Whether the text is a day that exists. */
export function isBusinessDate(text: unknown): text is BusinessDate {
  if (typeof text !== 'string') return false;
  const match = PATTERN.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days in a month, leap years included. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function diffDays(from: BusinessDate, to: BusinessDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Weekday of an epoch day; 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(epochDay: number): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Monday 1 … Sunday 7. */
export function weekday(date: BusinessDate): Weekday {
  return weekdayOfEpochDay(toEpochDay(date));
}

/** Every day of a half-open interval, in order. Throws `calendar.interval.reversed` when it ends before it starts. */
export function daysOf(interval: DateInterval): BusinessDate[] {
  const { start, end } = epochInterval(interval);
  return Array.from({ length: end - start }, (_, index) => fromEpochDay(start + index));
}

/** The interval as epoch days, checked. */
export function epochInterval(interval: DateInterval): { start: number; end: number } {
  const start = toEpochDay(interval.start, 'start');
  const end = toEpochDay(interval.end, 'end');
  if (end < start) throw new CalendarError('calendar.interval.reversed', `${interval.start}/${interval.end}`);
  return { start, end };
}
