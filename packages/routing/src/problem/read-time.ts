import type { Weekday } from '@milepost/calendar';
import { RoutingError } from '../error.ts';
import { below, readDate, readList, readObject } from './read.ts';
import type { DateException, DayName, TimeRange, WeekHours } from './visit-problem.ts';

/** 'HH:MM' as minutes after midnight; '24:00' is the end of the day. */
export function readMinute(value: unknown, path: string): number {
  const [, hours = '', minutes = ''] = (typeof value === 'string' && /^(\d{2}):([0-5]\d)$/.exec(value)) || [];
  const minute = Number(hours) * 60 + Number(minutes);
  if (hours === '' || minute > 1_440) throw new RoutingError('routing.problem.time', value, path);
  return minute;
}

/** The fields `from` and `until` of an object as a range that is not empty. */
export function rangeOf(fields: Readonly<Record<string, unknown>>, path: string): TimeRange {
  const fromMinute = readMinute(fields.from, below(path, 'from'));
  const untilMinute = readMinute(fields.until, below(path, 'until'));
  if (untilMinute <= fromMinute) {
    throw new RoutingError('routing.problem.range', `${String(fields.from)}–${String(fields.until)}`, below(path, 'until'));
  }
  return { fromMinute, untilMinute };
}

/** A range and nothing else. */
export function readRange(value: unknown, path: string): TimeRange {
  return rangeOf(readObject(value, path, ['from', 'until']), path);
}

/** 1 for Monday to 7 for Sunday. */
export function readWeekday(value: unknown, path: string): Weekday {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 7) return value as Weekday;
  throw new RoutingError('routing.problem.choice', value, path);
}

/** A weekday or 'makeUp'. */
export function readDayName(value: unknown, path: string): DayName {
  return value === 'makeUp' ? value : readWeekday(value, path);
}

/** Hours of some weekdays. */
export function readWeekHours(value: unknown, path: string): WeekHours {
  const fields = readObject(value, path, ['weekdays', 'from', 'until']);
  const weekdays = readList(fields.weekdays, below(path, 'weekdays'), readDayName);
  if (weekdays.length === 0) throw new RoutingError('routing.problem.empty', 'weekdays', below(path, 'weekdays'));
  return { weekdays, ...rangeOf(fields, path) };
}

/** Other hours on some days, `closed: true` or `windows`. */
export function readDateException(value: unknown, path: string): DateException {
  const fields = readObject(value, path, ['from', 'until', 'closed', 'windows']);
  const from = readDate(fields.from, below(path, 'from'));
  const until = readDate(fields.until, below(path, 'until'));
  if (until <= from) throw new RoutingError('routing.problem.range', `${from}–${until}`, below(path, 'until'));
  const windows = readList(fields.windows, below(path, 'windows'), readRange);
  // Neither, or both, would leave open what is meant.
  if ((fields.closed === true) !== (windows.length === 0))
    throw new RoutingError('routing.problem.empty', 'windows', below(path, 'windows'));
  return { from, until, windows };
}
