import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLeaf } from '../axis.ts';
import { cellCount, positionsOf } from '../grid.ts';
import { boxOf, boxValue, cellValue, createPlan, refOf, withValues } from '../plan.ts';
import { valueAt, valuesOf } from '../values.ts';
import { levelsOf } from './levels.ts';
import { draftSheet } from './sheet.ts';
import { visiblePlan } from './visible-plan.ts';
import { draft, release } from './waterfall-events.ts';
import { openWaterfall } from './waterfall.ts';
import type { Axis, AxisInput, AxisKind } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';

/** A random tree of up to `most` members. */
const tree = (kind: AxisKind, most: number) =>
  fc.array(fc.nat(), { maxLength: most - 1 }).map((picks): AxisInput => {
    const members: AxisInput['members'][number][] = [{ id: `${kind}0`, parentId: null }];
    picks.forEach((pick, at) => members.push({ id: `${kind}${at + 1}`, parentId: members[pick % members.length]?.id ?? null }));
    return { id: kind, kind, members };
  });

/** Random plans with the organisation first, in the middle or last, and random holes: where single cells are missing, or rows. */
const plans = fc
  .record({
    axes: fc.tuple(tree('organisation', 8), tree('product', 4), tree('channel', 4)),
    place: fc.nat(2),
    holes: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    full: fc.boolean(),
    amounts: fc.array(fc.oneof(fc.constant(NaN), fc.constant(0), fc.nat(999)), { minLength: 11, maxLength: 11 }),
  })
  .map(({ axes: [organisation, product, channel], place, holes, full, amounts }): Plan => {
    const axes = [product, channel];
    axes.splice(place, 0, organisation);
    let cell = 0;
    const plan = createPlan({
      metrics: [{ id: 'visits', kind: 'count', unit: 'visit' }],
      axes,
      ...(full ? {} : { belongs: () => holes[cell++ % 7] === true }),
    });
    const present = (position: number): boolean => plan.grid.present?.[position] !== 0;
    const list = Array.from({ length: cellCount(plan.grid) }, (_, at) => (present(at) ? (amounts[at % 11] as number) : NaN));
    return withValues(plan, 0, valuesOf(Float64Array.from(list)));
  });

const organisationOf = (plan: Plan): { at: number; axis: Axis } => {
  const at = plan.grid.axes.findIndex(({ id }) => id === 'organisation');
  return { at, axis: plan.grid.axes[at] as Axis };
};

/** Every cell of every level. */
function* boxes(plan: Plan): Generator<Int32Array> {
  const counts = plan.grid.axes.map(({ ids }) => ids.length);
  const size = counts.reduce((product, count) => product * count, 1);
  for (let number = 0; number < size; number += 1) {
    let rest = number;
    yield Int32Array.from(counts, (count) => {
      const member = rest % count;
      rest = Math.floor(rest / count);
      return member;
    });
  }
}

it('keeps every sum and every missing cell on each level, wherever the organisation stands', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const { plan: level } of levelsOf(plan, organisationOf(plan).at)) {
        for (const box of boxes(level)) {
          const { at } = refOf(level, 0, box);
          expect(boxValue(level, 0, box)).toBe(cellValue(plan, { at }));
          const exists = positionsOf(plan.grid, boxOf(plan, at)).length > 0;
          expect(positionsOf(level.grid, box).length > 0).toBe(exists);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('drafts evenly without an amount in a cell that does not exist', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { axis } = organisationOf(plan);
      const top = axis.ids[0] as string;
      if (axis.ids.length === 1) return;
      const drafted = draftSheet(plan, openWaterfall(plan), top);
      if (!drafted.ok) throw new Error(drafted.code);
      const { grid, values } = drafted.sheet;
      const absent = Array.from({ length: cellCount(grid) }, (_, at) => at).filter((at) => grid.present?.[at] === 0);
      expect(absent.filter((at) => !Number.isNaN(valueAt(values[0] as Values, at)))).toEqual([]);
      expect(cellValue(drafted.sheet, { at: {} })).toBe(cellValue(plan, { at: {} }));
    }),
    { numRuns: 60 },
  );
});

it('gives the plan back once everybody has released just what was received', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { axis } = organisationOf(plan);
      let waterfall = openWaterfall(plan);
      axis.ids.forEach((manager, member) => {
        if (isLeaf(axis, member)) return;
        const sheet = draftSheet(plan, waterfall, manager, { weights: plan });
        if (!sheet.ok) throw new Error(sheet.code);
        const drafted = draft(plan, waterfall, manager, sheet.sheet);
        if (!drafted.ok) throw new Error(drafted.code);
        const released = release(plan, drafted.waterfall, manager);
        if (!released.ok) throw new Error(released.code);
        waterfall = released.waterfall;
      });
      const seen = visiblePlan(plan, waterfall, axis.ids[0] as string);
      if (!seen.ok) throw new Error(seen.code);
      for (const box of boxes(plan)) {
        const { at } = refOf(plan, 0, box);
        expect(cellValue(seen.plan, { at })).toBe(boxValue(plan, 0, box));
        const exists = positionsOf(plan.grid, box).length > 0;
        expect(positionsOf(seen.plan.grid, boxOf(seen.plan, at)).length > 0).toBe(exists);
      }
    }),
    { numRuns: 60 },
  );
});
