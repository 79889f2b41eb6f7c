import { add, div, exact } from './exact.ts';
import type { Exact } from './exact.ts';
import type { Amount } from './plain.ts';
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
  /** Where it came from. Scores do not read it; a snapshot keeps it. */
  readonly origin?: Readonly<Record<string, string | number | null>>;
}

/** The facts of one person and indicator, added up. */
export interface Measured {
  readonly state: 'known' | 'no-data' | 'zero-denominator' | 'not-applicable';
  readonly numerator: Amount | null;
  /** Null for indicators that are no ratio. */
  readonly denominator: Amount | null;
  readonly factRefs: readonly string[];
}

const noRefs: readonly string[] = [];

/** No fact at all. */
export const NO_DATA: Measured = { state: 'no-data', numerator: null, denominator: null, factRefs: noRefs };

/** Adds facts up. One unknown part makes the sum unknown; facts that do not apply are left out. */
export function measure(facts: readonly Fact[], isRatio: boolean): Measured {
  if (facts.length === 0) return NO_DATA;
  const used = facts.every((f) => f.applicable !== false) ? facts : facts.filter((f) => f.applicable !== false);
  if (used.length === 0) return { ...NO_DATA, state: 'not-applicable' };
  const factRefs = refsOf(used);
  const numerator = total(used, (f) => f.numerator);
  const denominator = isRatio ? total(used, (f) => f.denominator ?? null) : null;
  const state = numerator === null || (isRatio && denominator === null) ? 'no-data' : isZero(denominator) ? 'zero-denominator' : 'known';
  return { state, numerator, denominator, factRefs };
}

/** Numerator ÷ denominator, or the numerator; null unless known. */
export function valueOf({ state, numerator, denominator }: Measured): Exact | null {
  if (state !== 'known' || numerator === null) return null;
  const top = exactAmount(numerator);
  return denominator === null ? top : div(top, exactAmount(denominator));
}

/** An amount as a fraction. */
export const exactAmount = (amount: Amount): Exact => (typeof amount === 'number' ? exact(amount) : amount);

function isZero(amount: Amount | null): boolean {
  return typeof amount === 'number' ? amount === 0 : amount?.n === 0n;
}

function refsOf(facts: readonly Fact[]): readonly string[] {
  if (facts.every((fact) => fact.factRefs === undefined || fact.factRefs.length === 0)) return noRefs;
  return [...new Set(facts.flatMap((fact) => fact.factRefs ?? []))].sort();
}

/** What is kept for each person and indicator. */
export type ByPerson<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** Groups facts by person and indicator. */
export function indexFacts(facts: readonly Fact[]): ByPerson<readonly Fact[]> {
  const index = new Map<string, Map<string, Fact[]>>();
  for (const fact of facts) {
    const own = index.get(fact.personId) ?? new Map<string, Fact[]>();
    if (own.size === 0) index.set(fact.personId, own);
    const list = own.get(fact.indicatorId);
    if (list) list.push(fact);
    else own.set(fact.indicatorId, [fact]);
  }
  return index;
}

/** Targets by person and indicator. */
export function indexTargets(targets: readonly Target[]): ByPerson<number | null> {
  const index = new Map<string, Map<string, number | null>>();
  for (const { personId, indicatorId, value } of targets) {
    const own = index.get(personId) ?? new Map<string, number | null>();
    if (own.size === 0) index.set(personId, own);
    own.set(indicatorId, value);
  }
  return index;
}

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
    if (target.value !== null && !Number.isFinite(target.value))
      problems.push(notANumber(`targets.${i}.value`, target.value));
  });
  return problems;
}

/** Sum of a field over facts: a plain number while it is a safe integer. */
function total(facts: readonly Fact[], read: (fact: Fact) => number | null): Amount | null {
  let sum: Amount = 0;
  for (const fact of facts) {
    const value = read(fact);
    if (value === null) return null;
    const plain: number = typeof sum === 'number' && Number.isSafeInteger(value) ? sum + value : Number.NaN;
    sum = Number.isSafeInteger(plain) ? plain : add(exactAmount(sum), exact(value));
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
