import { div, exact, roundHalfEven, toDecimal, toNumber } from '../exact.ts';
import type { Exact } from '../exact.ts';
import { moduleOf } from './index.ts';
import type { Curve } from './index.ts';
import { covers, heightAt } from './piece.ts';
import type { Piece } from './piece.ts';

/** Points of one value on one curve. */
export interface CurveScore {
  /** In thousandths of the curve's own points, rounded half even; null without data or target. */
  readonly points: number | null;
  /** Points ÷ the points that earn the whole weight; 1 = whole weight. Null without data or target. */
  readonly share: number | null;
}

/** {@link CurveScore} before rounding, for the card. */
export interface ExactCurveScore {
  readonly share: Exact | null;
  readonly points: Exact | null;
}

const piecesOf = new WeakMap<Curve, Piece[]>();

/** The pieces of a curve, computed once per declaration object. */
export function pieces(curve: Curve): Piece[] {
  let list = piecesOf.get(curve);
  if (!list) piecesOf.set(curve, (list = moduleOf(curve).pieces(curve)));
  return list;
}

/**
 * Points of `value` against `target`. A null value is no data and earns null, never 0; a curve over attainment
 * without a target above 0 earns null too. The curve must have passed its check.
 */
export function evaluate(curve: Curve, value: number | null, target: number | null = null): CurveScore {
  const score = evaluateExact(curve, value === null ? null : exact(value), target === null ? null : exact(target));
  return {
    points: score.points && Number(roundHalfEven(score.points, 1000n)),
    share: score.share && toNumber(score.share),
  };
}

/** {@link evaluate} on exact fractions. */
export function evaluateExact(curve: Curve, value: Exact | null, target: Exact | null): ExactCurveScore {
  const module = moduleOf(curve);
  const byTarget = module.axis(curve) === 'attainment';
  if (value === null || (byTarget && (target === null || target.n <= 0n))) return { points: null, share: null };
  const points = heightOf(pieces(curve), byTarget && target ? div(value, target) : value);
  return { points, share: div(points, module.full(curve)) };
}

/** Height of a piece list at x; the pieces cover every x. */
export function heightOf(list: readonly Piece[], x: Exact): Exact {
  const piece = list.find((p) => covers(p, x));
  if (!piece) throw new RangeError(`No piece of the curve covers ${toDecimal(x)}.`);
  return heightAt(piece.shape, x);
}
