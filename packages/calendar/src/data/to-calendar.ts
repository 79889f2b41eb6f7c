import { addDays, weekday } from '../dates.ts';
import { createCalendar } from '../working-calendar.ts';
import { dataError } from './read.ts';
import type { DayFraction } from '../day.ts';
import type { CalendarOverlay } from '../overlay.ts';
import type { WorkPattern } from '../pattern.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import type { CompanyCalendar, CompanyOverlay, CompanyShift } from './company-calendar.ts';

/** Whose calendar is wanted. */
export interface CompanyCalendarChoice {
  /** Id of a shift; the calendar of those who work none when missing. */
  readonly shift?: string;
}

/**
 * The working calendar of a company, or of one of its shifts: a shift stands in place of the weekend and of alternating
 * weeks, days that an overlay names stand above both. Throws `calendar.shift.unknown`, and what `createCalendar` throws.
 */
export function companyCalendar(data: CompanyCalendar, { shift }: CompanyCalendarChoice = {}): WorkingCalendar {
  const { zone, fiscalYearStartMonth, base } = data;
  const overlays = data.overlays.map((overlay, index): CalendarOverlay => {
    const { id, holidays, workingDays, officialYears } = overlay;
    return {
      id,
      holidays,
      workingDays,
      officialYears,
      pattern: weeksPattern(overlay, base, `overlays.${index}.alternatingWeeks`),
    };
  });
  const own = shift === undefined ? [] : [shiftOverlay(data.shifts, shift)];
  return createCalendar({ zone, fiscalYearStartMonth, country: base, overlays: [...overlays, ...own] });
}

/** Alternating weeks as a cycle of fourteen days, from the Monday of a big week on; undefined where there are none. */
export function weeksPattern(overlay: CompanyOverlay, base: CompanyCalendar['base'], path: string): WorkPattern | undefined {
  const { alternatingWeeks: weeks, name } = overlay;
  if (weeks === undefined) return undefined;
  const { bigWeekOf, extraDay, extraDayFraction, from, until } = weeks;
  const weekend: readonly number[] = typeof base === 'string' ? [6, 7] : base.weekend;
  if (!weekend.includes(extraDay)) throw dataError('calendar.data.extraDay', extraDay, `${path}.extraDay`);
  const week = (extra: DayFraction): DayFraction[] =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => (day === extraDay ? extra : weekend.includes(day) ? 0 : 1));
  const anchor = addDays(bigWeekOf, 1 - weekday(bigWeekOf));
  return { name, anchor, cycle: [...week(extraDayFraction), ...week(0)], statutory: 'follow', from, until };
}

function shiftOverlay(shifts: readonly CompanyShift[], wanted: string): CalendarOverlay {
  const found = shifts.find(({ id }) => id === wanted);
  if (found === undefined) throw dataError('calendar.shift.unknown', wanted, 'shift');
  const { id, ...pattern } = found;
  return { id, pattern };
}
