import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { isLeafBox } from './boxes.ts';
import { diffPlans } from './diff.ts';
import { after, axisOf, hold, quarterAxis, sales, set, team } from './test-plans.ts';
import { cellCount } from '../grid.ts';
import { boxOfKey } from '../journal.ts';
import { boxValue, createPlan, refOf } from '../plan.ts';
import { valuesOf } from '../values.ts';
import type { Plan } from '../plan.ts';
import type { CellChange } from './edit.ts';

const short = ({ at, before, after: is }: CellChange): unknown[] => [`${at['organisation']} ${at['time']}`, before, is];

it('lists every changed cell of every level, parents before children', () => {
  const plan = team();
  const result = applyEdit(plan, set('n1 01', 15)(plan));
  if (!result.ok) throw new Error(result.code);
  expect(result.diff.cells.map(short)).toEqual([
    ['co Q1', 120, 125],
    ['co 01', 40, 45],
    ['north Q1', 60, 65],
    ['north 01', 20, 25],
    ['n1 Q1', 30, 35],
    ['n1 01', 10, 15],
  ]);
  expect([result.diff.rest, result.diff.leaves, result.diff.cells.map(({ leaf }) => leaf).indexOf(true)]).toEqual([0, 1, 5]);
});

it('leaves out sums in which the changes cancel out, and holds', () => {
  const plan = team();
  const held = after(plan, hold('n1 Q1'));
  expect(diffPlans(plan, held)).toEqual({ cells: [], rest: 0, leaves: 0 });
  const changed = diffPlans(held, after(held, set('n1 01', 16))).cells.map(({ at }) => `${at['organisation']} ${at['time']}`);
  expect(changed).not.toContain('n1 Q1');
  expect(changed).toContain('co 02');
});

it('lists the levels asked for, those nearest to the top first, and counts the rest', () => {
  const plan = team();
  const other = after(plan, set('co', 240));
  // Seven members × four periods; two of the seven are teams.
  expect(diffPlans(plan, other)).toMatchObject({ rest: 0, leaves: 12, cells: { length: 28 } });
  const top = diffPlans(plan, other, { limit: 3 });
  expect([top.cells.map(short)[0], top.cells.length, top.rest]).toEqual([['co Q1', 120, 240], 3, 25]);
  const teams = diffPlans(plan, other, { levels: { organisation: [1], time: [0] } });
  expect(teams.cells.map(short)).toEqual([
    ['north Q1', 60, 120],
    ['south Q1', 60, 120],
  ]);
});

it('finds what a look at every cell of both plans finds', () => {
  const axes = [
    axisOf('organisation', 'organisation', 'co north c', 'north a b'),
    axisOf('product', 'product', 'every pumps valves'),
    quarterAxis,
  ];
  const belongs = ([who, what]: readonly string[]): boolean => !(who === 'c' && what === 'valves');
  const empty = createPlan({ metrics: [...sales, { id: 'orders', kind: 'count', unit: 'order' }], axes, belongs });
  const lists = fc.array(fc.option(fc.integer({ min: -2, max: 2 })), { minLength: 18, maxLength: 18 });
  const planOf = (...amounts: (number | null)[][]): Plan => ({
    ...empty,
    values: amounts.map((list) =>
      valuesOf(Float64Array.from(list, (amount, at) => (empty.grid.present?.[at] === 1 ? (amount ?? NaN) : NaN))),
    ),
  });
  const members = axes.reduce((product, axis) => product * axis.members.length, 1);
  expect(cellCount(empty.grid)).toBe(18);
  fc.assert(
    fc.property(lists, lists, lists, lists, (a, b, c, d) => {
      const [before, after_] = [planOf(a, b), planOf(c, d)];
      const expected = [0, 1].flatMap((metric) =>
        Array.from({ length: members }, (_, key) => boxOfKey(empty.grid.axes, key)).flatMap((box) => {
          const [was, is] = [boxValue(before, metric, box), boxValue(after_, metric, box)];
          return was === is ? [] : [{ ...refOf(empty, metric, box), before: was, after: is, leaf: isLeafBox(empty.grid, box) }];
        }),
      );
      expect(diffPlans(before, after_).cells).toEqual(expected);
      const few = diffPlans(before, after_, { limit: 5 });
      expect(few.cells.length + few.rest).toBe(expected.length);
    }),
  );
});
