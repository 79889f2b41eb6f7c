import { createCalendar } from '@milepost/calendar';
import type { Fact, Target } from '@milepost/scoring';
import { isOver } from './month.ts';

/** Working days of a month that are behind and all of them; today counts as still to come. */
export interface Progress {
  readonly elapsed: number;
  readonly total: number;
}

/** What a company's calendar depends on. */
export interface CalendarTenant {
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
}

/** How far a month has come in working days, as everywhere in the portal. */
export function progressOf(month: string, today: string, { timeZone, fiscalYearStartMonth }: CalendarTenant): Progress {
  const { elapsed, total } = createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' }).elapsedWorkingDays(
    month,
    today,
  );
  return { elapsed, total };
}

/** The progress of a month that runs; null for one that is over or has no working day behind it: there is nothing to project from. */
export function runningProgress(month: string, today: string, tenant: CalendarTenant): Progress | null {
  if (isOver(month, today) || `${month}-01` > today) return null;
  const progress = progressOf(month, today, tenant);
  return progress.elapsed > 0 && progress.total > 0 ? progress : null;
}

/** Targets that a month fills up day by day. The others, shares and stocks, hold on every day. */
const filledUp: ReadonlySet<string> = new Set(['sales-amount', 'new-customers']);

/** Ratios whose denominator is a whole month's sum from the first day on. */
const wholeMonth: ReadonlySet<string> = new Set(['receipts-rate']);

/**
 * 按进度预计: what the month is measured against by now. Targets that fill up and receivables due over the month count by the share
 * of working days behind, in whole units; everything else is as it stands.
 */
export function proRated(
  facts: readonly Fact[],
  targets: readonly Target[],
  { elapsed, total }: Progress,
): { readonly facts: Fact[]; readonly targets: Target[] } {
  const part = (amount: number): number => Math.round((amount * elapsed) / total);
  return {
    facts: facts.map((fact) =>
      wholeMonth.has(fact.indicatorId) && fact.denominator ? { ...fact, denominator: part(fact.denominator) } : fact,
    ),
    targets: targets.map((target) =>
      filledUp.has(target.indicatorId) && target.value !== null ? { ...target, value: part(target.value) } : target,
    ),
  };
}
