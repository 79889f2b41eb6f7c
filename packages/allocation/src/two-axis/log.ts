/** The log of a plan: what was done, and for each cell it touched how its number came about. */
import type { CellRef } from './plan.ts';

/** Who made a change, when and why. The engine has no clock: the caller gives the instant. */
export interface Author {
  readonly by?: string;
  /** ISO instant. */
  readonly at?: string;
  readonly reason?: string;
}

/** How one cell got its part of a pool: `after` is `pool × weight / of`, rounded so that the parts add up. */
export interface Split extends CellRef {
  readonly before: number | null;
  readonly after: number | null;
  /** Method that gave the weight, for example 'prior' or 'proportional'. */
  readonly method: string;
  /** What was divided. */
  readonly pool: number;
  readonly weight: number;
  /** Sum of the weights the pool was divided by. */
  readonly of: number;
  /** Why another rule than the method's own was used; null when it was not needed. */
  readonly fallback: Fallback | null;
  /** What the cell had before the pool was divided; part of `after`. Left out when the method reserves nothing. */
  readonly reserved?: number;
}

/**
 * Rules that step in for a base without any weight: 'evenEmpty' gives the same to every empty cell and leaves the zeros
 * (0 says there is nothing to get), 'even' gives the same to all because every one is 0 or the signs are mixed.
 */
export type Fallback = 'even' | 'evenEmpty';

/** One change of the plan. */
export interface LogEntry extends Author {
  /** 1 for the first change. */
  readonly seq: number;
  readonly action: 'decompose' | 'set' | 'add' | 'percent' | 'clear' | 'hold' | 'release';
  readonly target: CellRef;
  /** Value of the target before and after. */
  readonly before: number | null;
  readonly after: number | null;
  /** Top down: a split of a month stands before those of the nodes in it. */
  readonly splits: readonly Split[];
}
