import { childPeriods, parsePlanPeriod, periodsIn } from '@milepost/calendar';
import { coreError } from './core-error.ts';
import type { PeriodScheme, PlanPeriodKind } from '@milepost/calendar';
import type { AxisInput, MemberInput } from './axis.ts';

/** What a time axis is made from. */
export interface TimeAxisInput {
  /** Names the axis; 'time' when left out. */
  readonly id?: string;
  /** The period at the top: '2026', '2026-Q2', '2026-03'. */
  readonly period: string;
  /** How fine the leaves are. */
  readonly grain: 'quarter' | 'month' | 'week' | 'day';
  /**
   * The fiscal start month is enough down to months; weeks and days need a calendar definition, whose rule says where weeks lie
   * that straddle months.
   */
  readonly scheme: PeriodScheme;
  /** Days stand under their weeks ('week', the default) or straight under their months. */
  readonly daysUnder?: 'week' | 'month';
}

const FINENESS: Readonly<Record<PlanPeriodKind, number>> = { year: 0, quarter: 1, month: 2, week: 3, day: 4 };

/**
 * The time axis of a plan: year, quarters and months, and below them weeks and days. Throws `allocation.period.grain` for a period
 * that is finer than its leaves would be, and a CalendarError for a period or scheme that is none.
 */
export function timeAxis({ id = 'time', period, grain, scheme, daysUnder = 'week' }: TimeAxisInput): AxisInput {
  const { kind } = parsePlanPeriod(period, 'period');
  if (FINENESS[kind] > FINENESS[grain]) throw coreError('allocation.period.grain', `${period} / ${grain}`, 'period');
  const members: MemberInput[] = [];
  const add = (own: string, parentId: string | null): void => {
    members.push({ id: own, parentId });
    const { kind: level } = parsePlanPeriod(own);
    if (level === grain) return;
    // Asked for by kind, because a scheme without a rule for weeks must throw rather than end at months.
    const below = level === 'month' ? periodsIn(own, grain === 'day' && daysUnder === 'month' ? 'day' : 'week', scheme) : null;
    for (const child of below ?? childPeriods(own, scheme)) add(child, own);
  };
  add(period, null);
  return { id, kind: 'time', members };
}
