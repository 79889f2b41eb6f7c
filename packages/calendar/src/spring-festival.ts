/** 春节, the first day of the lunar year, and the distance of any day from it. Known for 1900 to 2100. */
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, SPRING_FESTIVAL } from './china-table.ts';
import { fromEpochDay, toEpochDay } from './dates.ts';
import type { BusinessDate } from './dates.ts';

/** A day seen from the nearest 春节. */
export interface SpringFestivalDistance {
  /** Days after the festival; negative before it, 0 on 初一. */
  readonly days: number;
  /** The festival the distance is counted from. */
  readonly festival: BusinessDate;
}

/** The date of 春节 (初一) in a calendar year, or null outside 1900 to 2100. */
export function springFestival(year: number): BusinessDate | null {
  if (!Number.isInteger(year) || year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return null;
  const offset = Number.parseInt(SPRING_FESTIVAL.charAt(year - FIRST_LUNAR_YEAR), 36);
  return fromEpochDay(toEpochDay(`${year}-01-20`) + offset);
}

/**
 * Distance of a day from the nearest 春节: history is compared by this number, because the festival moves by up to a
 * month between years. Null where the nearest festival may not be known.
 */
export function daysFromSpringFestival(date: BusinessDate): SpringFestivalDistance | null {
  const day = toEpochDay(date);
  const year = Number(date.slice(0, 4));
  let nearest: SpringFestivalDistance | null = null;
  for (const candidate of [year, year + 1]) {
    const festival = springFestival(candidate);
    if (festival === null) continue;
    const days = day - toEpochDay(festival);
    if (nearest === null || Math.abs(days) < Math.abs(nearest.days)) nearest = { days, festival };
  }
  // Without the neighbouring festival a distance of more than half a year would be a wrong answer, not a long one.
  return nearest !== null && Math.abs(nearest.days) <= 192 ? nearest : null;
}
