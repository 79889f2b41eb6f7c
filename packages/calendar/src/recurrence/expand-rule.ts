import { isBusinessDate, toEpochDay } from '../dates.ts';
import { checkCap, checkHorizon } from './limits.ts';
import { occurrences } from './occurrences.ts';
import { parseRule } from './parse-rule.ts';
import { requestError, ruleError } from './rule-error.ts';
import type { RecurrenceRule } from './rule.ts';

/** A rule to be written out. Times have no zone: 09:00 stays 09:00 through every change of clocks. */
export interface RuleRequest {
  /** RFC 5545, for example 'FREQ=MONTHLY;BYDAY=-1FR'. */
  readonly rule: string;
  /** First day or local time, 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM:SS'. It counts only if it matches the rule. */
  readonly start: string;
  /** Not included. In the form of `start`; at most 400 years after it. */
  readonly until: string;
  /** Most occurrences to answer, 1000 when missing, at most 100000. */
  readonly maxCount?: number;
}

/** The occurrences of a rule. */
export interface RuleOccurrences {
  /** In order, in the form of `start`. */
  readonly times: readonly string[];
  /** Whether `maxCount` left out some before `until`. */
  readonly truncated: boolean;
}

/**
 * Writes out a rule of RFC 5545 as it stands, without any working calendar. With a day as start it answers days, and the
 * rule may not speak of hours. Throws a CalendarError (`calendar.rule.…`) with the name of the bad part in its path.
 */
export function expandRule(request: RuleRequest): RuleOccurrences {
  const { start, until } = request;
  const rule = parseRule(request.rule);
  const byDay = isBusinessDate(start);
  const [from, horizon] = [readTime(start, start, 'start'), readTime(until, start, 'until')];
  checkHorizon(from / 86_400, horizon / 86_400, `${start}/${until}`);
  if (byDay) refuseTimes(rule);
  const last = rule.until === null ? Infinity : readTime(rule.until, start, 'UNTIL');
  const cap = checkCap(request.maxCount);
  const times: string[] = [];
  for (const at of occurrences(rule, from, Math.min(horizon, last + 1))) {
    if (times.length === cap) return { times, truncated: true };
    const text = new Date(at * 1000).toISOString();
    times.push(byDay ? text.slice(0, 10) : text.slice(0, 19));
  }
  return { times, truncated: false };
}

/** Throws `calendar.rule.subDaily` for a rule of days that speaks of hours, minutes or seconds. */
export function refuseTimes({ frequency, hours, minutes, seconds }: RecurrenceRule): void {
  if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency)) {
    throw ruleError('calendar.rule.subDaily', frequency, 'FREQ');
  }
  const named = Object.entries({ BYHOUR: hours, BYMINUTE: minutes, BYSECOND: seconds }).find(([, list]) => list.length > 0);
  if (named !== undefined) throw ruleError('calendar.rule.subDaily', named[0], named[0]);
}

/** Seconds since 1970-01-01T00:00 of a text in the same form as the start: two forms side by side have two readings. */
function readTime(text: string, start: string, part: string): number {
  const [, date = '', time] = /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d))?$/.exec(text) ?? [];
  if (!isBusinessDate(date) || text.length !== start.length) {
    throw part === 'UNTIL' ? ruleError('calendar.rule.time', text, part) : requestError('calendar.rule.time', text, part);
  }
  const [hour = 0, minute = 0, second = 0] = time?.split(':').map(Number) ?? [];
  return toEpochDay(date) * 86_400 + hour * 3600 + minute * 60 + second;
}
