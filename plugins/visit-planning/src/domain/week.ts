import { addDays, isBusinessDate, weekDays } from '@milepost/calendar';
import type { WorkingCalendar } from '@milepost/calendar';

/** One day of the board. */
export interface BoardDay {
  readonly dayOn: string;
  readonly working: boolean;
  /** Worked in exchange for a holiday (调休上班). */
  readonly makeUp: boolean;
  /** The holiday's name, or of the holiday that is worked for. */
  readonly name: { readonly zh: string; readonly en: string } | null;
  /** The arrangement of that year is not published yet. */
  readonly estimated: boolean;
}

/** The days of the week around a day. Monday first. */
export function daysOfWeek(dayOn: string, calendar: WorkingCalendar): readonly BoardDay[] {
  return weekDays(dayOn).map((day) => {
    const { working, status, reason } = calendar.isWorkingDay(day);
    return { dayOn: day, working, makeUp: reason.kind === 'makeUp', name: reason.name, estimated: status === 'estimated' };
  });
}

/** Days with a column: worked days, holidays (named and empty), and free days on which a visit stands. */
export function columnsOf(days: readonly BoardDay[], busy: ReadonlySet<string>): readonly BoardDay[] {
  return days.filter((day) => day.working || day.name !== null || busy.has(day.dayOn));
}

/** Monday of the week a page parameter names; `today`'s week where it names none. */
export function weekStart(param: string | undefined, today: string): string {
  const [monday] = weekDays(isBusinessDate(param) ? param : today);
  return monday ?? today;
}

/** The Monday `weeks` later. */
export function shiftWeek(monday: string, weeks: number): string {
  return addDays(monday, 7 * weeks);
}
