/** What a method that combines others can say about its weights in one pool. */
import type { Method, Pooling } from '../methods/method.ts';

/** A method that can show how it came to its weights. The account is plain data, in the order of `pooling.members`. */
export interface AccountableMethod<Account> extends Method {
  /** Pure: asks again what `weigh` asked. */
  account(pooling: Pooling): Account;
}

/** The weights of a method as a list of its own; every element is written or NaN. */
export function askWeights(method: Method, pooling: Pooling): Float64Array {
  const weights = new Float64Array(pooling.members.length).fill(NaN);
  method.weigh(pooling, weights);
  return weights;
}

/** Sum of what is not NaN. */
export function sumKnown(weights: Float64Array): number {
  let sum = 0;
  for (const weight of weights) if (weight === weight) sum += weight;
  return sum;
}

/** NaN becomes null, for plain data. */
export function toNullable(weights: Float64Array): (number | null)[] {
  return Array.from(weights, (weight) => (weight === weight ? weight : null));
}

/** Finer than any share that can move a minor unit: shares are kept in steps of 2^-50 of their pool. */
const STEPS = 2 ** 50;

/**
 * A share between 0 and 1 as a whole number of steps. Mixing binary fractions leaves noise in the last bits, which must not
 * decide who gets the odd minor unit; a share above 0 never becomes 0.
 */
export function shareSteps(share: number): number {
  return share > 0 ? Math.max(1, Math.round(share * STEPS)) : share;
}
