import { expect, it } from 'vitest';
import { organisationAxis } from './organisation-axis.ts';
import { compileFacts, prior, yearsLater } from '../baselines/index.ts';
import { weights, yearAxis } from '../baselines/testing/plans.ts';
import { createPlan, cellValue } from '../plan.ts';
import type { Organisation } from './organisation.ts';

const interval = { start: '2026-01-01', end: '2027-01-01' };
const always = { validFrom: '2020-01-01', validTo: null };
const metrics = [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }] as const;

/** Li moves from north to south on 1 July; Sun joins the south on 15 March; nobody is in the west. */
const organisation: Organisation = {
  units: [
    { id: 'all', parentId: null, ...always },
    { id: 'north', parentId: 'all', ...always },
    { id: 'south', parentId: 'all', ...always },
    { id: 'west', parentId: 'all', ...always },
  ],
  memberships: [
    { personId: 'li', unitId: 'north', validFrom: '2020-01-01', validTo: '2026-07-01' },
    { personId: 'li', unitId: 'south', validFrom: '2026-07-01', validTo: null },
    { personId: 'wang', unitId: 'north', ...always },
    { personId: 'sun', unitId: 'south', validFrom: '2026-03-15', validTo: null },
  ],
};

it('gives a seat per unit to whoever moves, and a leaf to a unit without anybody', () => {
  const built = organisationAxis(organisation, { interval });
  expect(built.axis).toEqual({
    id: 'organisation',
    kind: 'organisation',
    members: [
      { id: 'all', parentId: null },
      { id: 'north', parentId: 'all' },
      { id: 'south', parentId: 'all' },
      { id: 'west', parentId: 'all' },
      { id: 'li', parentId: 'north' },
      { id: 'li@south', parentId: 'south' },
      { id: 'wang', parentId: 'north' },
      { id: 'sun', parentId: 'south' },
    ],
  });
  expect(built.seatOn('li', '2026-06-30')?.id).toBe('li');
  expect(built.seatOn('li', '2026-07-01')?.id).toBe('li@south');
  expect(built.seats.get('west')?.personId).toBeNull();
});

it('has cells only while a seat is taken', () => {
  const built = organisationAxis(organisation, { interval });
  const months = (seat: string) =>
    Array.from({ length: 12 }, (_, at) => at + 1).filter((month) =>
      built.validIn(seat, `2026-${String(month).padStart(2, '0')}`),
    );
  expect(months('li')).toEqual([1, 2, 3, 4, 5, 6]);
  expect(months('li@south')).toEqual([7, 8, 9, 10, 11, 12]);
  expect(months('sun')).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(months('west')).toHaveLength(12);
  expect(organisationAxis(organisation, { interval, rule: 'start' }).validIn('sun', '2026-03')).toBe(false);
  const plan = createPlan({ metrics, axes: [built.axis, yearAxis()], belongs: built.belongs() });
  expect(plan.grid.present?.reduce((sum, one) => sum + one, 0)).toBe(6 + 6 + 12 + 10 + 12);
  expect(cellValue(plan, { at: { organisation: 'li@south', time: '2026-01' } })).toBeNull();
});

it('gives a unit that moves a member in each of its places, and its people with it', () => {
  const built = organisationAxis(
    {
      units: [
        ...organisation.units.slice(0, 3),
        { id: 'team', parentId: 'north', validFrom: '2020-01-01', validTo: '2026-04-01' },
        { id: 'team', parentId: 'south', validFrom: '2026-04-01', validTo: null },
      ],
      memberships: [
        { personId: 'zhao', unitId: 'team', ...always },
        { personId: 'wang', unitId: 'north', ...always },
      ],
    },
    { interval },
  );
  // What changes elsewhere does not cut the time of a seat.
  expect(built.seats.get('wang')?.spans).toHaveLength(1);
  expect(built.axis.members.slice(3)).toEqual([
    { id: 'team', parentId: 'north' },
    { id: 'team@south', parentId: 'south' },
    { id: 'zhao', parentId: 'team' },
    { id: 'wang', parentId: 'north' },
    { id: 'zhao@team@south', parentId: 'team@south' },
  ]);
  expect([built.validIn('zhao', '2026-03'), built.validIn('zhao', '2026-04')]).toEqual([true, false]);
  expect(built.validIn('zhao@team@south', '2026-04')).toBe(true);
});

it('counts the facts of a person for the seat they have in that period of the plan', () => {
  const built = organisationAxis(organisation, { interval });
  const plan = createPlan({ metrics, axes: [built.axis, yearAxis()], belongs: built.belongs() });
  const rows = ['2025-05', '2025-08'].map((time) => ({ at: { organisation: 'li', time }, amount: 70 }));
  const table = compileFacts(plan, { axes: ['organisation', 'time'], rows }, { time: yearsLater(1), rename: built.rename });
  expect(table.report.unused).toEqual([]);
  expect(weights(plan, prior(table), 'organisation', { time: '2026-05' })).toEqual({ north: 70, south: null, west: null });
  expect(weights(plan, prior(table), 'organisation', { time: '2026-08' })).toEqual({ north: null, south: 70, west: null });
});

it('refuses days without any unit, and what is wrong with an organisation', () => {
  expect(() => organisationAxis(organisation, { interval: { start: '2010-01-01', end: '2011-01-01' } })).toThrow(
    /no unit during/,
  );
  const twice = { ...organisation, memberships: [...organisation.memberships, ...organisation.memberships] };
  expect(() => organisationAxis(twice, { interval })).toThrow(/At memberships\.4/);
});
