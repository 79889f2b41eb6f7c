import { add, div, exact, ZERO } from './exact.ts';
import type { Exact } from './exact.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** A measured value of one person. Several facts of one indicator are added: numerators and denominators, never ratios. */
export interface Fact {
  readonly personId: string;
  readonly indicatorId: string;
  /** Null is "no data", which is not 0. */
  readonly numerator: number | null;
  /** For ratios. */
  readonly denominator?: number | null;
  /** False: the indicator does not apply to this person in this period. */
  readonly applicable?: boolean;
  /** ISO code of money facts; two codes for one indicator are refused. */
  readonly currency?: string;
  /** Ids of the records behind the value, for drilling down. */
  readonly factRefs?: readonly string[];
}

/** A person's own target for an indicator, in the indicator's unit. Null is "none set". */
export interface Target {
  readonly personId: string;
  readonly indicatorId: string;
  readonly value: number | null;
}

/** The facts of one person and indicator, added up. */
export interface Measured {
  readonly state: 'known' | 'no-data' | 'zero-denominator' | 'not-applicable';
  readonly numerator: Exact | null;
  readonly denominator: Exact | null;
  /** Numerator ÷ denominator, or the numerator. Null unless known. */
  readonly value: Exact | null;
  readonly factRefs: readonly string[];
}

/** No fact at all. */
export const NO_DATA: Measured = {
  state: 'no-data',
  numerator: null,
  denominator: null,
  value: null,
  factRefs: [],
};

/** Adds facts up. One unknown part makes the sum unknown; facts that do not apply are left out. */
export function measure(facts: readonly Fact[], isRatio: boolean): Measured {
  if (facts.length === 0) return NO_DATA;
  const used = facts.filter((f) => f.applicable !== false);
  const factRefs = [...new Set(used.flatMap((f) => f.factRefs ?? []))].sort();
  if (used.length === 0) return { ...NO_DATA, state: 'not-applicable' };
  const numerator = total(used.map((f) => f.numerator));
  const denominator = isRatio ? total(used.map((f) => f.denominator ?? null)) : null;
  if (numerator === null || (isRatio && denominator === null)) {
    return { state: 'no-data', numerator, denominator, value: null, factRefs };
  }
  if (denominator && denominator.n === 0n) {
    return { state: 'zero-denominator', numerator, denominator, value: null, factRefs };
  }
  return {
    state: 'known',
    numerator,
    denominator,
    value: denominator ? div(numerator, denominator) : numerator,
    factRefs,
  };
}

/** Groups facts by person and indicator. */
export function indexFacts(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const index = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = factKey(fact.personId, fact.indicatorId);
    const list = index.get(key);
    if (list) list.push(fact);
    else index.set(key, [fact]);
  }
  return index;
}

/** Key of a person's indicator; ids may hold any character. */
export const factKey = (personId: string, indicatorId: string): string =>
  JSON.stringify([personId, indicatorId]);

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
    const seen = currencies.get(fact.indicatorId) ?? fact.currency;
    currencies.set(fact.indicatorId, seen);
    if (seen !== fact.currency) problems.push(mixedCurrency(`facts.${i}.currency`, seen, fact.currency));
  });
  const keys = new Set<string>();
  targets.forEach((target, i) => {
    const key = factKey(target.personId, target.indicatorId);
    if (keys.has(key)) problems.push(twoTargets(`targets.${i}`, target));
    keys.add(key);
    if (target.value !== null && !Number.isFinite(target.value))
      problems.push(notANumber(`targets.${i}.value`, target.value));
  });
  return problems;
}

function total(values: readonly (number | null)[]): Exact | null {
  let sum = ZERO;
  for (const value of values) {
    if (value === null) return null;
    sum = add(sum, exact(value));
  }
  return sum;
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
