import fc from 'fast-check';
import { expect, it } from 'vitest';
import { organisationAxis } from './organisation-axis.ts';
import { reassign } from './reassign.ts';
import { viewAsIs, viewAsWas } from './view.ts';
import { yearAxis } from '../baselines/testing/plans.ts';
import { cellCount, positionOf } from '../grid.ts';
import { boxOf, boxValue, cellValue, createPlan, withValues } from '../plan.ts';
import { valueAt, valuesOf } from '../values.ts';
import type { Organisation, UnitSpan } from './organisation.ts';
import type { OrganisationAxis, OrganisationAxisOptions } from './organisation-axis.ts';
import type { OrganisationView } from './view.ts';
import type { Plan } from '../plan.ts';

const interval = { start: '2026-01-01', end: '2027-01-01' };
const metrics = [{ id: 'n', kind: 'count', unit: 'piece' }] as const;
const always = { validFrom: '2020-01-01', validTo: null };

/** A plan whose every cell has the amount given, or null. */
function planOf(built: OrganisationAxis, amountOf: (seat: string, month: string) => number | null): Plan {
  const plan = createPlan({ metrics, axes: [built.axis, yearAxis()], belongs: built.belongs() });
  const flat = new Float64Array(cellCount(plan.grid)).fill(NaN);
  for (const seat of built.seats.keys()) {
    for (let month = 1; month <= 12; month += 1) {
      const time = `2026-${String(month).padStart(2, '0')}`;
      const position = positionOf(plan.grid, boxOf(plan, { organisation: seat, time }));
      if (position >= 0) flat[position] = amountOf(seat, time) ?? NaN;
    }
  }
  return withValues(plan, 0, valuesOf(flat));
}

const values = (view: OrganisationView) => Object.fromEntries(view.nodes.map(({ id, value }) => [id, value]));

const organisation: Organisation = {
  units: [
    { id: 'all', parentId: null, ...always },
    { id: 'north', parentId: 'all', ...always },
    { id: 'south', parentId: 'all', ...always },
  ],
  memberships: [
    { personId: 'li', unitId: 'north', validFrom: '2020-01-01', validTo: '2026-07-01' },
    { personId: 'li', unitId: 'south', validFrom: '2026-07-01', validTo: null },
    { personId: 'wang', unitId: 'north', ...always },
    { personId: 'zhao', unitId: 'south', validFrom: '2020-01-01', validTo: '2026-10-01' },
  ],
};

it('shows each time in its own tree, and all of it in the tree of one day', () => {
  const built = organisationAxis(organisation, { interval });
  // Li 10 a month, Wang 1, Zhao 100 until September.
  const plan = planOf(built, (seat) => ({ li: 10, 'li@south': 10, wang: 1, zhao: 100 })[seat] ?? null);
  expect(values(viewAsWas(plan, built))).toEqual({
    all: 1032,
    north: 72,
    south: 960,
    li: 60,
    'li@south': 60,
    wang: 12,
    zhao: 900,
  });
  // On 1 August Li is in the south with the whole year; on 1 May in the north. Zhao stays in the last unit after leaving.
  expect(values(viewAsIs(plan, built, '2026-08-01'))).toEqual({
    all: 1032,
    north: 12,
    south: 1020,
    li: 120,
    wang: 12,
    zhao: 900,
  });
  expect(values(viewAsIs(plan, built, '2026-05-01'))).toEqual({
    all: 1032,
    north: 132,
    south: 900,
    li: 120,
    wang: 12,
    zhao: 900,
  });
  expect(values(viewAsIs(plan, built, '2026-12-01', { at: { time: '2026-Q4' } }))).toEqual({ all: 33, north: 3, south: 30, li: 30, wang: 3, zhao: null }); // prettier-ignore
});

it('counts who is away for the unit they left, even when they come back soon', () => {
  const memberships = [
    { personId: 'li', unitId: 'north', validFrom: '2020-01-01', validTo: '2026-03-01' },
    { personId: 'li', unitId: 'south', validFrom: '2026-06-01', validTo: null },
    { personId: 'sun', unitId: 'south', validFrom: '2026-06-01', validTo: null },
  ];
  const built = organisationAxis({ ...organisation, memberships }, { interval });
  const plan = planOf(built, () => 1);
  expect(viewAsIs(plan, built, '2026-05-20').nodes.filter(({ id }) => ['li', 'sun'].includes(id))).toEqual([
    { id: 'li', parentId: 'north', value: 9 },
    { id: 'sun', parentId: 'south', value: 7 },
  ]);
});

it('lists who has no place in the tree of a day, so that nothing is lost', () => {
  const closing: Organisation = {
    ...organisation,
    units: [...organisation.units.slice(0, 2), { id: 'south', parentId: 'all', validFrom: '2020-01-01', validTo: '2026-07-01' }],
    memberships: [{ personId: 'zhao', unitId: 'south', validFrom: '2020-01-01', validTo: '2026-07-01' }, { personId: 'wang', unitId: 'north', ...always }], // prettier-ignore
  };
  const built = organisationAxis(closing, { interval });
  const plan = planOf(built, () => 1);
  const view = viewAsIs(plan, built, '2026-09-01');
  expect(view.unplaced).toEqual([{ id: 'zhao', parentId: null, value: 6 }]);
  expect(view.total).toBe(18);
  expect(viewAsWas(plan, built).total).toBe(18);
  expect(() => viewAsIs(plan, built, '2019-01-01')).toThrow(/At date/);
});

/** A random history: units that change their parent, people who change their unit, on firsts of months and in between. */
const days = fc.integer({ min: 1, max: 364 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const history = fc
  .record({
    parents: fc.array(fc.tuple(fc.nat(), fc.nat(), days), { minLength: 1, maxLength: 4 }),
    people: fc.array(fc.tuple(fc.nat(), fc.nat(), days, fc.boolean()), { minLength: 1, maxLength: 5 }),
  })
  .map(({ parents, people }): Organisation => {
    const units: UnitSpan[] = [{ id: 'u0', parentId: null, ...always }];
    // A parent always has a smaller number, so that no tree of any day has a cycle.
    parents.forEach(([first, second, day], at) => {
      const [left, right] = [`u${first % (at + 1)}`, `u${second % (at + 1)}`];
      const id = `u${at + 1}`;
      if (left === right) units.push({ id, parentId: left, ...always });
      else {
        units.push({ id, parentId: left, validFrom: '2020-01-01', validTo: day });
        units.push({ id, parentId: right, validFrom: day, validTo: null });
      }
    });
    const memberships = people.flatMap(([first, second, day, stays], at) => {
      const [left, right] = [`u${first % (parents.length + 1)}`, `u${second % (parents.length + 1)}`];
      const before = { personId: `p${at}`, unitId: left, validFrom: '2020-01-01' };
      if (stays || left === right) return [{ ...before, validTo: null }];
      return [{ ...before, validTo: day }, { personId: `p${at}`, unitId: right, validFrom: day, validTo: null }]; // prettier-ignore
    });
    return { units, memberships };
  });

const options: OrganisationAxisOptions = { interval };

it('adds up to the same as was and as is, for any history and any day', () => {
  fc.assert(
    fc.property(history, days, fc.infiniteStream(fc.option(fc.integer({ min: -50, max: 1000 }))), (given, day, amounts) => {
      const built = organisationAxis(given, options);
      const plan = planOf(built, () => amounts.next().value ?? null);
      const [was, is] = [viewAsWas(plan, built), viewAsIs(plan, built, day)];
      expect(is.total).toBe(was.total);
      expect(was.total).toBe(boxValue(plan, 0, boxOf(plan, {})));
      for (const { id, value } of was.nodes) expect(value).toBe(cellValue(plan, { at: { organisation: id } }));
      // Each person keeps all they have, and each unit is the sum of what is below it and nothing else.
      const own = (person: string) => was.nodes.filter(({ id }) => id === person || id.startsWith(`${person}@`));
      for (const person of new Set(given.memberships.map(({ personId }) => personId))) {
        const expected = own(person).flatMap(({ value }) => value ?? []);
        const found = [...is.nodes, ...is.unplaced].find(({ id }) => id === person)?.value ?? null;
        expect(found).toBe(expected.length === 0 ? null : expected.reduce((sum, value) => sum + value, 0));
      }
    }),
    { numRuns: 200 },
  );
});

it('a move changes no sum but those of units: every month, person and the whole stay', () => {
  fc.assert(
    fc.property(
      history,
      days,
      fc.nat(),
      fc.nat(),
      fc.infiniteStream(fc.option(fc.integer({ min: 0, max: 1000 }))),
      (given, day, who, where, amounts) => {
        const built = organisationAxis(given, options);
        const plan = planOf(built, (seat) => (built.seats.get(seat)?.personId === null ? null : (amounts.next().value ?? null)));
        const personId = `p${who % new Set(given.memberships.map((one) => one.personId)).size}`;
        const current = given.memberships.find(
          (one) => one.personId === personId && one.validFrom <= day && (one.validTo === null || day < one.validTo),
        );
        const units = [...new Set(given.units.map(({ id }) => id))];
        const toUnitId = units[where % units.length] as string;
        if (toUnitId === current?.unitId) return;
        const result = reassign(plan, built, { personId, toUnitId, from: day });
        if (!result.ok) throw new Error(result.code);
        // The same axis as that of a plan made for the new organisation from the start.
        const fresh = organisationAxis(result.built.organisation, options);
        expect(result.plan.grid.axes[0]?.ids.toSorted()).toEqual(fresh.axis.members.map(({ id }) => id).toSorted());
        const month = (of: Plan, time: string) => cellValue(of, { at: { time } });
        for (let at = 1; at <= 12; at += 1) {
          const time = `2026-${String(at).padStart(2, '0')}`;
          expect(month(result.plan, time)).toBe(month(plan, time));
          const people = (of: Plan, view: OrganisationAxis) => Object.fromEntries(viewAsIs(of, view, '2026-12-31', { at: { time } }).nodes.filter(({ id }) => id.startsWith('p')).map(({ id, value }) => [id, value])); // prettier-ignore
          expect(people(result.plan, result.built)).toEqual(people(plan, built));
          // Months that ended before the move are the units' as they were, by the tree of that time.
          if (time >= day.slice(0, 7)) continue;
          for (const { id } of built.axis.members) {
            if (!built.seats.has(id)) expect(cellValue(result.plan, { at: { organisation: id, time } })).toBe(cellValue(plan, { at: { organisation: id, time } })); // prettier-ignore
          }
        }
        const positions = Array.from({ length: cellCount(result.plan.grid) }, (_, at) => at);
        for (const at of positions) {
          if (result.plan.grid.present?.[at] !== 1) expect(valueAt(result.plan.values[0] as never, at)).toBeNaN();
        }
      },
    ),
    { numRuns: 200 },
  );
});
