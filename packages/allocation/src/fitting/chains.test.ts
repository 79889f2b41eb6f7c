import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeByChains } from './chains.ts';
import { fit } from './fit.ts';
import { splitParts } from './round-parts.ts';
import { meets, problemOf } from './testing/tables.ts';

describe('rounding by chains', () => {
  it('meets three interlocking margins of larger tables with floors and ceilings', () => {
    const cell = fc.record({ value: fc.integer({ min: 0, max: 60 }), seed: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 240, maxLength: 240 }), (cells) => {
        const seed = Float64Array.from(cells, (one) => one.seed);
        const problem = problemOf(
          [8, 6, 5],
          [
            [0, 1],
            [0, 2],
            [1, 2],
          ],
          seed,
          cells.map(({ value }) => value),
        );
        const parts = splitParts(fit(problem).values, problem)!;
        const cost = parts.part.map((part) => (part === 0 ? NaN : 1 - 2 * part));
        const steps = placeByChains(parts, Int32Array.from(cells.keys()), cost);
        if (typeof steps === 'string') throw new Error(steps);
        expect(
          meets(
            problem,
            parts.base.map((whole, at) => whole + steps[at]!),
          ),
        ).toBe(true);
        steps.forEach((step, at) => expect(step === 0 || (step === 1 && parts.part[at]! > 0)).toBe(true));
      }),
      { numRuns: 20 },
    );
  });

  it('goes beyond floors and ceilings when it must', () => {
    const fitted = Float64Array.of(0.5, 1, 1, 0.5, 1, 0.5, 0.5, 1);
    const problem = problemOf([2, 2, 2], [[0], [1], [2]], fitted, fitted);
    const parts = splitParts(fitted, problem)!;
    const cost = parts.part.map((part) => (part === 0 ? NaN : 0));
    const steps = placeByChains(parts, Int32Array.from(fitted.keys()), cost);
    if (typeof steps === 'string') throw new Error(steps);
    expect(
      meets(
        problem,
        parts.base.map((whole, at) => whole + steps[at]!),
      ),
    ).toBe(true);
  });
});
