import { describe, expect, it } from 'vitest';
import { drawBeta } from './beta.ts';
import { createRandom, xoshiro } from './random.ts';

describe('the seeded generator', () => {
  it('gives the numbers that the authors’ program gives from the words 1, 2, 3, 4', () => {
    const random = xoshiro(1, 2, 3, 4);
    expect(Array.from({ length: 6 }, () => random() * 2 ** 32)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('repeats itself for a seed and differs for the next', () => {
    const [a, b, c] = [createRandom(7), createRandom(7), createRandom(8)];
    const draw = (random: () => number): number[] => Array.from({ length: 5 }, random);
    const first = draw(a);
    expect(draw(b)).toEqual(first);
    expect(draw(c)).not.toEqual(first);
  });

  it('is even: 100 000 numbers in 100 boxes pass a chi-square test at one in a thousand', () => {
    const random = createRandom(2026);
    const boxes = new Array<number>(100).fill(0);
    for (let index = 0; index < 100_000; index += 1) {
      const box = Math.floor(random() * 100);
      boxes[box] = (boxes[box] ?? 0) + 1;
    }
    const chiSquare = boxes.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: 148.23 above, 60.04 below.
    expect(chiSquare).toBeLessThan(148.23);
    expect(chiSquare).toBeGreaterThan(60.04);
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 32])('refuses the seed %s', (seed) => {
    expect(() => createRandom(seed)).toThrow(expect.objectContaining({ code: 'allocation.outlook.seed.invalid' }));
  });
});

describe('a beta draw', () => {
  it.each([
    [3.5, 1.5],
    [0.5, 0.5],
    [40.5, 160.5],
  ])('has the mean and the variance of Beta(%s, %s)', (alpha, beta) => {
    const random = createRandom(11);
    const draws = Array.from({ length: 40_000 }, () => drawBeta(alpha, beta, random));
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
    const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length;
    const whole = alpha + beta;
    const expected = (alpha * beta) / (whole * whole * (whole + 1));
    expect(Math.abs(mean - alpha / whole)).toBeLessThan(4 * Math.sqrt(expected / draws.length));
    expect(variance / expected).toBeGreaterThan(0.96);
    expect(variance / expected).toBeLessThan(1.04);
  });
});
