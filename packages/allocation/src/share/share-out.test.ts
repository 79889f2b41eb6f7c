import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

/** A double as an integer over 2^1074, by halving and doubling. */
function rational(value: number): bigint {
  let [scaled, exponent] = [value, 0];
  while (!Number.isInteger(scaled)) [scaled, exponent] = [scaled * 2, exponent + 1];
  return BigInt(scaled) << BigInt(1074 - exponent);
}

/** The textbook method in integers of any length; order by remainder, then rank. */
function oracle(total: number, weights: readonly number[], rank: readonly number[]): number[] {
  const said = weights.map((weight) => (Number.isNaN(weight) ? 0n : rational(weight)));
  const allZero = said.every((weight) => weight === 0n);
  const parts = weights.map((weight, at) => (Number.isNaN(weight) ? 0n : allZero ? 1n : (said[at] as bigint)));
  const sum = parts.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => NaN);
  const size = BigInt(Math.abs(total));
  const quotients = parts.map((part) => (part * size) / sum);
  const rests = parts.map((part) => (part * size) % sum);
  const units = Number(size - quotients.reduce((a, b) => a + b, 0n));
  const order = weights.map((_, at) => at).filter((at) => parts[at] !== 0n);
  order.sort((a, b) => {
    const [left, right] = [rests[a] as bigint, rests[b] as bigint];
    return left === right ? (rank[a] as number) - (rank[b] as number) : left > right ? -1 : 1;
  });
  order.slice(0, units).forEach((at) => (quotients[at] = (quotients[at] as bigint) + 1n));
  return quotients.map((value, at) => (Number.isNaN(weights[at]) ? NaN : Number(total < 0 ? -value : value)));
}

function parts(total: number, weights: readonly number[], rank: readonly number[] | null = null): number[] {
  const out = new Float64Array(weights.length);
  shareOut(total, Float64Array.from(weights), rank === null ? null : Int32Array.from(rank), out);
  return [...out];
}

it('gives the worked examples', () => {
  expect(parts(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(parts(1000, [1, 2, 3, 1])).toEqual([143, 286, 428, 143]);
  expect(parts(80, [10, 30])).toEqual([20, 60]);
  expect(parts(100, [1, 1, 1], [2, 0, 1])).toEqual([33, 34, 33]);
  expect(parts(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
});

it('keeps who says nothing apart from who gets nothing', () => {
  expect(parts(10, [NaN, 0, 3])).toEqual([NaN, 0, 10]);
  expect(parts(10, [NaN, NaN])).toEqual([NaN, NaN]);
  expect(parts(11, [0, NaN, 0])).toEqual([6, NaN, 5]);
  const out = new Float64Array(2);
  expect([shareOut(5, Float64Array.of(0, 0), null, out), shareOut(5, Float64Array.of(0, 1), null, out)]).toEqual(['even', null]);
  expect(shareOut(5, Float64Array.of(NaN, NaN), null, out)).toBeNull();
});

it('sees differences that no double shows', () => {
  // Exact shares 1.5 − d, 1.5 + d with d far below one part in 2^53.
  expect(parts(3, [0.1, 0.1 + 2 ** -56])).toEqual([1, 2]);
  expect(parts(9_000_000_000_000_001, [0.1, 0.1])).toEqual([4_500_000_000_000_001, 4_500_000_000_000_000]);
  expect(parts(1, [1e-300, 1e300])).toEqual([0, 1]);
  expect(parts(5, [5e-324, 5e-324, 5e-324])).toEqual([2, 2, 1]);
  // 1e300 twice leaves one unit, which the tiny one must not get.
  expect(parts(3, [1e-300, 1e300, 1e300], [0, 2, 1])).toEqual([0, 1, 2]);
});

it('decides by the exact remainder where doubles are too coarse', () => {
  // In decimals 1, 2, 3; but the doubles are not in these ratios, so that a unit is left over from the whole parts.
  const weights = [0.1, 0.2, 0.3];
  expect(parts(6, weights)).toEqual(oracle(6, weights, [0, 1, 2]));
  const close = Array.from({ length: 40 }, (_, at) => 0.1 * (1 + (at % 7)) * (1 + at * Number.EPSILON));
  for (let total = 1; total < 400; total += 7) expect(parts(total, close)).toEqual(oracle(total, close, [...close.keys()]));
  // Remainders apart by less than the bound of the error: rank must not decide between them.
  const [low, high] = [1 / 3, 1 / 3 + 2 ** -54];
  expect(parts(4, [low, high, low], [0, 2, 1])).toEqual(oracle(4, [low, high, low], [0, 2, 1]));
  expect(parts(4, [low, high, low], [0, 2, 1])).toEqual([1, 2, 1]);
});

it('corrects a quotient that a division rounded up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 94_906_265 }), fc.integer({ min: 1, max: 94_906_265 }), (total, weight) => {
      const weights = [weight, weight + 1, 1];
      expect(parts(total, weights)).toEqual(oracle(total, weights, [0, 1, 2]));
    }),
    { numRuns: 2000 },
  );
});

it('refuses weights and totals that are none', () => {
  expect(() => parts(1, [1, -1])).toThrow(/At weights\.1/);
  expect(() => parts(1, [Infinity])).toThrow(/At weights\.0/);
  expect(() => parts(2 ** 53, [1])).toThrow(/At total/);
  expect(() => parts(0.5, [1])).toThrow(/At total/);
});

const weight = fc.oneof(
  { weight: 4, arbitrary: fc.nat(9) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0.1, 0.2, 0.3, 0.7, 1e-300, 1e300, 5e-324, 1 / 3, 2 ** 52 + 1, 2 ** 50, 2 ** -30, NaN, 0),
  },
  { weight: 2, arbitrary: fc.maxSafeNat() },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1.7e308, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noDefaultInfinity: true }) },
);
const total = fc.oneof(fc.nat(1000), fc.maxSafeInteger(), fc.constantFrom(9_000_000_000_000_000, Number.MAX_SAFE_INTEGER));

it('agrees with the textbook method in integers of any length', () => {
  fc.assert(
    fc.property(total, fc.array(weight, { minLength: 1, maxLength: 60 }), fc.nat(), (size, weights, seed) => {
      const rank = weights.map((_, at) => (at * 7 + seed) % 61);
      fc.pre(new Set(rank).size === rank.length);
      expect(parts(size, weights, rank)).toEqual(oracle(size, weights, rank).map((value) => value + 0));
    }),
    { numRuns: 3000 },
  );
});

it('agrees where a few weights repeat, so that remainders tie', () => {
  const few = fc.array(fc.constantFrom(0.1, 0.2, 0.3, 0.30000000000000004, 3, 7, 1e15, 1e16, 0), { minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(total, few, (size, weights) => {
      const rank = weights.map((_, at) => (at * 37) % 97);
      expect(parts(size, weights, rank)).toEqual(oracle(size, weights, rank).map((value) => value + 0));
    }),
    { numRuns: 3000 },
  );
});

it('splits a part of a list and leaves the rest alone', () => {
  const out = new Float64Array(5).fill(-7);
  shareOut(7, Float64Array.of(9, 1, 1, 1, 9), Int32Array.of(0, 3, 2, 1, 0), out, 1, 4);
  expect([...out]).toEqual([-7, 2, 2, 3, -7]);
});
