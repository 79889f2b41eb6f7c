import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from './fit.ts';
import { floats } from './testing/tables.ts';

/** What the fit minimises. */
function entropy(values: readonly number[], seed: Float64Array): number {
  return values.reduce((sum, value, cell) => sum + (value > 0 ? value * Math.log(value / seed[cell]!) - value : 0), 0);
}

describe('fitting between bounds', () => {
  it('gives what a cell may not take to the others: 12 over 1, 1, 1 with at most 2 for the first', () => {
    const margins = [{ group: Int32Array.of(0, 0, 0), targets: floats(12) }];
    const result = fit({ dims: [3], seed: floats(1, 1, 1), margins, upper: floats(2, Infinity, Infinity) });
    expect(result.ok && [...result.values]).toEqual([2, 5, 5]);
  });

  it('takes from the others what a cell must have: 12 over 1, 2, 3 with at least 6 for the first', () => {
    const margins = [{ group: Int32Array.of(0, 0, 0), targets: floats(12) }];
    const result = fit({ dims: [3], seed: floats(1, 2, 3), margins, lower: floats(6, 0, 0) });
    expect(result.values.map((value) => Math.round(value * 1e9) / 1e9)).toEqual(floats(6, 2.4, 3.6));
  });

  it('finds the table nearest to the seed among those within bounds, as a search along the only free direction does', () => {
    const amount = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount, amount),
        fc.tuple(amount, amount, amount, amount),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, table, share) => {
          const seed = floats(...start);
          const [a, b, c, d] = table;
          const margins = [
            { axes: [0], targets: floats(a + b, c + d) },
            { axes: [1], targets: floats(a + c, b + d) },
          ];
          // Every table with these sums is (a + t, b - t, c - t, d + t). The first cell is kept within a band around its value.
          const at = (t: number): number[] => [a + t, b - t, c - t, d + t];
          const bounds = { lower: floats(a * share, 0, 0, 0), upper: floats(a + 0.5, Infinity, Infinity, Infinity) };
          let low = Math.max(a * share - a, -d);
          let high = Math.min(0.5, b, c);
          for (let step = 0; step < 200; step += 1) {
            const third = (high - low) / 3;
            if (entropy(at(low + third), seed) < entropy(at(high - third), seed)) high -= third;
            else low += third;
          }
          const result = fit({ dims: [2, 2], seed, margins, ...bounds });
          expect(result.ok).toBe(true);
          at(low).forEach((value, cell) => expect(Math.abs(result.values[cell]! - value)).toBeLessThan(1e-5));
        },
      ),
    );
  });

  it('meets sums and bounds wherever a table does, holds among them', () => {
    const cell = fc.record({
      value: fc.integer({ min: 0, max: 9 }),
      seed: fc.integer({ min: 1, max: 9 }),
      below: fc.integer({ min: 0, max: 2 }),
      above: fc.integer({ min: 0, max: 2 }),
      held: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
        const fixed = Uint8Array.from(cells, ({ held }) => (held === 0 ? 1 : 0));
        const seed = Float64Array.from(cells, (one) => (one.held === 0 ? one.value : one.seed));
        const lower = Float64Array.from(cells, ({ value, below }) => Math.max(0, value - below));
        const upper = Float64Array.from(cells, ({ value, above }) => value + above);
        const sums = (of: (cell: number) => number, count: number): Float64Array => {
          const targets = new Float64Array(count);
          cells.forEach(({ value }, at) => (targets[of(at)]! += value));
          return targets;
        };
        const margins = [
          { axes: [0], targets: sums((at) => Math.floor(at / 4), 3) },
          { axes: [1], targets: sums((at) => at % 4, 4) },
        ];
        const result = fit({ dims: [3, 4], seed, margins, fixed, lower, upper });
        expect(result.ok).toBe(true);
        expect(result.deviation).toBeLessThan(1e-9);
        result.values.forEach((value, at) => {
          expect(value >= lower[at]! && value <= upper[at]!).toBe(true);
          expect(fixed[at] === 0 || value === seed[at]).toBe(true);
        });
      }),
    );
  });

  it('names the bounds that leave a target out of reach', () => {
    const margins = [{ axes: [], targets: floats(12) }];
    const result = fit({ dims: [2], seed: floats(1, 1), margins, upper: floats(5, 6) });
    expect(!result.ok && result.contradiction).toEqual({
      claims: [
        { kind: 'target', margin: 0, group: 0, value: 12 },
        { kind: 'upper', cell: 0, value: 5 },
        { kind: 'upper', cell: 1, value: 6 },
      ],
      smallest: true,
    });
  });
});
