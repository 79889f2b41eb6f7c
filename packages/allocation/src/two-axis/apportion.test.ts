import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';
import { addPercent } from '../exact.ts';
import type { Weight } from './apportion.ts';

function weigh(...weights: number[]): Weight[] {
  return weights.map((weight, index) => ({ id: String.fromCharCode(97 + index), weight }));
}

function parts(total: number, weights: readonly Weight[]): readonly number[] {
  const result = apportion(total, weights);
  if (!result.ok) throw new Error('infeasible');
  return result.values;
}

const anyWeight = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constant(0));
const anyWeights = fc.array(anyWeight, { minLength: 1, maxLength: 20 }).map((weights) => weigh(...weights));
const anyTotal = fc.maxSafeInteger();
const sum = (values: readonly number[]): bigint => values.reduce((left, value) => left + BigInt(value), 0n);

describe('apportion', () => {
  it('gives the units left over to the largest remainders, ties to the smaller id', () => {
    expect(parts(100, weigh(1, 1, 1))).toEqual([34, 33, 33]);
    expect(parts(1000, weigh(1, 2, 3, 1))).toEqual([143, 286, 428, 143]);
    expect(parts(-100, weigh(1, 1, 1))).toEqual([-34, -33, -33]);
    expect(parts(0, weigh(1, 2))).toEqual([0, 0]);
  });

  it('is exact where doubles are not', () => {
    // A third of 2^53 - 1 = 9007199254740991 is 3002399751580330 and one third: one unit is left over.
    expect(parts(Number.MAX_SAFE_INTEGER, weigh(0.1, 0.1, 0.1))).toEqual([3002399751580331, 3002399751580330, 3002399751580330]);
    expect(parts(10, weigh(1e-300, 1e300))).toEqual([0, 10]);
  });

  it('splits evenly and says so when no weight is above zero', () => {
    expect(apportion(10, weigh(0, 0, 0))).toEqual({ ok: true, values: [4, 3, 3], fallback: 'even' });
    expect(apportion(10, weigh(0, 1))).toEqual({ ok: true, values: [0, 10], fallback: null });
  });

  it('keeps parts on their limits and shares the rest by weight', () => {
    const bounds = { a: { max: 10 }, d: { min: 30 } };
    // Of 100 over 1:1:1:1 a may have 10 and d must have 30: the 60 left are shared by b and c.
    expect(apportion(100, weigh(1, 1, 1, 1), { bounds })).toMatchObject({ values: [10, 30, 30, 30] });
    expect(apportion(100, weigh(1, 1), { bounds: { a: { max: 10 }, b: { max: 20 } } })).toMatchObject({
      ok: false,
      greatest: 30,
    });
  });

  it('refuses input that has no meaning, with the path', () => {
    expect(() => apportion(1.5, weigh(1))).toThrow('At total');
    expect(() => apportion(1, weigh(1, -1))).toThrow('At weights.1.weight');
    expect(() => apportion(1, weigh(Number.NaN))).toThrow('At weights.0.weight');
    expect(() => apportion(1, [])).toThrow('nothing to spread');
    expect(() => apportion(1, [...weigh(1), ...weigh(1)])).toThrow('twice');
  });

  it('always adds up, each part less than one unit from its share, larger weights never below smaller', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const values = parts(total, weights);
        expect(sum(values)).toBe(BigInt(total));
        weights.forEach((left, a) =>
          weights.forEach((right, b) => {
            if (left.weight > right.weight) {
              expect(Math.abs(values[a] ?? 0)).toBeGreaterThanOrEqual(Math.abs(values[b] ?? 0));
            }
          }),
        );
      }),
    );
  });

  it('does not depend on the order of the weights', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        expect(parts(total, [...weights].reverse())).toEqual([...parts(total, weights)].reverse());
      }),
    );
  });

  it('never takes from a part whose weight grows', () => {
    fc.assert(
      fc.property(fc.nat(), anyWeights, fc.double({ min: 0, max: 1e6, noNaN: true }), (total, weights, more) => {
        fc.pre(weights.some(({ weight }) => weight > 0));
        const grown = weights.map((item, index) => (index === 0 ? { ...item, weight: item.weight + more } : item));
        expect(parts(total, grown)[0]).toBeGreaterThanOrEqual(parts(total, weights)[0] ?? 0);
      }),
    );
  });

  it('keeps every bound that can be kept', () => {
    const bound = fc.record({ min: fc.integer({ min: 0, max: 50 }), width: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.nat(400), fc.array(fc.tuple(anyWeight, bound), { minLength: 1, maxLength: 8 }), (total, items) => {
        const weights = weigh(...items.map(([weight]) => weight));
        const limits = items.map(([, { min, width }]) => ({ min, max: min + width }));
        const bounds = Object.fromEntries(weights.map(({ id }, index) => [id, limits[index] ?? {}]));
        const least = limits.reduce((left, { min }) => left + min, 0);
        const greatest = limits.reduce((left, { max }) => left + max, 0);
        const result = apportion(total, weights, { bounds });
        expect(result.ok).toBe(least <= total && total <= greatest);
        if (!result.ok) return;
        expect(sum(result.values)).toBe(BigInt(total));
        result.values.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(limits[index]?.min ?? 0);
          expect(value).toBeLessThanOrEqual(limits[index]?.max ?? 0);
        });
      }),
    );
  });
});

describe('addPercent', () => {
  it('rounds half away from zero without a double in between', () => {
    expect(addPercent(100, 10)).toBe(110);
    expect(addPercent(5, 10)).toBe(6);
    expect(addPercent(-5, 10)).toBe(-6);
    expect(addPercent(9007199254740000, 0)).toBe(9007199254740000);
    expect(addPercent(200, -100)).toBe(0);
    expect(() => addPercent(1, Number.NaN)).toThrow('percentage');
  });
});
