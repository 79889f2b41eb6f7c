import { pieces } from './curves/evaluate.ts';
import { moduleOf } from './curves/index.ts';
import type { Curve } from './curves/index.ts';
import type { Piece } from './curves/piece.ts';
import { div, mul, roundHalfEven, sub, toNumber } from './exact.ts';
import type { Exact } from './exact.ts';

/**
 * The short way through the arithmetic: where every number on the way is a safe integer, products and sums of doubles are
 * exact, and no big integer is needed. As soon as one is not, the answer is null and the caller takes the long way over
 * `Exact`. Both give the same bits; a property test holds them together.
 */
export interface Plain {
  readonly n: number;
  /** Always greater than zero. */
  readonly d: number;
}

/** A number of facts: a safe integer as it is, anything else as a fraction. */
export type Amount = number | Exact;

/** Share of a piece at x = p/q: (a·p + b·q) ÷ (c·q). `to` is its upper end, null for infinity. */
interface PlainPiece {
  readonly to: Plain | null;
  readonly toIncluded: boolean;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const known = new WeakMap<Curve, readonly PlainPiece[] | null>();
const safe = Number.isSafeInteger;

/** The share that p/q earns on a curve, or null when the short way does not carry it. `q` is greater than zero. */
export function plainShare(curve: Curve, p: number, q: number): Plain | null {
  const list = plainPieces(curve);
  if (!list) return null;
  for (const piece of list) {
    const side = piece.to === null ? -1 : sideOf(p, q, piece.to);
    if (side === null) return null;
    if (side > 0 || (side === 0 && !piece.toIncluded)) continue;
    const [left, right, d] = [piece.a * p, piece.b * q, piece.c * q];
    const n = left + right;
    return safe(left) && safe(right) && safe(n) && safe(d) ? { n, d } : null;
  }
  return null;
}

/** The integer nearest to weight × share, a tie to the even neighbour; null when the product is no safe integer. */
export function plainPoints(weight: number, share: Plain): number | null {
  const product = weight * share.n;
  if (!safe(product) || !safe(2 * share.d)) return null;
  const rest = ((product % share.d) + share.d) % share.d;
  const low = (product - rest) / share.d;
  const twice = 2 * rest;
  return (twice > share.d || (twice === share.d && low % 2 !== 0) ? low + 1 : low) + 0;
}

/** n ÷ d with the digits of `toNumber`; null when a step would leave the safe integers. */
export function plainNumber(n: number, d: number): number | null {
  let rest = n % d;
  const whole = (n - rest) / d;
  if (!safe(d * 1e5)) return null;
  let digits = 0;
  for (let group = 0; group < 3; group += 1) {
    const shifted = rest * 1e5;
    rest = shifted % d;
    digits = digits * 1e5 + (shifted - rest) / d;
  }
  return whole + digits / 1e15;
}

/** An amount as the nearest double. */
export const amountNumber = (amount: Amount): number => (typeof amount === 'number' ? amount + 0 : toNumber(amount));

/** Weight × share in one step, rounded once. */
export function pointsOf(weight: number, share: Plain | Exact): number {
  const short = typeof share.n === 'number' ? plainPoints(weight, share as Plain) : null;
  return short ?? Number(roundHalfEven(mul({ n: BigInt(weight), d: 1n }, asExact(share))));
}

/** A share or value as the nearest double. */
export function shareNumber(share: Plain | Exact): number {
  if (typeof share.n === 'bigint') return toNumber(share as Exact);
  const { n, d } = share as Plain;
  return (d === 1 ? n + 0 : plainNumber(n, d)) ?? toNumber(asExact(share));
}

/** The same fraction over big integers. It is not reduced: rounding and digits do not depend on that. */
export const asExact = ({ n, d }: Plain | Exact): Exact => ({ n: BigInt(n), d: BigInt(d) });

/** −1, 0 or 1 as p/q lies below, on or above a cut. */
function sideOf(p: number, q: number, cut: Plain): number | null {
  const [left, right] = [p * cut.d, cut.n * q];
  return safe(left) && safe(right) ? Math.sign(left - right) : null;
}

function plainPieces(curve: Curve): readonly PlainPiece[] | null {
  let list = known.get(curve);
  if (list === undefined) known.set(curve, (list = compile(curve)));
  return list;
}

function compile(curve: Curve): readonly PlainPiece[] | null {
  const full = moduleOf(curve).full(curve);
  const list = pieces(curve).map((piece) => compilePiece(piece, full));
  return list.some((piece) => piece === null) ? null : (list as readonly PlainPiece[]);
}

/** A straight piece whose coefficients are safe integers over one denominator; null otherwise. */
function compilePiece({ shape, to, toIncluded }: Piece, full: Exact): PlainPiece | null {
  if (shape.kind !== 'line') return null;
  const slope = div(shape.slope, full);
  const start = div(sub(shape.y0, mul(shape.slope, shape.x0)), full);
  const numbers = [slope.n * start.d, start.n * slope.d, slope.d * start.d, to?.n ?? 0n, to?.d ?? 1n].map(Number);
  if (!numbers.every(safe)) return null;
  const [a = 0, b = 0, c = 1, n = 0, d = 1] = numbers;
  return { to: to && { n, d }, toIncluded, a, b, c };
}
