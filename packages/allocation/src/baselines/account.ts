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

/** Shares are kept in steps of 2^-49 of their pool, so that they add up to integers that are shared out without big ones. */
const STEPS = 2 ** 49;

/**
 * A share between 0 and 1 as a whole number of steps. Mixing binary fractions leaves noise in the last bits, which must not
 * decide who gets the odd minor unit; a share above 0 never becomes 0.
 */
export function shareSteps(share: number): number {
  return share > 0 ? Math.max(1, Math.round(share * STEPS)) : share;
}

/**
 * Amounts as whole numbers in the same ratios, in steps of up to a 1024th of a minor unit: noise in the last bits must not
 * decide here either. In place.
 */
export function amountSteps(amounts: Float64Array): void {
  const sum = sumKnown(amounts);
  const factor = sum > 0 ? Math.min(1024, Math.max(1, 2 ** Math.floor(Math.log2(STEPS / sum)))) : 1;
  for (let at = 0; at < amounts.length; at += 1) {
    const amount = amounts[at] as number;
    if (amount > 0) amounts[at] = Math.max(1, Math.round(amount * factor));
  }
}
