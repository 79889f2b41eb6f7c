/** What can be done to a plan, as plain data: an edit can be stored, sent, previewed and replayed. */
import type { Author, LogEntry } from './log.ts';
import type { CellRef } from './plan.ts';

/** How a value entered high in the plan reaches the leaves. */
export type Spread =
  /** In the proportions the cells have now; the default. */
  | { readonly method: 'proportional' }
  /** The same for every leaf that may move. */
  | { readonly method: 'even' }
  /** In the proportions of another slice of the plan with as many nodes and months, matched by position. */
  | { readonly method: 'reference'; readonly node?: string; readonly period?: string }
  /** By given weights per leaf node and month; a missing weight counts as 0. */
  | { readonly method: 'weights'; readonly weights: CellWeights };

/** Weights (or values) by leaf node, then by month 'YYYY-MM'. */
export type CellWeights = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** A change a person can ask for. `node` and `period` may be of any level. */
export type Edit = CellRef &
  Author &
  (
    | { readonly kind: 'set'; readonly value: number; readonly spread?: Spread }
    | { readonly kind: 'add'; readonly value: number; readonly spread?: Spread }
    /** Changes the value by so many percent: 10 makes 100 to 110. */
    | { readonly kind: 'percent'; readonly percent: number; readonly spread?: Spread }
    /** Back to null: nobody has said anything. */
    | { readonly kind: 'clear' }
    | { readonly kind: 'hold' }
    | { readonly kind: 'release' }
  );

/** What takes an edit back, or does it again: leaf values, holds and the log, exactly as they were. */
export interface Restore {
  readonly kind: 'restore';
  readonly cells: readonly (CellRef & { readonly value: number | null })[];
  readonly holds: readonly CellRef[];
  readonly log: readonly LogEntry[];
}

/** A cell that an edit changes, for a preview before it is kept. */
export interface CellChange extends CellRef {
  readonly before: number | null;
  readonly after: number | null;
  /** Whether the value is entered here rather than summed from below. */
  readonly leaf: boolean;
}

/** A held cell that stands against an edit. */
export interface Conflict extends CellRef {
  readonly held: number | null;
  /** What this cell would have to be if it alone gave way. */
  readonly needed: number | null;
}

/** Why an edit was not done. Nothing of it has been applied. */
export interface Refusal {
  readonly ok: false;
  /**
   * `held`: the cell itself is held. `noRoom`: every cell that could give way is held. `belowZero`: what is left for the
   * others would be negative. `interlocked`: the holds cross so that no integer answer was found.
   */
  readonly code: 'held' | 'noRoom' | 'belowZero' | 'interlocked';
  readonly conflicts: readonly Conflict[];
  /** What to do about it, for people. */
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** An edit that was done. */
export interface Applied<P> {
  readonly ok: true;
  readonly plan: P;
  /** Every changed cell of every level, parents before children. */
  readonly diff: readonly CellChange[];
  /** Apply it to the new plan to get the old one back, byte for byte. */
  readonly inverse: Restore;
  readonly entry: LogEntry;
}
