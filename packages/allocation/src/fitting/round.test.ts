import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from './fit.ts';
import { roundToMargins } from './round.ts';
import { bestRounding, canStand, everyTable, floats, meets, problemOf, tables } from './testing/tables.ts';
import type { FitProblem } from './problem.ts';

/** Four cells of one half on one colour of a 2 × 2 × 2 checkerboard; `other` on the cells of the other colour. */
function checkerboard(other: number): { problem: FitProblem; fitted: Float64Array } {
  const fitted = floats(0.5, other, other, 0.5, other, 0.5, 0.5, other);
  return { problem: problemOf([2, 2, 2], [[0], [1], [2]], fitted, fitted), fitted };
}

function rounded(fitted: Float64Array, problem: FitProblem, rank?: readonly number[]) {
  const result = roundToMargins(fitted, problem, { rank });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('rounding to margins', () => {
  it('gives the units to the largest remainders: 1000 over 1, 2, 3, 1 is 143, 286, 428, 143', () => {
    const problem = { dims: [4], seed: floats(1, 2, 3, 1), margins: [{ axes: [], targets: floats(1000) }] };
    expect([...rounded(fit(problem).values, problem).values]).toEqual([143, 286, 428, 143]);
  });

  it('settles ties by the order of the cells, or by their rank: 100 over 1, 1, 1', () => {
    const problem = { dims: [3], seed: floats(1, 1, 1), margins: [{ axes: [], targets: floats(100) }] };
    const { values } = fit(problem);
    expect([...rounded(values, problem).values]).toEqual([34, 33, 33]);
    expect([...rounded(values, problem, [2, 1, 0]).values]).toEqual([33, 33, 34]);
  });

  it('rounds a 3 × 3 table of thirds to one unit in each row and column', () => {
    const margins = [
      { axes: [0], targets: floats(1, 1, 1) },
      { axes: [1], targets: floats(1, 1, 1) },
    ];
    const problem = { dims: [3, 3], seed: new Float64Array(9).fill(1), margins };
    const { values } = rounded(new Float64Array(9).fill(1 / 3), problem);
    expect(meets(problem, values)).toBe(true);
    expect([...values].sort()).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('is as near as any table of floors and ceilings, for two crossing margins and nested groups in them', () => {
    // The third margin joins the first two columns of a row: it lies inside of the rows.
    const inside = Int32Array.of(0, 0, -1, 1, 1, -1, 2, 2, -1);
    fc.assert(
      fc.property(tables(9, 30), ({ table, seed }) => {
        const crossing = problemOf([3, 3], [[0], [1]], seed, table);
        const group = { group: inside, targets: floats(table[0]! + table[1]!, table[3]! + table[4]!, table[6]! + table[7]!) };
        for (const problem of [crossing, { ...crossing, margins: [...crossing.margins, group] }]) {
          const fitted = fit(problem).values;
          const result = rounded(fitted, problem);
          expect(meets(problem, result.values)).toBe(true);
          expect(result.movedFurther).toEqual([]);
          expect(result.totalDeviation).toBeCloseTo(bestRounding(problem, fitted), 5);
          seed.forEach((value, cell) => expect(value > 0 || result.values[cell] === 0).toBe(true));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the cells when they are ranked', () => {
    fc.assert(
      fc.property(tables(12, 30), fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), ({ table, seed }, order) => {
        const problem = problemOf([3, 4], [[0], [1]], seed, table);
        const fitted = fit(problem).values;
        const [rows, columns] = problem.margins;
        const shuffled: FitProblem = {
          dims: [12],
          seed: Float64Array.from(order, (cell) => seed[cell]!),
          margins: [
            { group: Int32Array.from(order, (cell) => Math.floor(cell / 4)), targets: rows!.targets },
            { group: Int32Array.from(order, (cell) => cell % 4), targets: columns!.targets },
          ],
        };
        const other = rounded(
          Float64Array.from(order, (cell) => fitted[cell]!),
          shuffled,
          order,
        );
        const own = rounded(fitted, problem);
        expect([...other.values]).toEqual(order.map((cell) => own.values[cell]!));
      }),
    );
  });

  it('changes no table that is whole already', () => {
    fc.assert(
      fc.property(tables(12, 1e6), ({ table }) => {
        const seed = Float64Array.from(table);
        expect([...rounded(seed, problemOf([3, 4], [[0], [1]], seed, table)).values]).toEqual(table);
      }),
    );
  });

  it('keeps holds and bounds', () => {
    fc.assert(
      fc.property(
        tables(12, 20),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
        ({ table, seed }, kinds) => {
          const fixed = Uint8Array.from(kinds, (kind) => (kind === 0 ? 1 : 0));
          const start = seed.map((value, cell) => (fixed[cell] ? table[cell]! : value));
          const lower = Float64Array.from(table, (value, cell) => (kinds[cell] === 1 ? value : 0));
          const upper = Float64Array.from(table, (value, cell) => (kinds[cell] === 2 ? value : Infinity));
          const problem = { ...problemOf([3, 4], [[0], [1]], start, table), fixed, lower, upper };
          const { values } = rounded(fit(problem).values, problem);
          expect(meets(problem, values)).toBe(true);
          values.forEach((value, cell) => {
            expect(value >= lower[cell]! && value <= upper[cell]!).toBe(true);
            expect(fixed[cell] === 0 || value === table[cell]).toBe(true);
          });
        },
      ),
    );
  });

  it('loses no unit of amounts up to 9 × 10^15', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e15 }), { minLength: 9, maxLength: 9 }),
        tables(9, 9),
        (table, { seed }) => {
          const problem = problemOf(
            [3, 3],
            [[0], [1]],
            seed.map((value) => value + 1),
            table,
          );
          const { values } = rounded(fit(problem).values, problem);
          const sum = (cells: readonly number[]): bigint => cells.reduce((total, cell) => total + BigInt(values[cell]!), 0n);
          [0, 1, 2].forEach((at) => {
            expect(sum([at * 3, at * 3 + 1, at * 3 + 2])).toBe(BigInt(problem.margins[0]!.targets[at]!));
            expect(sum([at, at + 3, at + 6])).toBe(BigInt(problem.margins[1]!.targets[at]!));
          });
        },
      ),
    );
  });

  it('spreads what fitted sums are out by over all cells, instead of moving a few of them far', () => {
    const problem = { dims: [3], seed: floats(1, 1, 1), margins: [{ axes: [], targets: floats(3e12) }] };
    expect([...rounded(new Float64Array(3).fill(1e12 + 1000), problem).values]).toEqual([1e12, 1e12, 1e12]);
  });

  it('comes within half a percent of the best where three margins interlock', () => {
    fc.assert(
      fc.property(tables(12, 20), ({ table, seed }) => {
        const problem = problemOf(
          [3, 2, 2],
          [
            [0, 1],
            [0, 2],
            [1, 2],
          ],
          seed,
          table,
        );
        const fitted = fit(problem).values;
        const best = bestRounding(problem, fitted);
        const result = rounded(fitted, problem);
        expect(meets(problem, result.values)).toBe(true);
        if (best < Infinity) {
          expect(result.movedFurther).toEqual([]);
          expect(result.totalDeviation).toBeLessThanOrEqual(best / 0.995 + 1e-6);
        } else expect(result.movedFurther.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('comes as near for two layers, where the second layer follows from the first', () => {
    fc.assert(
      fc.property(tables(24, 20), ({ table, seed }) => {
        const problem = problemOf(
          [2, 3, 4],
          [
            [0, 1],
            [0, 2],
            [1, 2],
          ],
          seed.map((value) => value + 1),
          table,
        );
        const fitted = fit(problem).values;
        let best = Infinity;
        const near = Array.from(fitted.subarray(0, 12), (value) => [Math.floor(value + 1e-6), Math.ceil(value - 1e-6)]);
        everyTable(near, (first) => {
          const both = [...first, ...first.map((value, cell) => table[cell]! + table[cell + 12]! - value)];
          const distances = both.map((value, cell) => Math.abs(value - fitted[cell]!));
          const total = distances.reduce((sum, distance) => sum + distance, 0);
          if (total < best && distances.every((distance) => distance < 1) && meets(problem, both)) best = total;
          return false;
        });
        expect(rounded(fitted, problem).totalDeviation).toBeLessThanOrEqual(best / 0.995 + 1e-6);
      }),
      { numRuns: 15 },
    );
  });

  it('moves a cell further, and names it, where no table of floors and ceilings meets three margins', () => {
    const { problem, fitted } = checkerboard(1);
    const near = Array.from(fitted, (value) => [Math.floor(value), Math.ceil(value)]);
    expect(everyTable(near, (table) => meets(problem, table))).toBe(false);
    const { values, movedFurther } = rounded(fitted, problem);
    expect(meets(problem, values)).toBe(true);
    const far = [...values.keys()].filter((cell) => Math.abs(values[cell]! - fitted[cell]!) >= 1);
    expect(movedFurther).toEqual(far.map((cell) => ({ cell, fitted: fitted[cell]!, rounded: values[cell]! })));
    expect(far.length).toBeGreaterThan(0);
  });

  it('says that fractions would do but no integers, where the zeros leave only halves', () => {
    const { problem, fitted } = checkerboard(0);
    const claims = problem.margins.flatMap(({ targets }, margin) =>
      [...targets].map((value, group) => ({ kind: 'target' as const, margin, group, value })),
    );
    expect([canStand(problem, claims, 1), canStand(problem, claims, 0.5)]).toEqual([false, true]);
    expect(roundToMargins(fitted, problem)).toEqual({ ok: false, reason: 'no-integers', contradiction: null });
  });

  it('mends values that do not meet the margins, as far as there is a table', () => {
    const margins = [
      { axes: [0], targets: floats(10, 20) },
      { axes: [1], targets: floats(15, 15) },
    ];
    const problem = { dims: [2, 2], seed: floats(1, 1, 1, 1), margins };
    expect(meets(problem, rounded(floats(100, 0, 0, 3), problem).values)).toBe(true);
  });

  it('names what contradicts itself', () => {
    const margins = [{ axes: [], targets: floats(10) }];
    const result = roundToMargins(floats(4, 4), { dims: [2], seed: floats(4, 4), margins, fixed: Uint8Array.of(1, 1) });
    expect(!result.ok && [result.reason, result.contradiction?.claims.length]).toEqual(['contradiction', 3]);
  });

  it('refuses targets and held cells that are no integers', () => {
    const half = { dims: [1], seed: floats(1), margins: [{ axes: [], targets: floats(0.5) }] };
    expect(() => roundToMargins(floats(1), half)).toThrow(expect.objectContaining({ path: 'margins.0.targets.0' }));
    const held = { dims: [1], seed: floats(0.5), margins: [], fixed: Uint8Array.of(1) };
    expect(() => roundToMargins(floats(1), held)).toThrow(expect.objectContaining({ path: 'seed.0' }));
  });
});
