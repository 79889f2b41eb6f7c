/** Target against actual on a day: what should be reached by now, and what each remaining working day has to bring. */
import type { BusinessDate, DayStatus, PeriodId, WorkingCalendar } from '@milepost/calendar';
import { checkRecord, checkText } from '../check-shape.ts';
import { checkAmount } from './check.ts';
import { expectedToDate } from './expected-to-date.ts';
import type { PacePlan } from './expected-to-date.ts';
import { ceilDivide, roundDivide } from './integer-ratio.ts';
import { remainingWindow } from './remaining-window.ts';

/** What is asked. */
export interface PaceInput {
  readonly period: PeriodId;
  /** A business day in the company's zone; it counts as remaining. */
  readonly today: BusinessDate;
  readonly plan: PacePlan;
  /** Minor units so far; may be negative where returns exceed sales. */
  readonly actualMinor: number;
  readonly calendar: WorkingCalendar;
}

/** How a period stands. Ratios are null where there is no target, or a target of 0. */
export interface Pace {
  readonly period: PeriodId;
  /** null: nobody set a target; 0: there is nothing to get. */
  readonly targetMinor: number | null;
  readonly actualMinor: number;
  readonly attainment: number | null;
  /** Due by the working days that are over, by the plan's own months or days; nearest minor unit. */
  readonly expectedMinor: number | null;
  readonly expectedRatio: number | null;
  /** target − actual; negative once it is exceeded. */
  readonly gapMinor: number | null;
  /** null without a target. */
  readonly reached: boolean | null;
  readonly elapsedDays: number;
  /** Today included. */
  readonly remainingDays: number;
  readonly totalDays: number;
  /** 'estimated' or 'unknown': the days, and every figure a day is divided by, may still move. */
  readonly dayStatus: DayStatus;
  /** gap / remaining days, rounded up so that the days suffice; null when reached, without a target, or with no day left. */
  readonly requiredPerDayMinor: number | null;
  /** What the last day has to bring when all before bring `requiredPerDayMinor`: the rounding is given back there. */
  readonly requiredLastDayMinor: number | null;
  /** actual / elapsed days, nearest minor unit; null before the first day is over. */
  readonly broughtPerDayMinor: number | null;
  /** 'over': no working day is left. */
  readonly state: 'before' | 'running' | 'over';
}

/** How a pace reads: not begun, no target, ahead, on the way, or behind. */
export type PaceVerdict = 'before' | 'none' | 'ahead' | 'onTrack' | 'behind';

/** The pace of a period. Throws AllocationError for bad amounts or plans, CalendarError for a bad period or day. */
export function pace(input: PaceInput): Pace {
  const { period, today, calendar } = checkRecord<PaceInput>(input, '');
  checkText(period, 'period');
  checkText(today, 'today');
  checkRecord(calendar, 'calendar');
  const actualMinor = checkAmount(input.actualMinor, 'actualMinor');
  const { targetMinor, expectedMinor } = expectedToDate(input.plan, period, today, calendar);
  const { elapsed, remaining, total, status, state } = remainingWindow(period, today, calendar);
  const gapMinor = targetMinor === null ? null : checkAmount(targetMinor - actualMinor, 'actualMinor');
  const open = gapMinor !== null && gapMinor > 0 && remaining > 0;
  const perDay = open ? ceilDivide(BigInt(gapMinor), BigInt(remaining)) : null;
  return {
    ...{ period, targetMinor, actualMinor, expectedMinor, gapMinor, state },
    attainment: ratio(actualMinor, targetMinor),
    expectedRatio: ratio(expectedMinor, targetMinor),
    reached: gapMinor === null ? null : gapMinor <= 0,
    ...{ elapsedDays: elapsed, remainingDays: remaining, totalDays: total, dayStatus: status },
    requiredPerDayMinor: perDay,
    requiredLastDayMinor: perDay === null || gapMinor === null ? null : Math.max(gapMinor - perDay * (remaining - 1), 0),
    broughtPerDayMinor: elapsed > 0 ? roundDivide(BigInt(actualMinor), BigInt(elapsed)) : null,
  };
}

/** The verdict, with a tolerance in points of attainment: 0.03 either way reads as on the way. */
export function paceVerdict(value: Pick<Pace, 'state' | 'attainment' | 'expectedRatio'>, tolerance = 0.03): PaceVerdict {
  if (value.state === 'before') return 'before';
  if (value.attainment === null || value.expectedRatio === null) return 'none';
  const difference = value.attainment - value.expectedRatio;
  if (difference >= tolerance) return 'ahead';
  return difference >= -tolerance ? 'onTrack' : 'behind';
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
