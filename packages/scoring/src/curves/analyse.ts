import { compare, div, sub, toNumber, ZERO } from '../exact.ts';
import type { Exact } from '../exact.ts';
import { pieces } from './evaluate.ts';
import { moduleOf } from './index.ts';
import type { Curve } from './index.ts';
import { heightAt } from './piece.ts';
import type { Piece } from './piece.ts';

/** What can be said of a curve without trying values. */
export interface CurveAnalysis {
  readonly monotone: 'rising' | 'falling' | 'constant' | 'none';
  /** Where the points jump; `share` is the jump as a share of the points that earn the whole weight. */
  readonly jumps: readonly { readonly at: Exact; readonly share: number }[];
  /** Ranges where the points do not change; null is infinity. */
  readonly deadZones: readonly {
    readonly from: Exact | null;
    readonly to: Exact | null;
    readonly points: Exact;
  }[];
  /** The largest share of the weight that can be earned; Infinity without a cap. */
  readonly maxShare: number;
}

const cache = new WeakMap<Curve, CurveAnalysis>();

/** Analyses a curve from its pieces; exact, once per declaration object. */
export function analyse(curve: Curve): CurveAnalysis {
  let known = cache.get(curve);
  if (!known) cache.set(curve, (known = compute(curve)));
  return known;
}

function compute(curve: Curve): CurveAnalysis {
  const list = pieces(curve);
  const full = moduleOf(curve).full(curve);
  const jumps = list.slice(1).flatMap((piece, i) => {
    const before = list[i];
    if (!before || piece.from === null) return [];
    const jump = sub(heightAt(piece.shape, piece.from), heightAt(before.shape, piece.from));
    return jump.n === 0n ? [] : [{ at: piece.from, share: toNumber(div(jump, full)) }];
  });
  const directions = new Set([...list.map(direction), ...jumps.map((j) => Math.sign(j.share))].filter((d) => d !== 0));
  const monotone = directions.size === 0 ? 'constant' : directions.size > 1 ? 'none' : directions.has(1) ? 'rising' : 'falling';
  const deadZones = list
    .filter((p) => direction(p) === 0 && !isPoint(p))
    .map((p) => ({ from: p.from, to: p.to, points: heightAt(p.shape, ZERO) }));
  return { monotone, jumps, deadZones, maxShare: Math.max(...list.map((p) => toTop(p, full))) };
}

/** Direction of a piece with a length: 1 up, −1 down, 0 flat. A single point has none. */
function direction(piece: Piece): number {
  if (isPoint(piece)) return 0;
  if (piece.shape.kind === 'inverse') return piece.shape.factor.n > 0n ? -1 : 1;
  return compare(piece.shape.slope, ZERO);
}

const isPoint = (piece: Piece): boolean => piece.from !== null && piece.to !== null && compare(piece.from, piece.to) === 0;

/** Highest share on a piece, its open ends included as limits. */
function toTop(piece: Piece, full: Exact): number {
  const ends = [piece.from, piece.to].filter((x) => x !== null).map((x) => toNumber(div(heightAt(piece.shape, x), full)));
  const rises = (piece.to === null && direction(piece) > 0) || (piece.from === null && direction(piece) < 0);
  const level = direction(piece) === 0 ? [toNumber(div(heightAt(piece.shape, piece.from ?? ZERO), full))] : [];
  return rises ? Infinity : Math.max(...ends, ...level);
}
