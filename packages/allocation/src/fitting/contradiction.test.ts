import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims.ts';
import { findContradiction } from './contradiction.ts';
import { canStand, floats } from './testing/tables.ts';
import type { FitProblem } from './problem.ts';

/** Checks an answer against every table and, when it calls itself smallest, against every smaller set. */
function check(problem: FitProblem, grain: number): boolean {
  const all = claimsOf(problem).list;
  const found = findContradiction(problem);
  if (found === null) {
    expect(canStand(problem, all, grain)).toBe(true);
    return false;
  }
  const { claims, smallest } = found;
  expect(canStand(problem, claims, grain)).toBe(false);
  claims.forEach((_, dropped) =>
    expect(
      canStand(
        problem,
        claims.filter((_claim, at) => at !== dropped),
        grain,
      ),
    ).toBe(true),
  );
  expect(smallest).toBe(true);
  const smaller = (from: number, chosen: typeof all): boolean =>
    chosen.length === claims.length - 1
      ? canStand(problem, chosen, grain)
      : all.slice(from).every((claim, at) => smaller(from + at + 1, [...chosen, claim]));
  expect(smaller(0, [])).toBe(true);
  return true;
}

describe('the smallest contradiction', () => {
  it('names the target and the two holds that exceed it', () => {
    const margins = [
      { axes: [0], targets: floats(30, 30) },
      { axes: [1], targets: floats(20, 20, 20) },
    ];
    const problem = { dims: [2, 3], seed: floats(20, 15, 1, 1, 1, 1), margins, fixed: Uint8Array.of(1, 1, 0, 0, 0, 0) };
    expect(findContradiction(problem)).toEqual({
      claims: [
        { kind: 'target', margin: 0, group: 0, value: 30 },
        { kind: 'hold', cell: 0, value: 20 },
        { kind: 'hold', cell: 1, value: 15 },
      ],
      smallest: true,
    });
  });

  it('is found among two crossing margins, holds and bounds exactly when no table meets them, and nothing in it is spare', () => {
    const cell = fc.record({
      seed: fc.integer({ min: 0, max: 3 }),
      held: fc.integer({ min: 0, max: 3 }),
      lower: fc.integer({ min: 0, max: 4 }),
      upper: fc.integer({ min: 0, max: 8 }),
    });
    let contradictions = 0;
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 4, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
        (cells, targets) => {
          const problem: FitProblem = {
            dims: [2, 2],
            seed: Float64Array.from(cells, ({ seed }) => seed),
            fixed: Uint8Array.from(cells, ({ held, seed }) => (held === 0 && seed > 0 ? 1 : 0)),
            lower: Float64Array.from(cells, ({ lower, seed, held }) => (lower === 1 && seed > 0 && held > 0 ? 1 : 0)),
            upper: Float64Array.from(cells, ({ upper, seed, held }) =>
              upper < 3 && held > 0 && seed > 0 ? upper + 1 : Infinity,
            ),
            margins: [
              { axes: [0], targets: floats(targets[0]!, targets[1]!) },
              { axes: [1], targets: floats(targets[2]!, targets[3]!) },
            ],
          };
          if (check(problem, 1)) contradictions += 1;
        },
      ),
      { numRuns: 150 },
    );
    expect(contradictions).toBeGreaterThan(20);
  });

  it('is found among margins that interlock, where halves may do what integers cannot', () => {
    const target = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.tuple(target, target, target), fc.constantFrom(0, 1), ([a, b, c], held) => {
        // Three cells, every two of which make a sum: the cells are half of what two sums have more than the third.
        const problem: FitProblem = {
          dims: [3],
          seed: floats(1, 1, 1),
          fixed: Uint8Array.of(held, 0, 0),
          margins: [
            { group: Int32Array.of(0, 0, -1), targets: floats(a) },
            { group: Int32Array.of(-1, 0, 0), targets: floats(b) },
            { group: Int32Array.of(0, -1, 0), targets: floats(c) },
          ],
        };
        check(problem, 0.5);
      }),
    );
  });

  it('is a single bound, or a pair, when one cell contradicts itself', () => {
    const margins = [{ axes: [], targets: floats(9) }];
    expect(findContradiction({ dims: [2], seed: floats(0, 1), margins, lower: floats(2, 0) })?.claims).toEqual([
      { kind: 'lower', cell: 0, value: 2 },
    ]);
    expect(
      findContradiction({ dims: [2], seed: floats(1, 1), margins, lower: floats(5, 0), upper: floats(4, 9) })?.claims,
    ).toEqual([
      { kind: 'lower', cell: 0, value: 5 },
      { kind: 'upper', cell: 0, value: 4 },
    ]);
    const held = { dims: [2], seed: floats(3, 1), margins, fixed: Uint8Array.of(1, 0), upper: floats(2, 9) };
    expect(findContradiction(held)?.claims).toEqual([
      { kind: 'hold', cell: 0, value: 3 },
      { kind: 'upper', cell: 0, value: 2 },
    ]);
  });

  it('names a dozen of three hundred holds, in a table of 4,000 cells', () => {
    const seed = new Float64Array(4000).fill(10);
    const fixed = new Uint8Array(4000);
    for (let at = 0; at < 300; at += 1) fixed[(at * 769) % 4000] = 1;
    // Row 3 has 400 to give; of its first 25 cells, held at 11 to 35, the 15 largest want 420 and the 14 largest 399.
    for (let column = 0; column < 100; column += 1) fixed[300 + column] = column < 25 ? 1 : 0;
    for (let column = 0; column < 25; column += 1) seed[300 + column] = 11 + column;
    const margins = [
      { axes: [0], targets: new Float64Array(40).fill(1000) },
      { axes: [1], targets: new Float64Array(100).fill(400) },
    ];
    margins[0]!.targets[3] = 400;
    margins[0]!.targets[4] = 1600;
    const found = findContradiction({ dims: [40, 100], seed, fixed, margins });
    expect(found?.claims[0]).toEqual({ kind: 'target', margin: 0, group: 3, value: 400 });
    expect(found?.claims.slice(1).map((claim) => claim.value)).toEqual(Array.from({ length: 15 }, (_, at) => 21 + at));
  });
});
