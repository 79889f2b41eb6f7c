import type { Fact, Target } from './facts.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** Problems that would make a score wrong: not-a-number values, mixed currencies, two targets for one thing. */
export function checkFacts(facts: readonly Fact[], targets: readonly Target[]): Problem[] {
  const problems: Problem[] = [];
  const currencies = new Map<string, string>();
  facts.forEach((fact, i) => {
    for (const field of ['numerator', 'denominator'] as const) {
      const value = fact[field] ?? null;
      if (value !== null && !Number.isFinite(value)) problems.push(notANumber(`facts.${i}.${field}`, value));
    }
    if (fact.denominator !== undefined && fact.denominator !== null && fact.denominator < 0) {
      problems.push(negativeDenominator(`facts.${i}.denominator`, fact.denominator));
    }
    if (fact.currency === undefined) return;
    const first = currencies.get(fact.indicatorId) ?? fact.currency;
    currencies.set(fact.indicatorId, first);
    if (first !== fact.currency) problems.push(mixedCurrency(`facts.${i}.currency`, first, fact.currency));
  });
  const seen = new Map<string, Set<string>>();
  targets.forEach((target, i) => {
    const own = seen.get(target.personId) ?? new Set<string>();
    if (own.has(target.indicatorId)) problems.push(twoTargets(`targets.${i}`, target));
    seen.set(target.personId, own.add(target.indicatorId));
    if (target.value !== null && !Number.isFinite(target.value)) problems.push(notANumber(`targets.${i}.value`, target.value));
  });
  return problems;
}

const notANumber = (path: string, value: number): Problem =>
  problem(
    'facts.not-a-number',
    path,
    `应为数字或空值，实际为 ${value}。`,
    `Expected a number or null, got ${value}.`,
    '没有数据时请用空值。',
    'Use null where there is no data.',
  );

const negativeDenominator = (path: string, value: number): Problem =>
  problem(
    'facts.negative-denominator',
    path,
    `分母不能为负，实际为 ${value}。`,
    `A denominator cannot be negative, got ${value}.`,
    '请检查数据来源。',
    'Check the source of the fact.',
  );

const mixedCurrency = (path: string, a: string, b: string): Problem =>
  problem(
    'facts.mixed-currency',
    path,
    `同一指标混有 ${a} 与 ${b}。`,
    `One indicator mixes ${a} and ${b}.`,
    '请先折算为同一币种。',
    'Convert to one currency first.',
  );

const twoTargets = (path: string, { personId, indicatorId }: Target): Problem =>
  problem(
    'targets.duplicate',
    path,
    `${personId} 的 ${indicatorId} 有两个目标。`,
    `${personId} has two targets for ${indicatorId}.`,
    '请只保留一个。',
    'Keep one of them.',
  );
