/** How periods lie in one another: year, quarter, month, and under a week rule week and day. */
import { addDays, daysOf, fromEpochDay, toEpochDay } from './dates.ts';
import { storedWeekRule, weekRuleOf } from './definition.ts';
import { CalendarError } from './error.ts';
import { periodInterval } from './period-interval.ts';
import { formatPeriod, monthsOf, parsePeriod, periodOfMonth, shiftPeriod } from './period.ts';
import { formatWeek, parsePlanPeriod, partsOfWeek, wholeWeek } from './plan-period.ts';
import { isoWeek, thursdayOf } from './weeks.ts';
import type { BusinessDate } from './dates.ts';
import type { PeriodScheme } from './definition.ts';
import type { PeriodId } from './period.ts';
import type { PlanPeriodKind, WeekPeriod } from './plan-period.ts';

/**
 * The periods one level down, in order; together they are exactly the days of `id`.
 * Quarters of a year, months of a quarter; with a calendar definition also weeks of a month (parts of weeks where the
 * rule is `workingDays`) and days of a week. With a start month alone the tree ends at months.
 */
export function childPeriods(id: PeriodId, scheme: PeriodScheme): PeriodId[] {
  const period = parsePlanPeriod(id);
  if (period.kind === 'day') return [];
  if (period.kind === 'week') return daysOf(periodInterval(checkWeek(id, period, scheme), scheme));
  if (period.kind === 'month') return storedWeekRule(scheme) === null ? [] : weeksOf(id, scheme);
  const months = monthsOf(id, scheme);
  if (period.kind === 'quarter') return months;
  return ([1, 2, 3, 4] as const).map((quarter) => formatPeriod({ kind: 'quarter', year: period.year, quarter }));
}

/** The quarter of a month, the year of a quarter, null for a year; with a definition the month of a week, the week of a day. */
export function parentPeriod(id: PeriodId, scheme: PeriodScheme): PeriodId | null {
  const period = parsePlanPeriod(id);
  if (period.kind === 'year') return null;
  if (period.kind === 'quarter') return formatPeriod({ kind: 'year', year: period.year });
  if (period.kind === 'month') return periodOfMonth(id, 'quarter', scheme);
  if (period.kind === 'day') return periodOfDate(id, 'week', scheme);
  checkWeek(id, period, scheme);
  return periodOfDate(fromEpochDay(period.start), 'month', scheme);
}

/** The period of a kind that a day lies in. Weeks need a calendar definition. */
export function periodOfDate(date: BusinessDate, kind: PlanPeriodKind, scheme: PeriodScheme): PeriodId {
  toEpochDay(date);
  if (kind === 'day') return date;
  if (kind === 'week') return formatWeek(weekOfDate(date, scheme));
  const deciding = storedWeekRule(scheme) === 'thursday' ? thursdayOf(date) : date;
  return periodOfMonth(deciding.slice(0, 7), kind, scheme);
}

/** All periods of a kind in a period, in order: the weeks of a year, the days of a month. None if `id` is finer than that. */
export function periodsIn(id: PeriodId, kind: PlanPeriodKind, scheme: PeriodScheme): PeriodId[] {
  const own = parsePlanPeriod(id).kind;
  if (own === kind) return [id];
  if (kind === 'day') return daysOf(periodInterval(id, scheme));
  if (own === 'week' || own === 'day') return [];
  if (kind === 'week') return monthsOf(id, scheme).flatMap((month) => weeksOf(month, scheme));
  if (kind === 'month') return monthsOf(id, scheme);
  return own === 'year' && kind === 'quarter' ? childPeriods(id, scheme) : [];
}

/** The period of the same kind that follows. The scheme is needed for weeks only. */
export function nextPeriod(id: PeriodId, scheme?: PeriodScheme): PeriodId {
  return neighbour(id, 1, scheme);
}

/** The period of the same kind before. The scheme is needed for weeks only. */
export function previousPeriod(id: PeriodId, scheme?: PeriodScheme): PeriodId {
  return neighbour(id, -1, scheme);
}

function neighbour(id: PeriodId, step: 1 | -1, scheme: PeriodScheme = 1): PeriodId {
  const period = parsePlanPeriod(id);
  if (period.kind === 'day') return addDays(id, step);
  if (period.kind !== 'week') return shiftPeriod(id, step);
  checkWeek(id, period, scheme);
  return periodOfDate(fromEpochDay(step === 1 ? period.end : period.start - 1), 'week', scheme);
}

function weeksOf(month: PeriodId, scheme: PeriodScheme): PeriodId[] {
  parsePeriod(month);
  const { start, end } = periodInterval(month, scheme);
  const ids: PeriodId[] = [];
  for (let date = start; date < end;) {
    const week = weekOfDate(date, scheme);
    ids.push(formatWeek(week));
    date = fromEpochDay(week.end);
  }
  return ids;
}

/** The week of a day as the rule has it: whole, or the part in the month of the day. */
function weekOfDate(date: BusinessDate, scheme: PeriodScheme): WeekPeriod {
  const rule = weekRuleOf(scheme);
  const week = wholeWeek(isoWeek(date));
  if (week === null) throw new CalendarError('calendar.date.invalid', date);
  const part = rule === 'thursday' ? undefined : partsOfWeek(week).find(({ month }) => month === date.slice(0, 7));
  return part ?? week;
}

/** Throws `calendar.week.otherRule` for a week that the rule knows in another form: whole, or in two parts. */
function checkWeek(id: PeriodId, week: WeekPeriod, scheme: PeriodScheme): PeriodId {
  const own = formatWeek(weekOfDate(fromEpochDay(week.start), scheme));
  if (own !== id) throw new CalendarError('calendar.week.otherRule', id);
  return id;
}
