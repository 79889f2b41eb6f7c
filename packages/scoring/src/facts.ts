import { add, div, exact } from './exact.ts';
import type { Exact } from './exact.ts';
import type { Amount } from './plain.ts';

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
  const state =
    numerator === null || (isRatio && denominator === null) ? 'no-data' : isZero(denominator) ? 'zero-denominator' : 'known';
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
