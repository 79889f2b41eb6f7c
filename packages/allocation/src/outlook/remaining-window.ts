/** The working days a period still has, seen from a day. */
import { addDays, diffDays, periodInterval } from '@milepost/calendar';
import type { BusinessDate, PeriodId, WorkingCalendar, WorkingDayProgress } from '@milepost/calendar';

/** Today counts as remaining: its work is still to be done. */
export interface RemainingWindow extends WorkingDayProgress {
  /** Working days from today to the start of the period; 0 once it runs. */
  readonly ahead: number;
  readonly lastDay: BusinessDate;
  /** null when the period has no working day. */
  readonly lastWorkingDay: BusinessDate | null;
  readonly state: 'before' | 'running' | 'over';
}

/** The window of a period. 'over' means no working day is left, also on a weekend at its end. Throws CalendarError. */
export function remainingWindow(period: PeriodId, today: BusinessDate, calendar: WorkingCalendar): RemainingWindow {
  const { start, end } = periodInterval(period, calendar.fiscalYearStartMonth);
  const days = calendar.elapsedWorkingDays(period, today);
  const early = diffDays(today, start) > 0;
  return {
    ...days,
    ahead: early ? calendar.workingDays({ start: today, end: start }).count : 0,
    lastDay: addDays(end, -1),
    lastWorkingDay: days.total === 0 ? null : calendar.addWorkingDays(end, -1).date,
    state: early ? 'before' : days.remaining === 0 ? 'over' : 'running',
  };
}
