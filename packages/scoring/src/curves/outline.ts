import { compare, div, exact, fraction, mul, add, sub, toNumber } from '../exact.ts';
import type { Exact } from '../exact.ts';
import type { Axis } from './curve.ts';
import { pieces } from './evaluate.ts';
import { moduleOf } from './index.ts';
import type { Curve } from './index.ts';
import { heightAt } from './piece.ts';
import type { Piece } from './piece.ts';
import type { Text } from '../problem.ts';

/** A straight part of a drawn curve; `share` 1 is the whole weight. Parts that do not touch show a jump. */
export interface OutlinePart {
  readonly from: { readonly x: number; readonly share: number };
  readonly to: { readonly x: number; readonly share: number };
}

/** What is needed to draw a curve and to say it in words. */
export interface Outline {
  /** What x is: the value itself, or value ÷ target. */
  readonly axis: Axis;
  readonly parts: readonly OutlinePart[];
  /** Where the curve changes, inside the range drawn or not. */
  readonly edges: readonly number[];
  /** One sentence a person can check the result against. */
  readonly rule: Text;
}

/** Straight parts that stand for one bent piece. */
const BENT_PARTS = 24;

/**
 * The curve between two values of its axis, exact at every edge. `from` has to lie below `to`. `ratio` says that values are shares, to be
 * written as percentages. The curve must have passed its check.
 */
export function outline(curve: Curve, from: number, to: number, ratio = false): Outline {
  const module = moduleOf(curve);
  const [low, high] = [exact(from), exact(to)];
  const full = module.full(curve);
  const list = pieces(curve);
  const parts = list.flatMap((piece) => partsOf(piece, low, high, full));
  const edges = list.flatMap((piece) => (piece.to === null ? [] : [toNumber(piece.to)]));
  return { axis: module.axis(curve), parts, edges: [...new Set(edges)], rule: module.rule(curve, ratio) };
}

function partsOf(piece: Piece, low: Exact, high: Exact, full: Exact): OutlinePart[] {
  const from = piece.from === null || compare(piece.from, low) < 0 ? low : piece.from;
  const to = piece.to === null || compare(piece.to, high) > 0 ? high : piece.to;
  if (compare(from, to) >= 0) return [];
  const point = (x: Exact) => ({ x: toNumber(x), share: toNumber(div(heightAt(piece.shape, x), full)) });
  if (piece.shape.kind === 'line') return [{ from: point(from), to: point(to) }];
  const step = mul(sub(to, from), fraction(1n, BigInt(BENT_PARTS)));
  const xs = Array.from({ length: BENT_PARTS + 1 }, (_, index) => add(from, mul(step, fraction(BigInt(index), 1n))));
  return xs.slice(1).map((x, index) => ({ from: point(xs[index] ?? from), to: point(x) }));
}
