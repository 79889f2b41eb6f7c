import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportion } from './proportion.ts';

describe('a proportion', () => {
  it('has the Wilson interval of the textbooks', () => {
    // R: prop.test(10, 20, correct = FALSE) gives 0.2992980 0.7007020; binom.confint(0, 10, methods = 'wilson') 0 0.2775328.
    const half = proportion(10, 20);
    expect([half.low, half.high]).toEqual([expect.closeTo(0.299298, 6), expect.closeTo(0.700702, 6)]);
    const none = proportion(0, 10);
    expect([none.ratio, none.low, none.high]).toEqual([0, 0, expect.closeTo(0.2775328, 7)]);
    expect(proportion(10, 10).high).toBe(1);
  });

  it('touches 0 and 1 exactly where nothing and everything advanced', () => {
    const sizes = Array.from({ length: 500 }, (_, index) => index + 1);
    expect(sizes.filter((size) => proportion(0, size).low !== 0 || proportion(size, size).high !== 1)).toEqual([]);
  });

  it('says nothing where nothing was counted', () => {
    expect(proportion(0, 0)).toEqual({ numerator: 0, denominator: 0, ratio: null, low: null, high: null });
  });

  it('holds its ratio inside 0..1 for any counts', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (part, rest) => {
        const { ratio, low, high } = proportion(part, part + rest + 1);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(ratio ?? -1);
        expect(high).toBeGreaterThanOrEqual(ratio ?? 2);
      }),
    );
  });

  it.each([
    [-1, 2, 'allocation.outlook.count.invalid'],
    [Number.NaN, 2, 'allocation.outlook.count.invalid'],
    [1, 1.5, 'allocation.outlook.count.invalid'],
    [3, 2, 'allocation.outlook.fraction.invalid'],
  ])('refuses %s of %s', (numerator, denominator, code) => {
    expect(() => proportion(numerator, denominator, 1.96, 'at')).toThrow(expect.objectContaining({ code, path: 'at' }));
  });
});
