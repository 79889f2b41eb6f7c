import { expect, it } from 'vitest';
import { after, axisOf, hold, months, quarterAxis, sales, set, team, value } from './test-plans.ts';
import { createPlan } from '../plan.ts';

const season = { keepSeasonality: true };

it('moves the level of each row and keeps its pattern over time', () => {
  // n1 has 60 in the pattern 4 : 1 : 1, n2 30 in equal parts.
  const plan = after(team(), set('n1 01', 40));
  const even = after(plan, set('north Q1', 180, { ...season, spread: { method: 'even' } }));
  expect([months(even, 'n1'), months(even, 'n2')]).toEqual([
    [60, 15, 15],
    [30, 30, 30],
  ]);
  const weights = [
    { at: { organisation: 'n1' }, weight: 1 },
    { at: { organisation: 'n2' }, weight: 5 },
  ];
  const given = after(plan, set('north Q1', 180, { ...season, spread: { method: 'weights', weights } }));
  expect([months(given, 'n1'), months(given, 'n2')]).toEqual([
    [20, 5, 5],
    [50, 50, 50],
  ]);
});

it('keeps the pattern of what may move beside held cells', () => {
  const plan = after(team(), set('n1 01', 40), set('n1 02', 20), hold('n1 01'), set('n1 Q1', 100, season));
  expect(months(plan, 'n1')).toEqual([40, 40, 20]);
});

it('divides a row without a pattern evenly, and says so', () => {
  const people = axisOf('organisation', 'organisation', 'co a b');
  const empty = createPlan({ metrics: sales, axes: [people, quarterAxis] });
  const spread = { method: 'weights', weights: [{ at: { organisation: 'b' }, weight: 1 }] } as const;
  const plan = after(empty, set('a 01', 0), set('co', 30, { ...season, spread }));
  expect([months(plan, 'a'), months(plan, 'b')]).toEqual([
    [0, null, null],
    [10, 10, 10],
  ]);
  const pools = plan.journal.at(-1)?.divisions[1]?.pools.map(({ total, fallback }) => [total, fallback]);
  expect(pools).toEqual([
    [0, null],
    [30, 'even'],
  ]);
});

it('has no effect without a time axis', () => {
  const people = axisOf('organisation', 'organisation', 'co a b');
  const plan = after(createPlan({ metrics: sales, axes: [people] }), set('a', 1), set('b', 3));
  expect(value(after(plan, set('co', 40, season)), 'b')).toBe(30);
});
