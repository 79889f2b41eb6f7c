/** What a decomposition method answers: weights for the members that share a pool. */
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';

/** One pool: the cell `box`, divided along `axis` over `members`. */
export interface Pooling {
  readonly plan: Plan;
  readonly metric: number;
  /** Position of the axis in `plan.grid.axes`. */
  readonly axis: number;
  /** The divided cell; on `axis` it has the member above all `members`. Valid only during the call. */
  readonly box: Box;
  /** Member numbers of `axis`: leaves of the cell, or children of its member. */
  readonly members: Int32Array;
  /** How many leaves of the axis each of the members has here: in a sparse plan fewer than in the tree. Valid only during the call. */
  readonly leafCounts?: Int32Array;
  /** What is divided, in minor units, where the caller knows it. Only methods with limits on amounts look at it. */
  readonly total?: number;
}

/** A named way to weigh members. Pure: the same pooling always gets the same weights. */
export interface Method {
  /** Recorded with every number it made. */
  readonly name: string;
  /**
   * Writes `out[i]` for `members[i]`: at least 0, only the ratio matters. NaN = knows nothing about the member, whose cells
   * then stay null; 0 = nothing to get.
   */
  weigh(pooling: Pooling, out: Float64Array): void;
  /** Amounts `members[i]` have before anything is divided, in minor units; the rest of the pool then goes by weight. */
  reserve?(pooling: Pooling, out: Float64Array): void;
  /**
   * What is asked of `members[i]` above its base, in percent (NaN: nothing), and the rail it stands at: -1 the lower, 1 the
   * upper, 0 none. Kept with the numbers, for explanations.
   */
  asked?(pooling: Pooling, percent: Float64Array, rail: Int8Array): void;
}
