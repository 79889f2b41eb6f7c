import { add, compare, div, exact, fraction, mul, sub, ZERO } from '../exact.ts';
import type { Exact } from '../exact.ts';

/**
 * Every curve is a list of pieces that cover the whole axis from −∞ to +∞ without gaps or overlaps, in order.
 * One representation carries evaluation, counterfactuals and static analysis, so they cannot disagree.
 */
export interface Piece {
  /** Lower end; null is −∞. */
  readonly from: Exact | null;
  readonly fromIncluded: boolean;
  /** Upper end; null is +∞. */
  readonly to: Exact | null;
  readonly toIncluded: boolean;
  readonly shape: Shape;
}

/** y = y0 + slope·(x − x0), or y = factor ÷ x (only on positive x). */
export type Shape =
  | { readonly kind: 'line'; readonly x0: Exact; readonly y0: Exact; readonly slope: Exact }
  | { readonly kind: 'inverse'; readonly factor: Exact };

/** A horizontal shape at y. */
export const flat = (y: Exact): Shape => ({ kind: 'line', x0: ZERO, y0: y, slope: ZERO });

/** The line through two points with different x. */
export function through(x0: Exact, y0: Exact, x1: Exact, y1: Exact): Shape {
  return { kind: 'line', x0, y0, slope: div(sub(y1, y0), sub(x1, x0)) };
}

/** Height of a shape at x. */
export function heightAt(shape: Shape, x: Exact): Exact {
  if (shape.kind === 'inverse') return div(shape.factor, x);
  return add(shape.y0, mul(shape.slope, sub(x, shape.x0)));
}

/** The x at which a shape has the height y, or null when it is flat there. */
export function solve(shape: Shape, y: Exact): Exact | null {
  if (shape.kind === 'inverse') return y.n === 0n ? null : div(shape.factor, y);
  if (shape.slope.n === 0n) return null;
  return add(shape.x0, div(sub(y, shape.y0), shape.slope));
}

/** Whether x lies on the piece, its edges as declared. */
export function covers(piece: Piece, x: Exact): boolean {
  const low = piece.from === null ? 1 : compare(x, piece.from);
  const high = piece.to === null ? -1 : compare(x, piece.to);
  return (low > 0 || (low === 0 && piece.fromIncluded)) && (high < 0 || (high === 0 && piece.toIncluded));
}

/**
 * Pieces from shapes and the cuts between them. `belongsTo` says which side owns the cut itself:
 * `right` makes [lo, hi) steps, `left` makes (lo, hi] steps.
 */
export function assemble(
  shapes: readonly Shape[],
  cuts: readonly Exact[],
  belongsTo: (cut: number) => 'left' | 'right',
): Piece[] {
  return shapes.map((shape, i) => ({
    from: cuts[i - 1] ?? null,
    fromIncluded: i > 0 && belongsTo(i - 1) === 'right',
    to: cuts[i] ?? null,
    toIncluded: i < cuts.length && belongsTo(i) === 'left',
    shape,
  }));
}

/**
 * Straight lines between points (any order of x), `before` the first and `after` the last; both default
 * to the height of the nearest point. The points themselves always lie on the line.
 */
export function polyline(
  points: readonly (readonly [number, number])[],
  outside: { before?: number; after?: number } = {},
): Piece[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0]).map(([x, y]) => [exact(x), exact(y)] as const);
  const first = sorted[0] ?? [ZERO, ZERO];
  const last = sorted[sorted.length - 1] ?? first;
  const shapes: Shape[] = [flat(outside.before === undefined ? first[1] : exact(outside.before))];
  for (let i = 1; i < sorted.length; i++) {
    const [x0, y0] = sorted[i - 1] ?? first;
    const [x1, y1] = sorted[i] ?? last;
    shapes.push(through(x0, y0, x1, y1));
  }
  shapes.push(flat(outside.after === undefined ? last[1] : exact(outside.after)));
  const lastCut = sorted.length - 1;
  return assemble(
    shapes,
    sorted.map(([x]) => x),
    (cut) => (cut === lastCut ? 'left' : 'right'),
  );
}

/** 100 as a fraction: the usual number of points for meeting a target. */
export const HUNDRED: Exact = fraction(100n, 1n);
