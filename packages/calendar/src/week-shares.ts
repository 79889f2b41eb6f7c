/** What a number known for a whole ISO week means for its months. */
import { fromEpochDay } from './dates.ts';
import { weekRuleOf } from './definition.ts';
import { CalendarError } from './error.ts';
import { periodOfDate } from './period-tree.ts';
import { formatWeek, parsePlanPeriod, partsOfWeek } from './plan-period.ts';
import type { CalendarDefinition } from './definition.ts';
import type { DayStatus } from './day.ts';
import type { PeriodId } from './period.ts';
import type { WeekPeriod } from './plan-period.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The week, or the part of it, that counts for one month. */
export interface WeekPart {
  /** '2026-W14' or '2026-03-W14'. */
  readonly period: PeriodId;
  readonly month: PeriodId;
  readonly workingDays: number;
  /** The value of the week is divided in proportion to these. */
  readonly weight: number;
}

/** A week over its months. */
export interface WeekShares {
  /** One or two, in the order of the months. */
  readonly parts: readonly WeekPart[];
  /** What the weights are: 'days' (calendar days) for a week in which nobody works, 'whole' if there is nothing to split. */
  readonly basis: 'whole' | 'workingDays' | 'days';
  readonly status: DayStatus;
}

/**
 * How a value of a whole week, such as a report by week, counts for months: whole for the month of its Thursday, or
 * split by working days, as the definition stores it. Throws `calendar.planPeriod.invalid` unless it is a whole week.
 */
export function weekShares(id: PeriodId, definition: CalendarDefinition, calendar: WorkingCalendar): WeekShares {
  const week = parsePlanPeriod(id);
  if (week.kind !== 'week' || week.month !== null) throw new CalendarError('calendar.planPeriod.invalid', id);
  const { count, status } = calendar.workingDaysOfPeriod(id);
  const split = weekRuleOf(definition) === 'thursday' ? [] : partsOfWeek(week);
  const pieces = split.length === 0 ? [week] : split;
  const basis = split.length === 0 ? 'whole' : count === 0 ? 'days' : 'workingDays';
  const part = (piece: WeekPeriod): WeekPart => {
    const period = formatWeek(piece);
    const workingDays = calendar.workingDaysOfPeriod(period).count;
    const weight = basis === 'whole' ? 1 : basis === 'days' ? piece.end - piece.start : workingDays;
    return { period, month: periodOfDate(fromEpochDay(piece.start), 'month', definition), workingDays, weight };
  };
  return { parts: pieces.map(part), basis, status };
}
