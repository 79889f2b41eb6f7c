import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAt, cellCount } from '../grid.ts';
import { createPlan, refOf, withValues } from '../plan.ts';
import { valueAt, valuesOf } from '../values.ts';
import { mergeCommitments } from './commitment-merge.ts';
import { readCommitments } from './commitments.ts';
import { padPlan } from './padding.ts';
import { draftSheet } from './sheet.ts';
import { openWaterfall } from './waterfall.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';

/** Three people and two months in the order given; every cell has the amount of its name. */
function planOf(people: readonly string[], months: readonly string[], amounts: Readonly<Record<string, number>>): Plan {
  const plan = createPlan({
    metrics: [{ id: 'visits', kind: 'count', unit: 'visit' }],
    axes: [
      {
        id: 'o',
        kind: 'organisation',
        members: [{ id: 'all', parentId: null }, ...people.map((id) => ({ id, parentId: 'all' }))],
      },
      { id: 't', kind: 'time', members: [{ id: 'year', parentId: null }, ...months.map((id) => ({ id, parentId: 'year' }))] },
    ],
  });
  const cells = people.flatMap((person) => months.map((month) => amounts[`${person} ${month}`] ?? NaN));
  return withValues(plan, 0, valuesOf(Float64Array.from(cells)));
}

const byName = (plan: Plan, amount: (position: number) => number): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: cellCount(plan.grid) }, (_, position) => {
      const { at } = refOf(plan, 0, boxAt(plan.grid, position));
      return [`${at.o} ${at.t}`, amount(position)];
    }),
  );

it('gives every cell the same whatever the order of the members', () => {
  const [people, months] = [['li', 'wang', 'zhao'], ['m1', 'm2']]; // prettier-ignore
  const names = people.flatMap((person) => months.map((month) => `${person} ${month}`));
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
      fc.shuffledSubarray(people, { minLength: 3 }),
      fc.shuffledSubarray(months, { minLength: 2 }),
      fc.nat(20),
      (list, shuffled, turned, extra) => {
        const amounts = Object.fromEntries(names.map((name, index) => [name, list[index] as number]));
        const [left, right] = [planOf(people, months, amounts), planOf(shuffled, turned, amounts)].map((plan) => {
          const padding = padPlan(plan, { rules: [{ scope: 'company', amountMinor: extra }] });
          const words = readCommitments(plan, [{ cells: [{ at: { o: 'wang', t: 'm1' }, amount: 1 }] }]);
          const merge = mergeCommitments(plan, words, { at: {}, total: 1 + extra });
          if (!merge.ok) throw new Error('nobody contradicts');
          const crowd = readCommitments(plan, [
            {
              cells: [
                ...people.flatMap((o) => months.map((t) => ({ at: { o, t }, amount: 3 }))),
                ...people.map((o) => ({ at: { o }, amount: 5 })),
              ],
            },
          ]);
          const scaled = mergeCommitments(plan, crowd, { at: {}, total: extra, choose: 'scale' });
          if (!scaled.ok) throw new Error('everything can be scaled');
          const sheet = draftSheet(plan, openWaterfall(plan), 'all');
          if (!sheet.ok) throw new Error(sheet.code);
          return {
            scaled: byName(plan, (position) => scaled.amounts[position] as number),
            draft: byName(plan, (position) => valueAt(sheet.sheet.values[0] as Values, position)),
            merge: byName(plan, (position) => merge.amounts[position] as number),
            padding: padding.ok ? byName(plan, (position) => valueAt(padding.levels[1]?.values[0] as Values, position)) : padding,
          };
        });
        expect(left).toEqual(right);
      },
    ),
  );
});
