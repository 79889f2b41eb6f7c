/** A ratio that keeps what it was made of, with the interval its counts allow. */
import { outlookError } from './outlook-error.ts';
import { checkCount } from './check.ts';

/** Numerator over denominator. Ratios are never averaged or added: add the counts of several and divide once. */
export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
  /** null when nothing was counted. */
  readonly ratio: number | null;
  /** Ends of the Wilson score interval; null when nothing was counted. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The 97.5th percentile of the normal distribution: intervals of 95 %. */
export const NORMAL_95 = 1.959963984540054;

/**
 * The proportion with its Wilson score interval (Wilson, JASA 1927), which stays inside 0..1 and holds for few counts.
 * Throws `allocation.outlook.count.invalid` or `allocation.outlook.fraction.invalid`.
 */
export function proportion(numerator: number, denominator: number, z = NORMAL_95, path = ''): Proportion {
  checkCount(numerator, path);
  checkCount(denominator, path);
  if (numerator > denominator) {
    throw outlookError('allocation.outlook.fraction.invalid', `${numerator}/${denominator}`, path);
  }
  if (denominator === 0) return { numerator, denominator, ratio: null, low: null, high: null };
  const ratio = numerator / denominator;
  const square = z * z;
  const middle = (ratio + square / (2 * denominator)) / (1 + square / denominator);
  const half =
    (z / (1 + square / denominator)) * Math.sqrt((ratio * (1 - ratio)) / denominator + square / (4 * denominator * denominator));
  return {
    ...{ numerator, denominator, ratio },
    // At the ends the interval touches 0 or 1; the subtraction would leave a last bit there.
    low: numerator === 0 ? 0 : middle - half,
    high: numerator === denominator ? 1 : middle + half,
  };
}
