import { worseStatus } from '@milepost/calendar';
import type { DayStatus, WorkingCalendar, WorkingDayCount } from '@milepost/calendar';
import type { Method } from './method.ts';

/** Working days by month 'YYYY-MM', as plain data that can be stored with a plan. */
export type MonthDays = Readonly<Record<string, WorkingDayCount>>;

/** Reads the working days of months from a calendar. */
export function monthDays(calendar: WorkingCalendar, months: readonly string[]): MonthDays {
  return Object.fromEntries(months.map((month) => [month, calendar.workingDaysOfMonth(month)]));
}

/** How far the days can be trusted: as far as their least certain month. */
export function monthDaysStatus(days: MonthDays): DayStatus {
  return Object.values(days).reduce<DayStatus>((worst, { status }) => worseStatus(worst, status), 'official');
}

/**
 * Months by their working days. The name says when the days were estimated, so that the explanation of a number made
 * before the holidays were published shows it. On the organisation axis every leaf works the same days.
 */
export function workingDays(days: MonthDays): Method {
  const status = monthDaysStatus(days);
  return {
    name: status === 'official' ? 'workingDays' : `workingDays:${status}`,
    weigh: ({ axis, members, leavesUnder }) =>
      members.map((member) => (axis === 'time' ? (days[member]?.count ?? null) : leavesUnder(member).length)),
  };
}
