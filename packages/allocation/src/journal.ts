/** The journal of a plan: what was done, and for each cell it touched how its number came about. */
import type { Axis } from './axis.ts';
import type { Box } from './grid.ts';

/** Who made a change, when and why. The engine has no clock: the caller gives the instant. */
export interface Author {
  readonly by?: string;
  /** ISO instant. */
  readonly at?: string;
  readonly reason?: string;
}

/**
 * Rules that step in for a base without any weight. 'evenEmpty' gives the same to every empty cell and leaves the zeros (0
 * says there is nothing to get), 'even' the same to all because every one is 0 or the signs are mixed; others are declared by
 * the caller.
 */
export type Fallback = 'even' | 'evenEmpty' | 'declared';

/** A pool that was divided. */
export interface Pool {
  readonly total: number;
  /** Sum of the weights it was divided by. */
  readonly of: number;
  readonly fallback: Fallback | null;
  /** Name of the method that gave the weights, for example 'prior' or 'proportional'. */
  readonly method: string;
}

/**
 * One step of a division, in columns: entry `i` says that the cell `keys[i]` got `after[i]`, its part `weights[i]` of the pool
 * `pools[pool[i]]`. Steps stand top down: a month's own part before those of the people in it.
 */
export interface Division {
  /** `cellKey` of each cell. */
  readonly keys: Float64Array;
  /** NaN for null. */
  readonly before: Float64Array;
  /** NaN for null. */
  readonly after: Float64Array;
  /** NaN where the method said nothing about the member. */
  readonly weights: Float64Array;
  /** What the cell had before the pool was divided; part of `after`. Null when nothing was reserved. */
  readonly reserved: Float64Array | null;
  readonly pool: Int32Array;
  readonly pools: readonly Pool[];
  /** What growth asked of each cell above its base, in percent (NaN: nothing), and the rail it stands at, see `Method.asked`. */
  readonly asked?: { readonly percent: Float64Array; readonly rail: Int8Array };
}

/** One change of the plan. */
export interface JournalEntry extends Author {
  /** 1 for the first change. */
  readonly seq: number;
  readonly action: 'decompose' | 'fit' | 'set' | 'add' | 'percent' | 'clear' | 'hold' | 'release' | 'move';
  readonly metric: number;
  readonly target: Box;
  /** Value of the target before and after. */
  readonly before: number | null;
  readonly after: number | null;
  readonly divisions: readonly Division[];
  /** The totals that a fit had to meet. */
  readonly given?: readonly { readonly box: Box; readonly total: number }[];
}

/** A cell of any level as one number: its member numbers in mixed radix. Exact: checked when a plan is made. */
export function cellKey(axes: readonly Axis[], box: Box): number {
  let key = 0;
  axes.forEach((axis, at) => (key = key * axis.ids.length + (box[at] as number)));
  return key;
}

/** The box of a key. */
export function boxOfKey(axes: readonly Axis[], key: number): Box {
  const box = new Int32Array(axes.length);
  let rest = key;
  for (let at = axes.length - 1; at >= 0; at -= 1) {
    const { length } = (axes[at] as Axis).ids;
    box[at] = rest % length;
    rest = Math.floor(rest / length);
  }
  return box;
}
