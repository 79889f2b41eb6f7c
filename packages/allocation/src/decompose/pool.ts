/** What the two ways to divide a pool share: their question and their answer. */
import { checkAmount } from '../exact.ts';
import { shareOut } from '../share/index.ts';
import type { Method, Pooling } from '../methods/method.ts';
import type { Base } from './base.ts';

/** Which cell is divided into which, by which method. */
export interface PoolOf {
  readonly method: Method;
  readonly pooling: Pooling;
  readonly parent: number;
  readonly from: number;
  readonly to: number;
  readonly level: LevelColumns;
}

/** Columns of a whole level, made once; entries stand by cell number minus `base`. */
export interface LevelColumns {
  readonly base: number;
  readonly weights: Float64Array;
  readonly amounts: Float64Array;
  /** What breaks ties. */
  readonly ranks: Int32Array;
}

/** How it was divided, or by how much its parts fall short of it (above 0) or exceed it (below). */
export type PoolResult =
  | (Base & {
      readonly ok: true;
      /** What went by weight. */
      readonly total: number;
      /** What parts had before that, 0 for none; null: none of them had anything. */
      readonly reserved: Float64Array | null;
    })
  | {
      readonly ok: false;
      readonly code: 'noBase' | 'noRoom' | 'belowZero';
      readonly shift: number;
      /** Whether amounts given by the method stand against it, rather than what is kept. */
      readonly given: boolean;
    };

/** Writes the shares of an amount by the weights in place. */
export function shareByWeight({ from, to, level }: PoolOf, total: number): void {
  shareOut(total, level.weights, level.ranks, level.amounts, from - level.base, to - level.base);
}

/** What a method gives before anything is divided; NaN for nothing. Throws `allocation.total.invalid`. */
export function reservedBy(method: Method, pooling: Pooling): Float64Array {
  const reserved = new Float64Array(pooling.members.length).fill(NaN);
  method.reserve?.(pooling, reserved);
  for (let at = 0; at < reserved.length; at += 1) {
    const amount = reserved[at] as number;
    if (amount === amount) checkAmount(amount, `${method.name}.reserve.${at}`);
  }
  return reserved;
}

/** The sum of what is not NaN. */
export function sumSaid(list: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < list.length; at += 1) if (list[at] === list[at]) sum += list[at] as number;
  return sum;
}

/** NaN counts as nothing said: only two of them make another. */
export function plusSaid(left: number, right: number): number {
  if (left !== left) return right;
  return right === right ? left + right : left;
}

/** NaN as 0. */
export function asZeros(list: Float64Array): Float64Array {
  return list.map((value) => (value === value ? value : 0));
}
