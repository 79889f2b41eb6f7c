/** Days as whole numbers since 1970-01-01, the form in which the generator reckons. */
export type Day = number;

const DAY_MS = 86_400_000;
const texts = new Map<Day, string>();

/** `YYYY-MM-DD` to a day. Throws a RangeError for a text that is not a real day. */
export function parseDay(text: string): Day {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const day = time / DAY_MS;
  if (!Number.isInteger(day) || dayText(day) !== text) throw new RangeError(`Not a day: "${text}" (write it like 2026-11-21)`);
  return day;
}

/** A day as `YYYY-MM-DD`. */
export function dayText(day: Day): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** Monday is 0, Sunday is 6. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Month 0 to 11 of a day. */
export function monthIndex(day: Day): number {
  return Number(dayText(day).slice(5, 7)) - 1;
}

/** The instant of a local clock time in Shanghai (UTC+8, no summer time) as ISO UTC. `minute` counts from midnight, from 480 on. */
export function shanghaiInstant(day: Day, minute: number): string {
  const utc = minute - 480;
  const hour = Math.floor(utc / 60);
  const rest = utc - hour * 60;
  return `${dayText(day)}T${hour < 10 ? '0' : ''}${hour}:${rest < 10 ? '0' : ''}${rest}:00Z`;
}
