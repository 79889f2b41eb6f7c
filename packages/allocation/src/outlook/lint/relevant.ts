import { parsePeriod, periodInterval, periodOfDate, childPeriods } from '@milepost/calendar';
import type { PeriodId } from '@milepost/calendar';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { isBlank } from './specific.ts';
import type { LintRules, TargetDraft } from './target-draft.ts';

/** 相关性、实务性: one direction for each quarter the target runs through. */
export function lintRelevant({ period, focus }: TargetDraft, { fiscalYearStartMonth }: LintRules): Finding[] {
  if (period === null) return [];
  const missing = quartersOf(period, fiscalYearStartMonth).filter((quarter) => isBlank(focus[quarter]));
  return missing.length === 0 ? [] : [finding('focus.missing', 'relevant', 'warning', { quarters: missing.join(', ') })];
}

function quartersOf(period: PeriodId, startMonth: number): PeriodId[] {
  const { kind } = parsePeriod(period);
  if (kind === 'year') return childPeriods(period, startMonth);
  return [periodOfDate(periodInterval(period, startMonth).start, 'quarter', startMonth)];
}
