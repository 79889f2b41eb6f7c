/** Target against actual: what is reached, what should be reached by now, and what each remaining working day has to bring. */
import { monthsOf, periodOfDate } from '@milepost/calendar';
import type { DayStatus, WorkingCalendar } from '@milepost/calendar';

/** 分 by month; a missing target is null, a missing actual is 0. */
export interface MonthSeries {
  readonly target: Readonly<Record<string, number | null>>;
  readonly actual: Readonly<Record<string, number>>;
  readonly lastYear: Readonly<Record<string, number>>;
}

/** How a period stands on a day. Ratios are null where there is no target. */
export interface Pace {
  readonly period: string;
  readonly target: number | null;
  readonly actual: number;
  readonly lastYear: number;
  /** Last year's actual of the same months, whole: what growth is measured against. */
  readonly attainment: number | null;
  /** What should be reached by the working days that are over: whole months in full, the current one in part. */
  readonly expected: number | null;
  readonly expectedRatio: number | null;
  /** Target less actual; negative when it is exceeded. */
  readonly gap: number | null;
  readonly elapsedDays: number;
  readonly remainingDays: number;
  readonly totalDays: number;
  readonly dayStatus: DayStatus;
  /** What each remaining working day has to bring; null when there is none left or nothing is missing. */
  readonly perDay: number | null;
  /** What each working day has brought so far; null before the first one. */
  readonly broughtPerDay: number | null;
  readonly state: 'before' | 'running' | 'over';
}

/** The pace of a period of the plan on `today`. */
export function paceOf(series: MonthSeries, period: string, today: string, calendar: WorkingCalendar): Pace {
  const months = monthsOf(period, calendar.fiscalYearStartMonth);
  const days = calendar.elapsedWorkingDays(period, today);
  const target = sumKnown(months.map((month) => series.target[month] ?? null));
  const actual = sum(months.map((month) => series.actual[month] ?? 0));
  const expected =
    target === null
      ? null
      : Math.round(sum(months.map((month) => expectedOf(series.target[month] ?? 0, month, today, calendar))));
  const gap = target === null ? null : target - actual;
  return {
    period,
    target,
    actual,
    lastYear: sum(months.map((month) => series.lastYear[month] ?? 0)),
    attainment: ratio(actual, target),
    expected,
    expectedRatio: ratio(expected, target),
    gap,
    elapsedDays: days.elapsed,
    remainingDays: days.remaining,
    totalDays: days.total,
    dayStatus: days.status,
    perDay: gap !== null && gap > 0 && days.remaining > 0 ? Math.ceil(gap / days.remaining) : null,
    broughtPerDay: days.elapsed > 0 ? Math.round(actual / days.elapsed) : null,
    state: days.elapsed === 0 && today < `${months[0] ?? ''}-01` ? 'before' : days.remaining === 0 ? 'over' : 'running',
  };
}

/** The month of today inside a period, else null. */
export function currentMonth(period: string, today: string, startMonth: number): string | null {
  const month = periodOfDate(today, 'month', startMonth);
  return monthsOf(period, startMonth).includes(month) ? month : null;
}

/** How a pace reads: not begun, ahead, on the way (within three points) or behind. */
export function verdictOf(pace: Pace): 'ahead' | 'onTrack' | 'behind' | 'none' | 'before' {
  if (pace.state === 'before') return 'before';
  if (pace.attainment === null || pace.expectedRatio === null) return 'none';
  const difference = pace.attainment - pace.expectedRatio;
  if (difference >= 0.03) return 'ahead';
  return difference >= -0.03 ? 'onTrack' : 'behind';
}

function expectedOf(target: number, month: string, today: string, calendar: WorkingCalendar): number {
  const { elapsed, total } = calendar.elapsedWorkingDays(month, today);
  return total === 0 ? 0 : (target * elapsed) / total;
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known);
}
