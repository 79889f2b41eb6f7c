/**
 * Amounts of the past (orders, receipts, counts) as plain data: what baselines are made from. They are compiled once for a
 * plan by `compileFacts`; the report says what of them was used, and what was not and why.
 */
import { baselineError } from './baseline-error.ts';
import { coreError } from '../core-error.ts';

/** One amount of the past. */
export interface Fact {
  /** Member id by axis id. On the time axis the past period: '2025', '2025-Q1', '2025-01', '2025-W07', '2025-01-29'. */
  readonly at: Readonly<Record<string, string>>;
  /** Minor units or pieces, an integer; negative for returns; null when nobody knows: it then counts as not given. */
  readonly amount: number | null;
  /** ISO 4217, for money; all facts of one list have the same. */
  readonly currency?: string;
}

/** A list of facts. */
export interface Facts {
  /** The axes every fact names. An axis that the plan does not have is summed over. */
  readonly axes: readonly string[];
  readonly rows: readonly Fact[];
}

/**
 * Why a fact was not used.
 * - `axisMissing`: it does not name one of the axes; `member`: the plan's axis has no such member
 * - `notLeaf`: it stands on a unit, while the plan divides that unit further; `period`: the plan has no such period
 * - `outside`: it lies outside of the window of the past that counts; `combination`: the plan has no such combination
 */
export type UnusedReason = 'axisMissing' | 'member' | 'notLeaf' | 'period' | 'outside' | 'combination';

/** Facts that were not used for one reason, taken together. */
export interface Unused {
  readonly reason: UnusedReason;
  readonly axis: string | null;
  /** The id that did not match; null for `combination`. */
  readonly id: string | null;
  readonly rows: number;
  readonly amount: number;
  /** Where the first of them stands: `rows.17`. */
  readonly path: string;
}

/** A cell whose facts sum to less than zero (returns above sales). It weighs nothing. */
export interface NegativeCell {
  readonly at: Readonly<Record<string, string>>;
  readonly amount: number;
}

/** What became of the facts. `rows` = `used` + `empty` + the rows of `unused`. */
export interface FactsReport {
  readonly rows: number;
  readonly used: number;
  /** Sum of the used ones, before negative cells are left out. */
  readonly usedAmount: number;
  /** Rows whose amount is null. */
  readonly empty: number;
  /** In the order of their first row. */
  readonly unused: readonly Unused[];
  /** How many cells are below zero and what they sum to; `cells` names the first hundred. */
  readonly negative: { readonly count: number; readonly amount: number; readonly cells: readonly NegativeCell[] };
  /** Axes of the facts that the plan does not have: summed over. */
  readonly ignoredAxes: readonly string[];
}

/**
 * Checks amounts and currencies. Throws `allocation.total.invalid` for NaN, Infinity, fractions and amounts beyond safe
 * integers, also when only all of them together are; `allocation.facts.currency` for a second currency.
 */
export function checkFacts({ rows }: Facts, path = 'facts'): void {
  const currency = rows[0]?.currency;
  let size = 0;
  rows.forEach((row, index) => {
    if (row.currency !== currency) {
      const both = `${currency ?? '?'}, ${row.currency ?? '?'}`;
      throw baselineError('allocation.facts.currency', both, `${path}.rows.${index}.currency`);
    }
    if (row.amount === null) return;
    size += Math.abs(row.amount);
    if (!Number.isSafeInteger(row.amount) || !Number.isSafeInteger(size)) {
      throw coreError('allocation.total.invalid', row.amount, `${path}.rows.${index}.amount`);
    }
  });
}
