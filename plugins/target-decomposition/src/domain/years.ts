import { periodInterval } from '@milepost/calendar';
import type { PlanValue } from './types.ts';

/** First and last day (exclusive) of the fiscal year and of the one before. */
export function yearsOf(plan: Pick<PlanValue, 'period' | 'fiscalYearStartMonth'>): {
  readonly thisYear: { readonly start: string; readonly end: string };
  readonly lastYear: { readonly start: string; readonly end: string };
} {
  const last = String(Number(plan.period) - 1).padStart(4, '0');
  return {
    thisYear: periodInterval(plan.period, plan.fiscalYearStartMonth),
    lastYear: periodInterval(last, plan.fiscalYearStartMonth),
  };
}
