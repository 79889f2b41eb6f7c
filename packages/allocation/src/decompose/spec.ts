/** What to decompose and how, and the answer. */
import type { Applied, Conflict } from '../edits/edit.ts';
import type { Author } from '../journal.ts';
import type { Method } from '../methods/method.ts';
import type { CellRef } from '../plan.ts';

/** One axis and how pools are divided along it. */
export interface DivisionStep {
  /** Id of the axis. */
  readonly axis: string;
  readonly method: Method;
  /**
   * 'leaves': straight to the leaves, the default for time; 'levels': to the children, each part then to its own children,
   * the default for every other axis, so that each level shows its own share.
   */
  readonly via?: 'leaves' | 'levels';
}

/** What is done with a pool whose members have no weight among them. */
export type DeclaredFallback = 'even' | 'refuse' | Method;

/** What both kinds of decomposition share. */
export interface DecomposeBase extends Author {
  /** Where the total stands; the whole plan when left out. */
  readonly target?: CellRef;
  /**
   * 'even' (the default): the same to everyone nobody spoke about, to all when there are none such. A method: by its
   * weights. 'refuse': the decomposition is refused, and so it is when a declared method has no weights either.
   */
  readonly fallback?: DeclaredFallback;
  /** Leave alone what a person set. */
  readonly keepManual?: boolean;
}

/**
 * A total down to the leaf cells, either axis by axis or all leaf cells at once by a weight for each.
 *
 * The order of the steps decides what the weights of a later axis are asked for (the month of a region, or the region's
 * year), and where the units that do not divide come to lie. With methods whose weights do not depend on the other axes
 * the exact shares are the same in any order, and only rounding differs.
 */
export type DecomposeSpec = DecomposeBase & {
  /** Integer of at least 0, in minor units or pieces. */
  readonly total: number;
} & (
    | {
        /** First to last. Every axis along which the target is not a leaf needs one. */
        readonly steps: readonly DivisionStep[];
        /**
         * Pools divided along time keep the proportions their periods have now; the method steps in where there are none. With
         * time as the last step everyone keeps their own profile.
         */
        readonly keepSeasonality?: boolean;
      }
    | { readonly crossed: CellWeights }
  );

/** A weight for every leaf cell, by position in the grid. */
export interface CellWeights {
  /** Recorded with every number. */
  readonly name: string;
  /** At least 0; 0 = nothing to get, NaN = nothing is known, the cell stays null. */
  readonly weights: Float64Array;
}

/** A total that somebody gave for a cell of any level. */
export interface GivenTotal {
  readonly at: CellRef['at'];
  /** Integer of at least 0, in minor units or pieces. */
  readonly total: number;
}

/** Several totals at once, over axes and levels that cross: all of them come out exactly. */
export interface MarginsSpec extends DecomposeBase {
  /** Of the target; may be left out where totals of one level cover it. */
  readonly total?: number;
  /** Cells inside the target, in any order and mix of levels: regions, quarters, a product in a region. */
  readonly margins: readonly GivenTotal[];
  /**
   * What the cells look like before the totals pull at them: a decomposition, or what the plan has now. The answer departs from
   * it as little as the totals allow; where it has 0 or null the answer has, too.
   */
  readonly seed: { readonly steps: readonly DivisionStep[] } | { readonly crossed: CellWeights } | 'current';
}

/** A leaf cell that stands one unit or more from its share, because no rounding up or down alone meets every total. */
export interface MovedCell {
  readonly at: CellRef['at'];
  readonly fitted: number;
  readonly rounded: number;
}

/** The plan with its journal entry and the cells that had to move further than rounding, or why not. */
export type MarginsResult = (Applied & { readonly movedFurther: readonly MovedCell[] }) | DecomposeRefusal;

/** Why a decomposition was not done. Nothing of it has been applied. */
export interface DecomposeRefusal {
  readonly ok: false;
  /**
   * `held`: the target or a cell around it is held at another total. `empty`: no leaf cell belongs to the plan there. `noRoom`:
   * everything that could take the rest is held. `belowZero`: what
   * is held is more than there is. `interlocked`: what is held crosses so that no integer answer exists or was found. `noBase`: a
   * pool has no weights and the spec says to refuse. `margins`: the totals given contradict each other or what is held.
   */
  readonly code: 'held' | 'empty' | 'noRoom' | 'belowZero' | 'interlocked' | 'noBase' | 'margins';
  /** A smallest set that contradicts itself: each of them could give way alone. */
  readonly conflicts: readonly Conflict[];
  /** Totals that contradict each other: the two sums that cannot both hold, where there are two. See `Conflict.side`. */
  readonly sides?: { readonly needs: number; readonly allows: number };
  /** What to do about it, for people. */
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** The plan with its journal entry, or why not. */
export type DecomposeResult = Applied | DecomposeRefusal;
