import { describe, expect, it } from 'vitest';
import { groupsOf, twoSides } from './sides.ts';
import { problemOf } from './testing/tables.ts';

const all = (): boolean => true;

function sidesOf(dims: readonly number[], axes: readonly number[][]) {
  const ones = new Float64Array(dims.reduce((a, b) => a * b)).fill(1);
  return twoSides(groupsOf(problemOf(dims, axes, ones, ones)), all);
}

describe('margins on two sides', () => {
  it('put nested margins together: cells by product and month lie in products and in the total', () => {
    const sides = sidesOf([2, 3, 4], [[0, 1], [1, 2], [0], [2], []]);
    const margins = sides?.map((side) => [...side.margins].sort());
    // The first axis nests with axes 0 and 1; the third with axes 1 and 2. The total fits anywhere.
    expect(margins?.some((own) => own.includes(0) && own.includes(2) && !own.includes(1))).toBe(true);
    expect(margins?.some((own) => own.includes(1) && own.includes(3))).toBe(true);
  });

  it('know the smallest group above each group and around each cell', () => {
    const [side] = sidesOf([2, 2], [[], [0]])!;
    // Group 0 is the total, groups 1 and 2 the rows.
    expect([...side.parent]).toEqual([-1, 0, 0]);
    expect([...side.deepest]).toEqual([1, 1, 2, 2]);
  });

  it('do not exist for three margins that interlock', () => {
    expect(sidesOf([2, 2, 2], [[0], [1], [2]])).toBeNull();
    expect(
      sidesOf(
        [2, 2, 2],
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ],
      ),
    ).toBeNull();
  });
});
