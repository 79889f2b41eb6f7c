/** Working days between any two days of a span, each counted once. */
import { addDays, diffDays, worseStatus } from '@milepost/calendar';
import type { BusinessDate, DayStatus, WorkingCalendar } from '@milepost/calendar';

/** Working days of [from, to) inside the span it was made for. */
export interface WorkingDayIndex {
  between(from: BusinessDate, to: BusinessDate): number;
  /** As sure as the least certain day of the span. */
  readonly status: DayStatus;
}

/** Counts the days of [start, end) once, so that thousands of stays need no second look at the calendar. */
export function indexWorkingDays(calendar: WorkingCalendar, start: BusinessDate, end: BusinessDate): WorkingDayIndex {
  const length = Math.max(diffDays(start, end), 0);
  const before = new Uint32Array(length + 1);
  let status: DayStatus = 'official';
  for (let offset = 0; offset < length; offset += 1) {
    const answer = calendar.isWorkingDay(addDays(start, offset));
    before[offset + 1] = (before[offset] ?? 0) + (answer.working ? 1 : 0);
    status = worseStatus(status, answer.status);
  }
  const until = (day: BusinessDate): number => before[Math.min(Math.max(diffDays(start, day), 0), length)] ?? 0;
  return { between: (from, to) => until(to) - until(from), status };
}
