import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import type { LintRules, TargetDraft } from './target-draft.ts';

/** Two growth figures can be compared from three years on: last year with its own, and one before to compare. */
const YEARS = 2;

/** 可实现、可达成: the simulated chance, and the growth asked for against the growth there has been. */
export function lintAttainable(draft: TargetDraft, rules: LintRules): Finding[] {
  return [...byChance(draft, rules), ...byGrowth(draft, rules)];
}

function byChance({ outlook }: TargetDraft, { leastProbability: least, mostProbability: most }: LintRules): Finding[] {
  if (outlook === null) return [finding('probability.missing', 'attainable', 'warning')];
  const { probability, standardError, p50Minor } = outlook;
  if (probability < least) {
    return [finding('probability.low', 'attainable', 'error', { probability, standardError, least, p50Minor })];
  }
  if (probability > most) {
    return [finding('probability.high', 'attainable', 'notice', { probability, standardError, most })];
  }
  return [];
}

function byGrowth({ history, targetMinor }: TargetDraft, { growthMargin }: LintRules): Finding[] {
  const last = history.at(-1);
  if (targetMinor === null) return [];
  if (last === undefined || history.length < YEARS) {
    return [finding('history.missing', 'attainable', 'warning', { years: history.length, needed: YEARS })];
  }
  const growth = growthOf(last.amountMinor, targetMinor);
  if (growth === null) return [];
  const found: Finding[] = [];
  if (growth < 0) {
    found.push(finding('growth.negative', 'attainable', 'notice', { growth, lastMinor: last.amountMinor, targetMinor }));
  }
  const best = bestGrowth(history);
  if (best !== null && growth > best.growth + growthMargin) {
    const evidence = { growth, best: best.growth, bestPeriod: best.period, lastMinor: last.amountMinor, targetMinor };
    found.push(finding('growth.beyondBest', 'attainable', 'warning', evidence));
  }
  return found;
}

function bestGrowth(history: TargetDraft['history']): { growth: number; period: string } | null {
  return history.slice(1).reduce((best: { growth: number; period: string } | null, { period, amountMinor }, index) => {
    const growth = growthOf(history[index]?.amountMinor ?? 0, amountMinor);
    return growth !== null && (best === null || growth > best.growth) ? { growth, period } : best;
  }, null);
}

/** null after a year of nothing, or less: growth from it is no number. */
function growthOf(before: number, after: number): number | null {
  return before > 0 ? (after - before) / before : null;
}
