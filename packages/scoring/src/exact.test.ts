import { describe, expect, it } from 'vitest';
import { compare, exact, fraction, mul, roundHalfEven, toDecimal, toNumber } from './exact.ts';
import { roundTogether, splitByWeights } from './largest-remainder.ts';

describe('exact', () => {
  it('reads the decimal a person sees', () => {
    expect(exact(0.1)).toEqual({ n: 1n, d: 10n });
    expect(exact(-1.005)).toEqual({ n: -201n, d: 200n });
    expect(exact(1e-7)).toEqual({ n: 1n, d: 10_000_000n });
    expect(exact(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
    expect(compare(mul(exact(3), exact(0.1)), exact(0.3))).toBe(0);
    expect(() => exact(NaN)).toThrow('NaN');
  });

  it('rounds a tie to the even neighbour, on both sides of zero', () => {
    const halves = [0.5, 1.5, 2.5, -0.5, -1.5, 0.49, 0.51, -2.51];
    expect(halves.map((v) => Number(roundHalfEven(exact(v))))).toEqual([0, 2, 2, 0, -2, 0, 1, -3]);
  });

  it('prints decimals without losing any', () => {
    expect([toDecimal(exact(0.85)), toDecimal(exact(-1.5)), toDecimal(exact(100)), toDecimal(fraction(2n, 3n))]).toEqual([
      '0.85',
      '-1.5',
      '100',
      '0.6667',
    ]);
    expect(toNumber(fraction(-7n, 2n))).toBe(-3.5);
  });
});

describe('largest remainder', () => {
  it('splits to the last unit, ties to the earlier part', () => {
    expect(splitByWeights(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(splitByWeights(1000n, [1n, 2n, 3n, 1n])).toEqual([143n, 286n, 428n, 143n]);
    expect(splitByWeights(5n, [0n, 0n])).toEqual([0n, 0n]);
  });

  it('rounds a column so that it adds up, negatives included', () => {
    expect(roundTogether([333, 333, 334], 1000, 100)).toEqual([300, 300, 400]);
    expect(roundTogether([90_125, -31_125], 59_000, 1000)).toEqual([90_000, -31_000]);
  });
});
