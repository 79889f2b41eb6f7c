import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCross, outermost } from './nested.ts';
import { axisOf, quarterAxis, sales } from './test-plans.ts';
import { createPlan } from '../plan.ts';
import { positionsOf } from '../grid.ts';

// An only child (n, n1) stands for its parent; s is deeper than the others.
const people = axisOf('organisation', 'organisation', 'co n s', 'n n1', 's s1 s2', 's2 s3 s4');
const { grid } = createPlan({ metrics: sales, axes: [people, quarterAxis] });
const [organisation, time] = grid.axes.map((axis) => axis.ids.length - 1) as [number, number];
const boxes = fc.array(
  fc.tuple(fc.nat(organisation), fc.nat(time)).map((members) => Int32Array.from(members)),
  { maxLength: 8 },
);

it('finds the outermost cells and those that cross, as comparing all their leaves does', () => {
  fc.assert(
    fc.property(boxes, (list) => {
      const cells = list.map((box) => new Set(positionsOf(grid, box)));
      const inside = (a: number, b: number): boolean => [...(cells[a] as Set<number>)].every((at) => cells[b]?.has(at));
      const share = (a: number, b: number): boolean => [...(cells[a] as Set<number>)].some((at) => cells[b]?.has(at));
      const outer = list.filter((_, a) => list.every((__, b) => a === b || !inside(a, b) || (inside(b, a) && a < b)));
      expect(
        outermost(
          grid,
          list.map((box) => ({ box })),
        ).map(({ box }) => box),
      ).toEqual(outer);
      const crossing = list.some((_, a) => list.some((__, b) => share(a, b) && !inside(a, b) && !inside(b, a)));
      expect(anyCross(grid, list)).toBe(crossing);
    }),
  );
});
