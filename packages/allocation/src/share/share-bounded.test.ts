import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOutBounded } from './share-bounded.ts';
import { shareOut } from './share-out.ts';

function split(total: number, weights: number[], lower: number[], upper: number[]) {
  const out = new Float64Array(weights.length).fill(-1);
  const given = [weights, lower, upper].map((list) => Float64Array.from(list)) as [Float64Array, Float64Array, Float64Array];
  return { ...shareOutBounded(total, ...given, null, out), out: [...out] };
}

it('keeps a held part and shares the rest by weight', () => {
  // Worked example: a quarter of 100 with February held at 20, January 10, March 30.
  expect(split(100, [10, 20, 30], [0, 20, 0], [Infinity, 20, Infinity])).toMatchObject({ ok: true, out: [20, 20, 60] });
  expect(split(60, [20, 20, 30], [20, 0, 0], [20, Infinity, Infinity])).toMatchObject({ ok: true, out: [20, 16, 24] });
});

it('passes on what a bound keeps back, and says what would fit when nothing does', () => {
  expect(split(100, [1, 1, 2], [0, 0, 0], [10, Infinity, 60])).toMatchObject({ out: [10, 30, 60] });
  expect(split(10, [1, 1], [6, 6], [9, 9])).toEqual({ ok: false, least: 12, greatest: 18, out: [-1, -1] });
  expect(split(20, [1, NaN], [0, 0], [9, 9])).toMatchObject({ ok: false, least: 0, greatest: 9 });
  expect(split(9, [1, NaN], [0, 5], [9, 9])).toMatchObject({ ok: true, out: [9, NaN] });
  expect(split(1, [NaN], [0], [9])).toMatchObject({ ok: false });
});

it('shares evenly among those of weight 0 only when nobody with a weight can take it', () => {
  expect(split(10, [1, 0, 0], [0, 0, 0], [4, 9, 9])).toEqual({ ok: true, fallback: 'even', out: [4, 3, 3] });
  // Nothing is left for those of weight 0: no rule was needed.
  expect(split(0, [0, 0], [0, 0], [9, 9])).toEqual({ ok: true, fallback: null, out: [0, 0] });
  expect(split(4, [1, 0, 0], [0, 0, 0], [4, 9, 9])).toEqual({ ok: true, fallback: null, out: [4, 0, 0] });
  expect(split(9, [1, 0, 0], [0, 2, 0], [4, 2, 9])).toMatchObject({ ok: true, fallback: 'even', out: [4, 2, 3] });
  expect(split(6, [1, 0, 0], [0, 2, 0], [4, 2, 9])).toEqual({ ok: true, fallback: null, out: [4, 2, 0] });
  expect(split(10, [1, 0, 0], [0, 0, 0], [10, 9, 9])).toEqual({ ok: true, fallback: null, out: [10, 0, 0] });
});

it('refuses bounds that leave no value', () => {
  expect(() => split(1, [1], [2], [1])).toThrow(/At bounds\.0/);
  expect(() => split(1, [1], [0.5], [1])).toThrow(/At bounds\.0/);
  expect(() => split(1, [1], [NaN], [1])).toThrow(/At bounds\.0/);
});

const part = fc.record({ weight: fc.constantFrom(0, 1, 2, 3, 0.1, NaN), low: fc.nat(20), room: fc.nat(20) });

it('adds up, keeps every bound, and moves nothing that need not move', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.array(part, { minLength: 1, maxLength: 8 }), (total, given) => {
      const [weights, lower] = [given.map(({ weight }) => weight), given.map(({ low }) => low)];
      const upper = given.map(({ low, room }) => low + room);
      const said = given.filter(({ weight }) => !Number.isNaN(weight));
      const least = said.reduce((sum, { low }) => sum + low, 0);
      const greatest = said.reduce((sum, { low, room }) => sum + low + room, 0);
      const result = split(total, weights, lower, upper);
      expect(result.ok).toBe(total >= least && total <= greatest);
      if (!result.ok) return;
      const kept = result.out.filter((value) => !Number.isNaN(value));
      expect(kept.reduce((a, b) => a + b, 0)).toBe(total);
      result.out.forEach((value, at) => {
        if (Number.isNaN(weights[at])) return;
        expect(value).toBeGreaterThanOrEqual(lower[at] as number);
        expect(value).toBeLessThanOrEqual(upper[at] as number);
      });
      const plain = new Float64Array(weights.length);
      shareOut(total, Float64Array.from(weights), null, plain);
      const fits = plain.every((v, at) => Number.isNaN(v) || (v >= (lower[at] as number) && v <= (upper[at] as number)));
      if (fits) expect(result.out).toEqual([...plain]);
    }),
    { numRuns: 2000 },
  );
});

it('agrees with a search over every multiplier', () => {
  // The bounded share is clamp(weight × level): some level makes the parts add up, and every part lies within one unit of it.
  const positive = fc.record({ weight: fc.integer({ min: 1, max: 9 }), low: fc.nat(20), room: fc.nat(20) });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(positive, { minLength: 1, maxLength: 6 }),
      (where, given) => {
        const least = given.reduce((sum, { low }) => sum + low, 0);
        const greatest = given.reduce((sum, { low, room }) => sum + low + room, 0);
        const total = Math.round(least + where * (greatest - least));
        const clamp = (level: number) =>
          given.map(({ weight, low, room }) => Math.min(Math.max(weight * level, low), low + room));
        let [a, b] = [0, 100];
        for (let round = 0; round < 80; round += 1) {
          const middle = (a + b) / 2;
          if (clamp(middle).reduce((x, y) => x + y, 0) < total) a = middle;
          else b = middle;
        }
        const ideal = clamp(b);
        const lower = given.map(({ low }) => low);
        const upper = given.map(({ low, room }) => low + room);
        const { out } = split(total, given.map(({ weight }) => weight), lower, upper); // prettier-ignore
        // Parts fixed in integers shift the others by less than one unit per part fixed.
        out.forEach((value, at) => expect(Math.abs(value - (ideal[at] as number))).toBeLessThan(given.length));
      },
    ),
    { numRuns: 1000 },
  );
});
