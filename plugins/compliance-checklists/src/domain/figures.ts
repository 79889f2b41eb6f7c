import { monthsOf, periodInterval, previousPeriod } from '@milepost/calendar';
import type { FindingRow, RunRow } from './records.ts';

/** Half-open `[from, to)` of business days. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Key figures of a period. */
export interface Figures {
  readonly checks: number;
  readonly scored: number;
  readonly passed: number;
  readonly criticalFails: number;
  readonly open: number;
  readonly overdue: number;
}

/** One month of the trend. Null where nothing was scored. */
export interface MonthRate {
  readonly month: string;
  readonly scored: number;
  readonly passed: number;
  readonly rate: number | null;
}

/** The days of a fiscal period. */
export function daysOfPeriod(period: string, startMonth: number): Days {
  const { start, end } = periodInterval(period, startMonth);
  return { from: start, to: end };
}

/** Twelve months, the last one the period's last month that has begun. */
export function trendMonths(period: string, startMonth: number, today: string): readonly string[] {
  const begun = monthsOf(period, startMonth).filter((month) => month <= today.slice(0, 7));
  let month = begun.at(-1) ?? today.slice(0, 7);
  const months = [month];
  while (months.length < 12) months.unshift((month = previousPeriod(month)));
  return months;
}

/** Whether a finding is late: not closed and past its day. */
export const isLate = (finding: Pick<FindingRow, 'state' | 'dueOn'>, today: string): boolean =>
  finding.state !== 'closed' && today > finding.dueOn;

/** Submitted runs of some days. */
export function runsIn(runs: readonly RunRow[], { from, to }: Days): readonly RunRow[] {
  return runs.filter(({ status, dayOn }) => status === 'submitted' && dayOn >= from && dayOn < to);
}

/** The figures; findings count as they stand today, whenever they were opened. */
export function figuresOf(runs: readonly RunRow[], findings: readonly FindingRow[], days: Days, today: string): Figures {
  const inside = runsIn(runs, days);
  const scored = inside.filter(({ result }) => result !== null && result.result !== 'not-scored');
  return {
    checks: inside.length,
    scored: scored.length,
    passed: scored.filter(({ result }) => result?.result === 'pass').length,
    criticalFails: inside.filter(({ result }) => (result?.criticalFails ?? 0) > 0).length,
    open: findings.filter(({ state }) => state !== 'closed').length,
    overdue: findings.filter((finding) => isLate(finding, today)).length,
  };
}

/** Pass rate by month: numerators and denominators, never an average of rates. */
export function ratesByMonth(runs: readonly RunRow[], months: readonly string[]): readonly MonthRate[] {
  return months.map((month) => {
    const scored = runs.filter(
      ({ status, dayOn, result }) =>
        status === 'submitted' && dayOn.startsWith(month) && result && result.result !== 'not-scored',
    );
    const passed = scored.filter(({ result }) => result?.result === 'pass').length;
    return { month, scored: scored.length, passed, rate: scored.length === 0 ? null : passed / scored.length };
  });
}
