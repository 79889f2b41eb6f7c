import { diffDays, monthsOf, parsePlanPeriod, periodContains, periodInterval } from '@milepost/calendar';
import { outlookError } from '../outlook-error.ts';
import { sumAmounts } from '../check.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import type { LintRules, SplitLevel, TargetDraft } from './target-draft.ts';

/** 时限、时间性: a period that is not over, split down to the levels asked for, each adding up to the target. */
export function lintTimeBound(draft: TargetDraft, rules: LintRules): Finding[] {
  const { period } = draft;
  if (period === null) return [finding('period.missing', 'timeBound', 'error')];
  const found: Finding[] = [];
  const { end } = periodInterval(period, rules.fiscalYearStartMonth);
  if (diffDays(end, rules.today) >= 0) found.push(finding('period.over', 'timeBound', 'error', { period, today: rules.today }));
  const missing = rules.levels.filter((level) => Object.keys(draft.splits[level] ?? {}).length === 0);
  if (missing.length > 0) found.push(finding('split.missing', 'timeBound', 'warning', { levels: missing.join(', ') }));
  for (const level of ['quarter', 'month', 'week', 'day'] as const) found.push(...lintLevel(draft, level, rules));
  return found;
}

function lintLevel(draft: TargetDraft, level: SplitLevel, { fiscalYearStartMonth }: LintRules): Finding[] {
  const split = draft.splits[level];
  if (split === undefined || Object.keys(split).length === 0 || draft.period === null) return [];
  if (level !== 'week') checkInside(draft.period, Object.keys(split), level, fiscalYearStartMonth);
  const months = level === 'month' ? monthsOf(draft.period, fiscalYearStartMonth) : [];
  const keys = [...new Set([...months, ...Object.keys(split)])].sort();
  const gaps = keys.filter((key) => (split[key] ?? null) === null);
  if (gaps.length > 0) return [finding('split.gaps', 'timeBound', 'error', { level, periods: gaps.join(', ') })];
  const { targetMinor } = draft;
  const sumMinor = sumAmounts(
    Object.values(split).map((amount) => amount ?? 0),
    `splits.${level}`,
  );
  if (targetMinor === null || sumMinor === targetMinor) return [];
  return [finding('split.sum', 'timeBound', 'error', { level, sumMinor, targetMinor, gapMinor: sumMinor - targetMinor })];
}

/** Weeks straddle periods by a rule of the caller's; every other part lies inside the period or is a mistake. */
function checkInside(period: string, keys: readonly string[], level: SplitLevel, startMonth: number): void {
  for (const key of keys) {
    if (parsePlanPeriod(key, `splits.${level}.${key}`).kind !== level || !periodContains(period, key, startMonth)) {
      throw outlookError('allocation.outlook.plan.outside', key, `splits.${level}.${key}`);
    }
  }
}
