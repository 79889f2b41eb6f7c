import { compare, div, exact, roundHalfEven, sub, toDecimal, toNumber } from '../exact.ts';
import type { Exact } from '../exact.ts';
import type { Text } from '../problem.ts';
import { moduleOf } from './index.ts';
import type { Curve } from './index.ts';
import { covers, heightAt } from './piece.ts';
import type { Piece } from './piece.ts';

/** One line of the way from a value to its points. */
export interface TrailStep {
  readonly code: 'value' | 'target' | 'attainment' | 'rule' | 'points' | 'no-data' | 'no-target';
  readonly text: Text;
}

/** Points of one value on one curve. */
export interface CurveScore {
  /** In thousandths of the curve's own points, rounded half even; null without data or target. */
  readonly points: number | null;
  /** Points ÷ the points that earn the whole weight; 1 = whole weight. Null without data or target. */
  readonly share: number | null;
  readonly trail: readonly TrailStep[];
}

/** {@link CurveScore} before rounding, for the card. */
export interface ExactCurveScore {
  readonly share: Exact | null;
  readonly points: Exact | null;
  readonly trail: readonly TrailStep[];
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
  const score = evaluateExact(
    curve,
    value === null ? null : exact(value),
    target === null ? null : exact(target),
  );
  return {
    points: score.points && Number(roundHalfEven(score.points, 1000n)),
    share: score.share && toNumber(score.share),
    trail: score.trail,
  };
}

/** {@link evaluate} on exact fractions. */
export function evaluateExact(curve: Curve, value: Exact | null, target: Exact | null): ExactCurveScore {
  const module = moduleOf(curve);
  if (value === null) return nothing('no-data', '没有数据，不计分', 'No data, so no points');
  const trail: TrailStep[] = [line('value', '数值', 'Value', value)];
  let x = value;
  if (module.axis(curve) === 'attainment') {
    if (target === null || target.n <= 0n)
      return nothing('no-target', '没有大于 0 的目标', 'No target above 0');
    x = div(value, target);
    trail.push(line('target', '目标', 'Target', target), line('attainment', '达成率', 'Attainment', x));
  }
  const points = heightOf(pieces(curve), x);
  trail.push({ code: 'rule', text: module.rule(curve) }, line('points', '曲线得分', 'Curve points', points));
  return { points, share: div(points, module.full(curve)), trail };
}

/** Height of a piece list at x; the pieces cover every x. */
export function heightOf(list: readonly Piece[], x: Exact): Exact {
  const piece = list.find((p) => covers(p, x));
  if (!piece) throw new RangeError(`No piece of the curve covers ${toDecimal(x)}.`);
  return heightAt(piece.shape, x);
}

/** Whether a veto curve triggers on this value; null without data. */
export function triggers(curve: Curve, value: Exact | null): boolean | null {
  const { share } = evaluateExact(curve, value, null);
  return share === null ? null : compare(share, exact(0)) === 0;
}

/** How far a is above b, never below zero; used for "needed in addition". */
export function gap(a: Exact, b: Exact): Exact {
  return compare(a, b) > 0 ? sub(a, b) : exact(0);
}

function line(code: TrailStep['code'], zh: string, en: string, value: Exact): TrailStep {
  const text = toDecimal(value);
  return { code, text: { zh: `${zh}：${text}`, en: `${en}: ${text}` } };
}

function nothing(code: 'no-data' | 'no-target', zh: string, en: string): ExactCurveScore {
  return { points: null, share: null, trail: [{ code, text: { zh, en } }] };
}
