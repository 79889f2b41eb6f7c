import type { Exact } from '../exact.ts';
import type { Text } from '../problem.ts';
import type { Piece } from './piece.ts';

/** What the curve reads: the value itself, or the value divided by the person's target (1 = target met). */
export type Axis = 'value' | 'attainment';

/** Which side of a threshold counts as met, with the edge stated. */
export type Edge = 'at-or-above' | 'above' | 'at-or-below' | 'below';

/** What one curve file provides; `C` is its declaration in a card. */
export interface CurveModule<C> {
  /** The axis the curve reads. */
  axis(curve: C): Axis;
  /** The points that earn the whole weight of an item. */
  full(curve: C): Exact;
  /** The curve as pieces over its axis. */
  pieces(curve: C): Piece[];
  /** One sentence a person can check the result against. `ratio`: values of the indicator are shares and read as percentages. */
  rule(curve: C, ratio: boolean): Text;
}

/** A point of an axis in words: attainment and shares as percentages, `95%`; anything else as the number it is. */
export function axisWords(axis: Axis, ratio: boolean): (x: number) => string {
  const percent = axis === 'attainment' || ratio;
  return (x) => (percent ? `${Number((x * 100).toFixed(6))}%` : String(x));
}
