import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { buildModel } from '../search/build-model.ts';
import { costOf } from '../search/describe.ts';
import { emptySnapshot } from '../search/snapshot.ts';
import { costOfChanges, countChanges } from './change-count.ts';
import { diffPlans } from './diff-plans.ts';
import { loadPlan } from './load-plan.ts';
import type { PlannedVisit } from './planned-visit.ts';

const visit = (client: string, day: number, vehicle = 'li', start: number | null = 600): PlannedVisit<string> => ({
  client,
  day,
  vehicle,
  start,
});

describe('diffPlans', () => {
  it('finds what moved, shifted, came and went', () => {
    const before = [visit('a', 0), visit('b', 1), visit('c', 2), visit('d', 3)];
    const after = [visit('a', 0, 'li', 640), visit('b', 1, 'wang'), visit('c', 4), visit('e', 0)];
    const diff = diffPlans(before, after, { tolerance: 15 });
    expect(diff.shifted).toEqual([{ client: 'a', occurrence: 0, from: before[0], to: after[0] }]);
    expect(diff.moved.map(({ client }) => client)).toEqual(['b', 'c']);
    expect(diff.added).toEqual([{ client: 'e', occurrence: 0, visit: after[3] }]);
    expect(diff.removed).toEqual([{ client: 'd', occurrence: 0, visit: before[3] }]);
    expect(countChanges(diff)).toEqual({ otherDay: 2, otherVehicle: 1, moved: 2, shifted: 1, added: 1, removed: 1 });
  });
  it('sees one move where the second of two visits leaps over the first', () => {
    const diff = diffPlans([visit('a', 1), visit('a', 5)], [visit('a', 5), visit('a', 9)]);
    expect(diff.moved).toMatchObject([{ occurrence: 0, from: { day: 1 }, to: { day: 9 } }]);
    expect(diff.unchanged).toBe(1);
  });
  it('keeps an occurrence with the nearest day when one visit is gone', () => {
    const diff = diffPlans([visit('a', 0), visit('a', 10), visit('a', 20)], [visit('a', 1), visit('a', 19)]);
    expect(diff.moved.map(({ occurrence, to }) => [occurrence, to.day])).toEqual([
      [0, 1],
      [2, 19],
    ]);
    expect(diff.removed.map(({ occurrence }) => occurrence)).toEqual([1]);
  });
  it('tells two visits of one day apart by who makes them', () => {
    const before = [visit('a', 0, 'li', 600), visit('a', 0, 'wang', 700)];
    const after = [visit('a', 0, 'wang', 600), visit('a', 0, 'li', 700)];
    expect(diffPlans(before, after)).toMatchObject({
      moved: [],
      shifted: [{ from: { vehicle: 'li' } }, { from: { vehicle: 'wang' } }],
    });
  });
  it('takes a start within the tolerance, or one nobody said, as the same', () => {
    expect(diffPlans([visit('a', 0, 'li', 600)], [visit('a', 0, 'li', 615)], { tolerance: 15 }).shifted).toEqual([]);
    expect(diffPlans([visit('a', 0, 'li', null)], [visit('a', 0)]).shifted).toEqual([]);
    expect(diffPlans([visit('a', 0, 'li', 600)], [visit('a', 0, 'li', 616)], { tolerance: 15 }).shifted).toHaveLength(1);
  });
  it('moves as few visits as any pairing does', () => {
    const list = fc.uniqueArray(fc.record({ day: fc.nat({ max: 4 }), vehicle: fc.constantFrom('li', 'wang') }), {
      maxLength: 4,
      selector: ({ day }) => day,
    });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const before = a.map(({ day, vehicle }) => visit('a', day, vehicle));
        const after = b.map(({ day, vehicle }) => visit('a', day, vehicle));
        const diff = diffPlans(before, after);
        const [few, many] = before.length < after.length ? [before, after] : [after, before];
        expect(diff.moved.length).toBe(fewestMoves(few, many));
        expect(diff.moved.length + diff.unchanged).toBe(few.length);
      }),
    );
  });
  it('prices changes as the objective does', () => {
    const cell = fc.record({ client: fc.nat({ max: 3 }), day: fc.nat({ max: 3 }), vehicle: fc.nat({ max: 1 }) });
    const plan = fc.uniqueArray(cell, { maxLength: 8, selector: ({ client, day }) => `${client} ${day}` });
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const slots = Array.from({ length: 8 }, (_, i) => ({ day: i >> 1, vehicle: i & 1, start: 0, end: 0 }));
        const prices = { dayChange: 30, vehicleChange: 7 };
        const instance = buildInstance({
          days: 4,
          places: 1,
          distance: new Float64Array(1),
          clients: Array.from({ length: 4 }, () => ({ place: 0, frequency: { visits: 4 } })),
          slots,
          reference: { visits: before, ...prices },
        });
        const lists = slots.map(({ day, vehicle }) =>
          after.filter((one) => one.day === day && one.vehicle === vehicle).map(({ client }) => client),
        );
        const model = buildModel(instance);
        const { changes } = costOf(model, emptySnapshot(loadPlan(model, lists, 1)));
        const timed = (list: typeof before): PlannedVisit<number>[] => list.map((one) => ({ ...one, start: null }));
        expect(costOfChanges(countChanges(diffPlans(timed(before), timed(after))), prices)).toBe(changes);
      }),
    );
  });
});

/** The fewest unequal pairs when each of the shorter list gets a partner of its own; tries every pairing. */
function fewestMoves(few: readonly PlannedVisit<string>[], many: readonly PlannedVisit<string>[]): number {
  const [first, ...rest] = few;
  if (first === undefined) return 0;
  return Math.min(
    ...many.map(
      (partner, i) =>
        Number(partner.day !== first.day || partner.vehicle !== first.vehicle) + fewestMoves(rest, many.toSpliced(i, 1)),
    ),
  );
}
