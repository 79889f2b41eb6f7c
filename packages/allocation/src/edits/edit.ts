/**
 * What can be done to a plan, as plain data: an edit can be stored, sent, previewed and replayed.
 *
 * null and 0. A set 0 is a statement: where every leaf cell of the target is null it stands as 0 in those that are not held, and
 * is refused when there are none. A cell held as null stays null: nothing can be said in it, not even 0 (`held`). A cell held at
 * 0 stays 0: where a clear takes away the only 0 in it, its null siblings say 0. The solver for holds that cross keeps to the
 * same.
 *
 * Below zero. A target is at least 0, for a decomposition as for an edit: an edit that would bring its cell, or any leaf cell,
 * below zero is refused (`belowZero`). Amounts that are below zero already, as a file or a calculation may bring them, can be
 * changed and stay so; mixed signs move by size.
 */
import type { Author, JournalEntry } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';

/** Weights for the leaf cells under `at`; an axis left out means all of its members. */
export interface GivenWeight {
  readonly at: CellRef['at'];
  /** Finite, at least 0. Each leaf cell under `at` gets this weight. */
  readonly weight: number;
}

/** How a value entered high in the plan reaches the leaf cells. */
export type Spread =
  /** In the proportions the cells have now; the default. */
  | { readonly method: 'proportional' }
  /** The same for every leaf cell that may move. */
  | { readonly method: 'even' }
  /**
   * In the proportions of another slice: the target with the members of `at` in place of its own, of another metric if one is
   * named. 'position' (the default): the first leaf takes after the first, so both need as many leaves on every axis. 'id':
   * a leaf takes after the leaf of the same id; an axis where the slice has one leaf gives that pattern to all.
   */
  | {
      readonly method: 'reference';
      readonly at?: CellRef['at'];
      readonly metric?: string;
      readonly match?: 'position' | 'id';
    }
  /** By given weights. Later rows overrule earlier ones; a leaf cell that none names counts 0. */
  | { readonly method: 'weights'; readonly weights: readonly GivenWeight[] };

/** How a new value is reached. */
export interface Spreading {
  readonly spread?: Spread;
  /** A cell around the target that keeps its total for this edit, as if it were held: the siblings give way. */
  readonly within?: CellRef['at'];
  /** Leave alone the cells below that a person set. */
  readonly keepManual?: boolean;
  /** Every row keeps its own pattern over time, only its level moves. Without a time axis it has no effect. */
  readonly keepSeasonality?: boolean;
}

/** A change a person can ask for; `at` is the instant, the cell is the `target`. */
export type Edit = Author & {
  /** A cell of any level. */
  readonly target: CellRef;
} & (
    | ({ readonly kind: 'set'; readonly value: number } & Spreading)
    | ({ readonly kind: 'add'; readonly value: number } & Spreading)
    /** Changes the value by so many percent: 10 makes 100 to 110. Half a unit is rounded away from zero. */
    | ({ readonly kind: 'percent'; readonly percent: number } & Spreading)
    /** Back to null: nobody has said anything. */
    | { readonly kind: 'clear'; readonly within?: CellRef['at'] }
    | { readonly kind: 'hold' }
    | { readonly kind: 'release' }
  );

/** A cell that a change moves, for a preview before it is kept. */
export interface CellChange extends Required<CellRef> {
  readonly before: number | null;
  readonly after: number | null;
  /** Whether the value is entered here rather than summed from below. */
  readonly leaf: boolean;
}

/** Changed cells, parents before children. */
export interface PlanDiff {
  readonly cells: readonly CellChange[];
  /** Changed cells of the chosen levels that are not listed. */
  readonly rest: number;
  /** Changed leaf cells in all. */
  readonly leaves: number;
}

/** A held cell that stands against an edit. */
export interface Conflict extends Required<CellRef> {
  readonly held: number | null;
  /** What this cell would have to be if it alone gave way. */
  readonly needed: number | null;
  /**
   * 'hold': held in the plan. 'within': kept for this edit only. 'manual': set by a person, kept by the switch. 'target': the
   * value asked for.
   */
  readonly cause: 'hold' | 'within' | 'manual' | 'target';
  /** Of totals that contradict each other: whether this one is part of the sum that is needed, or of the one that allows less. */
  readonly side?: 'needs' | 'allows';
}

/** Why an edit was not done. Nothing of it has been applied. */
export interface Refusal {
  readonly ok: false;
  /**
   * `held`: the cell itself is held, or one around it is held as null. `noRoom`: every cell that could give way is held.
   * `belowZero`: the value, or what is left for the others, would be negative. `interlocked`: the holds cross and no whole
   * numbers meet all of them. `unsolved`: they cross, and the search ended without an answer, which proves nothing. `empty`: no
   * leaf cell belongs to the plan there.
   */
  readonly code: 'held' | 'noRoom' | 'belowZero' | 'interlocked' | 'unsolved' | 'empty';
  /** A smallest set that contradicts itself: each of them could give way alone. Empty when there is none to name. */
  readonly conflicts: readonly Conflict[];
  /** What to do about it, for people. */
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** An edit that was done. */
export interface Applied {
  readonly ok: true;
  readonly plan: Plan;
  /** What changed, the top levels first, at most 500 cells; counted when it is read, so that an edit nobody previews is not. */
  readonly diff: PlanDiff;
  readonly entry: JournalEntry;
}

/** What `applyEdit` answers. */
export type EditResult = Applied | Refusal;
