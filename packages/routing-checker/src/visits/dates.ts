const DAY_MS = 86_400_000;

/** Days since 1970 of a date. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** A date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}
