/** SMART and the five principles of sales targets as checks with evidence. */
import { checkAmount, checkAmountOrNull, checkAmountUp, checkNumber, checkShare } from './check.ts';
import { lintAttainable } from './lint/attainable.ts';
import type { Finding, Principle, Severity } from './lint/finding.ts';
import { lintMeasurable } from './lint/measurable.ts';
import { lintPredictable } from './lint/predictable.ts';
import { lintRelevant } from './lint/relevant.ts';
import { lintSpecific } from './lint/specific.ts';
import type { LintOptions, LintRules, TargetDraft } from './lint/target-draft.ts';
import { lintTimeBound } from './lint/time-bound.ts';

/** What the linter says. */
export interface TargetLint {
  /** Principle by principle, in the order of SMART with 可预测 before 可达成. */
  readonly findings: readonly Finding[];
  /** The worst finding of each principle; 'met' when there is none. */
  readonly principles: Readonly<Record<Principle, Severity | 'met'>>;
  /** No finding is an error. */
  readonly passed: boolean;
}

const RULES = {
  specific: lintSpecific,
  measurable: lintMeasurable,
  predictable: lintPredictable,
  attainable: lintAttainable,
  relevant: lintRelevant,
  timeBound: lintTimeBound,
} as const satisfies Record<Principle, (draft: TargetDraft, rules: LintRules) => Finding[]>;

/**
 * Checks a target. Each finding carries a stable code, the figures it rests on, and a remedy in both languages. Throws
 * AllocationError for amounts and thresholds that are no numbers, CalendarError for periods and days that are none.
 */
export function lintTarget(draft: TargetDraft, options: LintOptions): TargetLint {
  const rules: LintRules = {
    ...options,
    leastProbability: options.leastProbability ?? 0.3,
    mostProbability: options.mostProbability ?? 0.95,
    growthMargin: options.growthMargin ?? 0.1,
    levels: options.levels ?? ['month', 'week', 'day'],
  };
  check(draft, rules);
  const findings: Finding[] = [];
  const principles: Partial<Record<Principle, Severity | 'met'>> = {};
  for (const principle of Object.keys(RULES) as Principle[]) {
    const found = RULES[principle](draft, rules);
    findings.push(...found);
    principles[principle] = worst(found);
  }
  return {
    findings,
    principles: principles as Record<Principle, Severity | 'met'>,
    passed: findings.every(({ severity }) => severity !== 'error'),
  };
}

function worst(findings: readonly Finding[]): Severity | 'met' {
  return (['error', 'warning', 'notice'] as const).find((level) => findings.some(({ severity }) => severity === level)) ?? 'met';
}

function check(draft: TargetDraft, rules: LintRules): void {
  if (draft.targetMinor !== null) checkAmountUp(draft.targetMinor, 'targetMinor');
  checkAmountOrNull(draft.forecast?.existingMinor ?? null, 'forecast.existingMinor');
  checkAmountOrNull(draft.forecast?.newMinor ?? null, 'forecast.newMinor');
  draft.history.forEach(({ amountMinor }, index) => checkAmount(amountMinor, `history.${index}.amountMinor`));
  for (const [level, split] of Object.entries(draft.splits)) {
    for (const [period, amount] of Object.entries(split)) checkAmountOrNull(amount, `splits.${level}.${period}`);
  }
  if (draft.outlook !== null) checkShare(draft.outlook.probability, 'outlook.probability');
  checkShare(rules.leastProbability, 'leastProbability');
  checkShare(rules.mostProbability, 'mostProbability');
  checkNumber(rules.growthMargin, 'growthMargin');
}
