import { samePeriodLastYear } from '@milepost/calendar';
import type { PersonalTarget, TargetSource } from './records.ts';
import { rounded } from './targets.ts';

/**
 * Where a target comes from, the stronger first: `manual`, what somebody set here for the person and month; `plan`, the month of
 * the published plan; `estimate`, last year's same month with growth on top, until one of the others is there.
 */
export type TargetOrigin =
  | {
      readonly kind: 'manual';
      readonly source: TargetSource;
      readonly by: string;
      /** ISO instant. */ readonly at: string;
      readonly base?: number;
      readonly growth?: number;
    }
  | { readonly kind: 'plan'; readonly planId: string; readonly planName: string; /** Fiscal year. */ readonly planPeriod: string }
  | { readonly kind: 'estimate'; readonly base: number; readonly growth: number };

/** The target a person is scored against, with its origin. */
export interface ResolvedTarget {
  readonly personId: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly indicatorId: string;
  /** In the indicator's unit. */
  readonly value: number;
  readonly origin: TargetOrigin;
}

/** Growth an estimate puts on last year's month. The same for everybody: an estimate is no negotiation. */
export const ESTIMATE_GROWTH = 0.1;

/** A stored target with who set it when. */
export interface StoredTarget {
  readonly value: PersonalTarget;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

/** What a published plan says about months of people. */
export interface PlannedTargets {
  readonly planId: string;
  readonly planName: string;
  readonly planPeriod: string;
  /** Each node of a person: who moved within the year has several, which are added. */
  readonly nodes: readonly { readonly personId: string; readonly months: Readonly<Record<string, number | null>> }[];
}

/** A target somebody set. */
export function manualTarget({ value, updatedBy, updatedAt }: StoredTarget): ResolvedTarget {
  const { personId, period, indicatorId, source, base, growth } = value;
  const made = { ...(base === undefined ? {} : { base }), ...(growth === undefined ? {} : { growth }) };
  return {
    personId,
    period,
    indicatorId,
    value: value.value,
    origin: { kind: 'manual', source, by: updatedBy, at: updatedAt, ...made },
  };
}

/** Sales targets of one month from the plan. A person nobody planned for is not in the answer; a planned 0 is. */
export function plannedTargets(plan: PlannedTargets, month: string): ResolvedTarget[] {
  const sums = new Map<string, number>();
  for (const { personId, months } of plan.nodes) {
    const amount = months[month] ?? null;
    if (amount !== null) sums.set(personId, (sums.get(personId) ?? 0) + amount);
  }
  const { planId, planName, planPeriod } = plan;
  return [...sums].map(([personId, value]) => ({
    personId,
    period: month,
    indicatorId: 'sales-amount',
    value,
    origin: { kind: 'plan', planId, planName, planPeriod },
  }));
}

/** The estimate from one's own sales of last year's month; null without any: other people's sales are no guide to a person's. */
export function estimatedTarget(personId: string, month: string, lastYear: number | null): ResolvedTarget | null {
  if (lastYear === null || lastYear <= 0) return null;
  const origin = { kind: 'estimate', base: lastYear, growth: ESTIMATE_GROWTH } as const;
  return { personId, period: month, indicatorId: 'sales-amount', value: rounded(lastYear * (1 + ESTIMATE_GROWTH)), origin };
}

/** Puts the stronger origin of each person, month and indicator first; lists are in that order. */
export function strongest(...lists: readonly (readonly ResolvedTarget[])[]): ResolvedTarget[] {
  const chosen = new Map<string, ResolvedTarget>();
  for (const target of lists.flat()) {
    const key = `${target.period} ${target.indicatorId} ${target.personId}`;
    if (!chosen.has(key)) chosen.set(key, target);
  }
  return [...chosen.values()];
}

/** Last year's month of a month. */
export const lastYearOf = (month: string): string => samePeriodLastYear(month);
