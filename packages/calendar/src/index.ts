export { addDays, daysInMonth, daysOf, diffDays, fromEpochDay, isBusinessDate, toEpochDay, weekday } from './dates.ts';
export { isoWeek, weekDays, weekInterval } from './weeks.ts';
export { dayOfInstant } from './zone.ts';
export {
  childPeriods,
  comparePeriods,
  formatPeriod,
  isPeriod,
  monthsOf,
  nextPeriod,
  parentPeriod,
  parsePeriod,
  periodContains,
  periodInterval,
  periodOfDate,
  previousPeriod,
  samePeriodLastYear,
} from './period.ts';
export { createCalendar } from './working-calendar.ts';
export { worseStatus } from './day.ts';
export { daysFromSpringFestival, springFestival } from './spring-festival.ts';
export { CalendarError } from './error.ts';
export type { BusinessDate, DateInterval, Weekday } from './dates.ts';
export type { DayAnswer, DayReason, DayStatus, LocalName, WorkingDayCount } from './day.ts';
export type { CalendarErrorCode } from './messages.ts';
export type { CalendarOverlay, OverlayDay } from './overlay.ts';
export type { IsoWeek } from './weeks.ts';
export type { Period, PeriodId, PeriodKind } from './period.ts';
export type { SpringFestivalDistance } from './spring-festival.ts';
export type { CalendarOptions, WorkingCalendar, WorkingDayProgress } from './working-calendar.ts';
