import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeByBranching } from './branch.ts';
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

  it('gives up after the effort allowed', () => {
    const cells = Array.from({ length: 240 }, (_, cell) => (cell * 7) % 31);
    const seed = Float64Array.from(cells, (_, cell) => 1 + ((cell * 13) % 11));
    const problem = problemOf(
      [8, 6, 5],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      seed,
      cells,
    );
    const parts = splitParts(fit(problem).values, problem)!;
    const cost = parts.part.map((part) => (part === 0 ? NaN : 1 - 2 * part));
    const order = Int32Array.from(cells.keys());
    expect(typeof placeByChains(parts, order, cost)).toBe('object');
    expect(placeByChains(parts, order, cost, 1)).toBe('not-found');
  });

  it('comes within three percent of branch and bound on the whole', () => {
    // Numbers of no pattern, the same in every run.
    let state = 977;
    const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    let chains = 0;
    let branches = 0;
    for (let run = 0; run < 10; run += 1) {
      const cells = Array.from({ length: 100 }, () => Math.floor(next() * 30));
      const problem = problemOf(
        [5, 5, 4],
        [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
        Float64Array.from(cells, () => 0.1 + next()),
        cells,
      );
      const parts = splitParts(fit(problem).values, problem)!;
      const cost = parts.part.map((part) => (part === 0 ? NaN : 1 - 2 * part));
      const order = Int32Array.from(cells.keys());
      const total = (steps: Float64Array | string): number => {
        if (typeof steps === 'string') throw new Error(steps);
        return steps.reduce((sum, step, cell) => sum + Math.abs(step - parts.part[cell]!), 0);
      };
      chains += total(placeByChains(parts, order, cost));
      branches += total(placeByBranching(parts, order, cost));
    }
    expect(chains / branches).toBeLessThan(1.03);
  });
});
