/** What the BY parts of a rule ask about a day. */
import { daysInMonth, weekdayOfEpochDay } from '../dates.ts';
import type { Weekday } from '../dates.ts';

const DAY_MS = 86_400_000;

/** A day with its places in month and year, counted from 1. */
export interface DayFacts {
  readonly epochDay: number;
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly daysInMonth: number;
  readonly dayOfYear: number;
  readonly daysInYear: number;
  readonly weekday: Weekday;
}

/** Epoch day of a day of the calendar; months beyond 1 to 12 run into the years beside. */
export function epochDayOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** The places of a day. */
export function dayFacts(epochDay: number): DayFacts {
  const instant = new Date(epochDay * DAY_MS);
  const year = instant.getUTCFullYear();
  const month = instant.getUTCMonth() + 1;
  return {
    epochDay,
    year,
    month,
    dayOfMonth: instant.getUTCDate(),
    daysInMonth: daysInMonth(year, month),
    dayOfYear: epochDay - epochDayOf(year, 1, 1) + 1,
    daysInYear: 337 + daysInMonth(year, 2),
    weekday: weekdayOfEpochDay(epochDay),
  };
}

/** First day of the week around a day, for weeks that start on a given weekday. */
export function weekStartOf(epochDay: number, weekStart: Weekday): number {
  return epochDay - ((weekdayOfEpochDay(epochDay) - weekStart + 7) % 7);
}

/**
 * Number of the week around a day, counted from the start (1 to 53) and from the end (-1 to -53) of the week's year:
 * the one that at least four of its days lie in (RFC 5545, BYWEEKNO).
 */
export function weekNumbersOf(epochDay: number, weekStart: Weekday): readonly [number, number] {
  const deciding = dayFacts(weekStartOf(epochDay, weekStart) + 3);
  const fromStart = Math.ceil(deciding.dayOfYear / 7);
  const fromEnd = Math.ceil((deciding.daysInYear - deciding.dayOfYear + 1) / 7);
  return [fromStart, -fromEnd];
}
