import { createPlan } from '../plan.ts';
import { timeAxis } from '../time-axis.ts';
import { YEAR_AXES } from './node-period.ts';
import type { MemberInput } from '../axis.ts';
import type { Metric } from '../metric.ts';
import type { Plan } from '../plan.ts';

/** What identifies a year plan beside its organisation. */
export interface YearHeader {
  /** The whole of the plan, usually a fiscal year: '2026'. */
  readonly period: string;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly metric: Metric;
}

/**
 * An empty plan over an organisation and the months of a period: the form that records store. Throws an AllocationError for a
 * broken tree and a CalendarError for a period that is none.
 */
export function createYearPlan({ period, fiscalYearStartMonth, metric }: YearHeader, nodes: readonly MemberInput[]): Plan {
  return createPlan({
    metrics: [metric],
    axes: [
      { id: YEAR_AXES.organisation, kind: 'organisation', members: nodes },
      timeAxis({ id: YEAR_AXES.time, period, grain: 'month', scheme: fiscalYearStartMonth }),
    ],
  });
}
