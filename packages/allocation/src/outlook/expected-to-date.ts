/** What a plan expects to be reached by the working days that are over. */
import { diffDays, monthsOf, periodContains, periodInterval } from '@milepost/calendar';
import type { BusinessDate, PeriodId, WorkingCalendar } from '@milepost/calendar';
import { checkChoice, checkList, checkRecord, checkText } from '../check-shape.ts';
import { outlookError } from './outlook-error.ts';
import { checkAmountUp, sumAmounts } from './check.ts';
import { roundDivide } from './integer-ratio.ts';

/** How a target lies in its period. Amounts are minor units; null where nobody said. */
export type PacePlan =
  /** One amount, by working days. */
  | { readonly kind: 'even'; readonly targetMinor: number | null }
  /** Months of the period; inside a month by working days. */
  | { readonly kind: 'months'; readonly months: Readonly<Record<PeriodId, number | null>> }
  /** Days of the period. */
  | { readonly kind: 'days'; readonly days: Readonly<Record<BusinessDate, number | null>> }
  /** What is to be reached by the end of each of these days, rising days; the last one is the target. */
  | { readonly kind: 'cumulative'; readonly points: readonly { readonly day: BusinessDate; readonly amountMinor: number }[] };

/** Target of the whole period, and what should be there before today begins; both null without a target. */
export interface Expected {
  readonly targetMinor: number | null;
  /** Rounded to the nearest minor unit where a month is split, halves up. */
  readonly expectedMinor: number | null;
}

/** Reads a plan. Throws AllocationError for what is no plan, amounts that are none and for months or days outside the period. */
export function expectedToDate(plan: PacePlan, period: PeriodId, today: BusinessDate, calendar: WorkingCalendar): Expected {
  checkPlan(plan);
  switch (plan.kind) {
    case 'even':
      return evenly(plan.targetMinor, period, today, calendar);
    case 'months':
      return byMonths(plan.months, period, today, calendar);
    case 'days':
      return byDays(plan.days, period, today, calendar);
    case 'cumulative':
      return byPoints(plan.points, period, today, calendar);
  }
}

function checkPlan(plan: unknown): void {
  const { kind, months, days, points } = checkRecord(plan, 'plan');
  checkChoice(kind, ['even', 'months', 'days', 'cumulative'], 'plan.kind');
  if (kind === 'months') checkRecord(months, 'plan.months');
  if (kind === 'days') checkRecord(days, 'plan.days');
  if (kind === 'cumulative') {
    checkList(points, 'plan.points').forEach((point, index) => {
      checkText(checkRecord(point, `plan.points.${index}`)['day'], `plan.points.${index}.day`);
    });
  }
}

function evenly(targetMinor: number | null, period: PeriodId, today: BusinessDate, calendar: WorkingCalendar): Expected {
  if (planned(targetMinor, 'plan.targetMinor') === null) return { targetMinor: null, expectedMinor: null };
  return { targetMinor, expectedMinor: partOf(targetMinor ?? 0, period, today, calendar) };
}

function byMonths(
  months: Readonly<Record<PeriodId, number | null>>,
  period: PeriodId,
  today: BusinessDate,
  calendar: WorkingCalendar,
): Expected {
  const own = new Set(monthsOf(period, calendar.fiscalYearStartMonth));
  const known = Object.entries(months).flatMap(([month, amount]) => {
    if (!own.has(month)) throw outlookError('allocation.outlook.plan.outside', month, `plan.months.${month}`);
    return planned(amount, `plan.months.${month}`) === null ? [] : [[month, amount ?? 0] as const];
  });
  // Only the month of today is split, so that one rounding is all there is.
  return totals(
    known.map(([, amount]) => amount),
    known.map(([month, amount]) => partOf(amount, month, today, calendar)),
    'plan.months',
  );
}

function byDays(
  days: Readonly<Record<BusinessDate, number | null>>,
  period: PeriodId,
  today: BusinessDate,
  calendar: WorkingCalendar,
): Expected {
  const known = Object.entries(days).flatMap(([day, amount]) => {
    checkInside(day, period, calendar, `plan.days.${day}`);
    return planned(amount, `plan.days.${day}`) === null ? [] : [[day, amount ?? 0] as const];
  });
  return totals(
    known.map(([, amount]) => amount),
    known.map(([day, amount]) => (diffDays(day, today) > 0 ? amount : 0)),
    'plan.days',
  );
}

function byPoints(
  points: readonly { readonly day: BusinessDate; readonly amountMinor: number }[],
  period: PeriodId,
  today: BusinessDate,
  calendar: WorkingCalendar,
): Expected {
  points.forEach(({ day, amountMinor }, index) => {
    checkInside(day, period, calendar, `plan.points.${index}.day`);
    checkAmountUp(amountMinor, `plan.points.${index}.amountMinor`);
    const before = points[index - 1]?.day;
    if (before !== undefined && diffDays(before, day) <= 0) {
      throw outlookError('allocation.outlook.days.order', day, `plan.points.${index}.day`);
    }
  });
  const last = points.at(-1);
  if (last === undefined) return { targetMinor: null, expectedMinor: null };
  const reached = points.findLast(({ day }) => diffDays(day, today) > 0);
  return { targetMinor: last.amountMinor, expectedMinor: reached?.amountMinor ?? 0 };
}

/** The part of a period's amount that its finished working days stand for; a period without any is due when it is over. */
function partOf(amount: number, period: PeriodId, today: BusinessDate, calendar: WorkingCalendar): number {
  const { elapsed, total } = calendar.elapsedWorkingDays(period, today);
  if (total > 0) return roundDivide(BigInt(amount) * BigInt(elapsed), BigInt(total));
  const { end } = periodInterval(period, calendar.fiscalYearStartMonth);
  return diffDays(end, today) >= 0 ? amount : 0;
}

function totals(amounts: readonly number[], parts: readonly number[], path: string): Expected {
  if (amounts.length === 0) return { targetMinor: null, expectedMinor: null };
  return { targetMinor: sumAmounts(amounts, path), expectedMinor: sumAmounts(parts, path) };
}

function checkInside(day: BusinessDate, period: PeriodId, calendar: WorkingCalendar, path: string): void {
  if (!periodContains(period, day, calendar.fiscalYearStartMonth) || day.length !== 10) {
    throw outlookError('allocation.outlook.plan.outside', day, path);
  }
}

/** A planned amount is at least 0, or null where nobody said. */
function planned(amount: number | null, path: string): number | null {
  return amount === null ? null : checkAmountUp(amount, path);
}
