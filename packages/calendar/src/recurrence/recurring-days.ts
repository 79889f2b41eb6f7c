/** A recurrence rule on a working calendar: its days, moved away from the days that are not worked. */
import { epochInterval, toEpochDay } from '../dates.ts';
import { Collector } from './collector.ts';
import { refuseTimes } from './expand-rule.ts';
import { Landing } from './landing.ts';
import { checkCap, checkHorizon } from './limits.ts';
import { occurrences } from './occurrences.ts';
import { parseRule } from './parse-rule.ts';
import { requestError } from './rule-error.ts';
import type { BusinessDate } from '../dates.ts';
import type { DayStatus } from '../day.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import type { RecurringDay } from './collector.ts';
import type { NonWorkingDayRule } from './landing.ts';
import type { RecurrenceRule } from './rule.ts';

/** Days that recur. */
export interface RecurrenceRequest {
  /** RFC 5545 from DAILY up, for example 'FREQ=MONTHLY;BYMONTHDAY=-1'. COUNT and UNTIL speak of planned days. */
  readonly rule: string;
  /** First day of the rule. It counts only if it matches the rule. */
  readonly start: BusinessDate;
  readonly calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'dayOf'>;
  readonly whenNotWorking: NonWorkingDayRule;
  /** Only days from this one on are answered; all when missing. */
  readonly from?: BusinessDate;
  /** Only days before this one are answered, whatever day they were planned for. At most 400 years after `start`. */
  readonly until: BusinessDate;
  /** Most days to answer, 1000 when missing, at most 100000. */
  readonly maxCount?: number;
}

/** The working days of a recurrence. */
export interface Recurrence {
  /** In order, each once, every one a working day. */
  readonly days: readonly RecurringDay[];
  /** Planned days in the interval that were left out; empty unless the rule for them is 'skip'. */
  readonly skipped: readonly BusinessDate[];
  /** The least certain of all days looked at, the skipped ones included. */
  readonly status: DayStatus;
  /** Whether `maxCount` left out some before `until`. */
  readonly truncated: boolean;
}

/**
 * The working days of a rule in [from, until). Throws a CalendarError: `calendar.rule.…` for the rule and the request,
 * `calendar.date.invalid` for days, `calendar.search.exhausted` when no working day lies within twenty years.
 */
export function recurringDays(request: RecurrenceRequest): Recurrence {
  const { calendar, whenNotWorking } = request;
  if (!['forward', 'back', 'skip'].includes(whenNotWorking))
    throw requestError('calendar.rule.move', whenNotWorking, 'whenNotWorking');
  const rule = parseRule(request.rule);
  refuseTimes(rule);
  const cap = checkCap(request.maxCount);
  const start = toEpochDay(request.start, 'start');
  const until = toEpochDay(request.until, 'until');
  const from = request.from === undefined ? -Infinity : toEpochDay(request.from, 'from');
  if (request.from !== undefined) epochInterval({ start: request.from, end: request.until });
  checkHorizon(start, until, `${request.start}/${request.until}`);
  const landing = new Landing(calendar, whenNotWorking);
  // Moved back, a day planned after the end can still fall before it: as long as nothing between is worked.
  const horizon = whenNotWorking === 'back' && until > start ? landing.from(until, 1).day : until;
  const result = new Collector(from, until, cap);
  for (const seconds of occurrences(rule, start * 86_400, Math.min(horizon, lastPlanned(rule, calendar) + 1) * 86_400)) {
    const planned = seconds / 86_400;
    if (!result.take(planned, landing.of(planned))) return result.answer(true);
  }
  return result.answer(false);
}

/** The last day UNTIL allows. An instant in UTC is the day it falls on where the company is. */
function lastPlanned({ until }: RecurrenceRule, calendar: RecurrenceRequest['calendar']): number {
  if (until === null) return Infinity;
  return toEpochDay(until.endsWith('Z') ? calendar.dayOf(until) : until.slice(0, 10));
}
