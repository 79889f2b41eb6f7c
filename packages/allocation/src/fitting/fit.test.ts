import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from './fit.ts';
import { floats, problemOf, sumsOf, tables } from './testing/tables.ts';
import type { FitProblem } from './problem.ts';

const SHAPES: [dims: number[], axes: number[][]][] = [
  [
    [3, 4],
    [[0], [1]],
  ],
  [
    [2, 3, 4],
    [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
  ],
  [
    [2, 3, 4],
    [[2, 0], [1]],
  ],
  [
    [3, 2, 2, 2],
    [[0], [3, 1], [1, 2], []],
  ],
];

function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0);
}

describe('fitting to margins', () => {
  it('keeps the proportions of an even seed: 30 and 70 by 50 and 50 give 15, 15, 35, 35', () => {
    const margins = [
      { axes: [0], targets: floats(30, 70) },
      { axes: [1], targets: floats(50, 50) },
    ];
    const result = fit({ dims: [2, 2], seed: floats(1, 1, 1, 1), margins });
    expect(result.ok && [...result.values]).toEqual([15, 15, 35, 35]);
  });

  it('keeps the odds ratio of the seed: 3 × 3 / (1 × 1) between rows and columns of 20', () => {
    const margins = [
      { axes: [0], targets: floats(20, 20) },
      { axes: [1], targets: floats(20, 20) },
    ];
    const result = fit({ dims: [2, 2], seed: floats(3, 1, 1, 3), margins });
    expect(farthest(result.values, [15, 5, 5, 15])).toBeLessThan(1e-9);
  });

  it.each(SHAPES)('meets every sum and keeps zeros, for tables %j with margins %j', (dims, axes) => {
    fc.assert(
      fc.property(
        tables(
          dims.reduce((a, b) => a * b),
          50,
        ),
        ({ table, seed }) => {
          const problem = problemOf(dims, axes, seed, table);
          const result = fit(problem);
          expect(result.ok).toBe(true);
          for (const margin of problem.margins) {
            sumsOf(problem, margin, result.values).forEach((sum, at) =>
              expect(Math.abs(sum - margin.targets[at]!)).toBeLessThan(1e-7),
            );
          }
          seed.forEach((value, cell) => expect(value > 0 || result.values[cell] === 0).toBe(true));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answers the same for margins given by axes, by groups, and in any order of margins and cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 }),
        fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
        (table, seed, order) => {
          const problem = problemOf([3, 4], [[0], [1]], Float64Array.from(seed), table);
          const [rows, columns] = problem.margins;
          const shuffled: FitProblem = {
            dims: [12],
            seed: Float64Array.from(order, (cell) => seed[cell]!),
            margins: [
              { group: Int32Array.from(order, (cell) => cell % 4), targets: columns!.targets },
              { group: Int32Array.from(order, (cell) => Math.floor(cell / 4)), targets: rows!.targets },
            ],
          };
          const a = fit(problem).values;
          const b = fit(shuffled).values;
          expect(
            farthest(
              b,
              order.map((cell) => a[cell]!),
            ),
          ).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('moves nothing when the table fits already, not even by a rounding error', () => {
    fc.assert(
      fc.property(tables(24, 1000), ({ table }) => {
        const seed = Float64Array.from(table, (value) => value / 10);
        const problem = problemOf(
          [2, 3, 4],
          [
            [0, 1],
            [1, 2],
          ],
          seed,
          seed,
        );
        const result = fit(problem);
        expect([...result.values]).toEqual([...seed]);
        expect(result.iterations).toBe(0);
      }),
    );
  });

  it('leaves held cells where they are and fits the rest: 30 less 20 held leaves 10', () => {
    const margins = [
      { axes: [0], targets: floats(30, 30) },
      { axes: [1], targets: floats(30, 30) },
    ];
    const result = fit({ dims: [2, 2], seed: floats(20, 15, 15, 15), margins, fixed: Uint8Array.of(1, 0, 0, 0) });
    expect(farthest(result.values, [20, 10, 10, 20])).toBeLessThan(1e-9);
  });

  it('does not move cells in no group', () => {
    const margins = [{ group: Int32Array.of(0, 0, -1), targets: floats(12) }];
    expect([...fit({ dims: [3], seed: floats(1, 2, 7), margins }).values]).toEqual([4, 8, 7]);
  });

  it('arrives where every table has a zero that scaling only approaches', () => {
    const margins = [
      { axes: [0], targets: floats(1, 1) },
      { axes: [1], targets: floats(1, 1) },
    ];
    const result = fit({ dims: [2, 2], seed: floats(1, 1, 0, 1), margins });
    expect(result.ok && [...result.values]).toEqual([1, 0, 0, 1]);
  });

  it('arrives there for margins that interlock and for fractions, too', () => {
    // Three cells, every two of which make a sum: 1.5, 1.5 and 3 leave 0 for the one the first two share.
    const margins = [
      { group: Int32Array.of(0, 0, -1), targets: floats(1.5) },
      { group: Int32Array.of(0, -1, 0), targets: floats(1.5) },
      { group: Int32Array.of(-1, 0, 0), targets: floats(3) },
    ];
    const result = fit({ dims: [3], seed: floats(1, 1, 1), margins });
    expect(result.ok && [...result.values]).toEqual([0, 1.5, 1.5]);
  });

  it('names what contradicts itself instead of a table, and how far it came', () => {
    const margins = [
      { axes: [0], targets: floats(5, 5) },
      { axes: [1], targets: floats(4, 6) },
    ];
    const result = fit({ dims: [2, 2], seed: floats(1, 0, 0, 1), margins });
    if (result.ok) throw new Error('fitted what cannot be');
    expect(result.reason).toBe('contradiction');
    expect(result.deviation).toBeGreaterThan(0.1);
    expect(result.contradiction?.claims).toEqual([
      { kind: 'target', margin: 0, group: 0, value: 5 },
      { kind: 'target', margin: 1, group: 0, value: 4 },
    ]);
  });

  it('says so when the rounds given do not suffice, or when it is told to stop', () => {
    const problem = problemOf([2, 2], [[0], [1]], floats(9, 1, 1, 1), [5, 1, 3, 8]);
    const early = fit(problem, { maxIterations: 1 });
    expect(early.ok || early.reason).toBe('not-converged');
    expect(early.deviation).toBeGreaterThan(1e-6);
    const signal = { aborted: false };
    const rounds: number[] = [];
    const onProgress = (round: number): void => {
      rounds.push(round);
      signal.aborted = round === 2;
    };
    const stopped = fit(problem, { signal, onProgress });
    expect([stopped.ok || stopped.reason, rounds]).toEqual(['aborted', [1, 2]]);
  });

  it.each([
    ['seed.1', { seed: floats(1, NaN, 1, 1) }],
    ['seed', { seed: floats(1, 1, 1) }],
    ['dims.0', { dims: [0, 2] }],
    ['margins.0.targets.1', { margins: [{ axes: [0], targets: floats(1, -1) }] }],
    ['margins.0.axes.1', { margins: [{ axes: [0, 0], targets: floats(1, 1) }] }],
    ['margins.0.group.2', { margins: [{ group: Int32Array.of(0, 0, 1, 0), targets: floats(1) }] }],
    ['lower.0', { lower: floats(-1, 0, 0, 0) }],
  ])('refuses bad numbers with their path: %s', (path, change) => {
    const problem = { dims: [2, 2], seed: floats(1, 1, 1, 1), margins: [], ...change };
    expect(() => fit(problem)).toThrow(expect.objectContaining({ name: 'AllocationError', path }));
  });
});
