import { expect, it } from 'vitest';
import { smallPlan, tree, weights } from './testing/plans.ts';
import { trailingTwelveMonths } from './trailing.ts';
import { createPlan } from '../plan.ts';
import type { Facts } from './facts.ts';

const monthly = (amounts: Readonly<Record<string, readonly [person: string, amount: number][]>>): Facts => ({
  axes: ['organisation', 'time'],
  rows: Object.entries(amounts).flatMap(([time, rows]) =>
    rows.map(([organisation, amount]) => ({ at: { organisation, time }, amount })),
  ),
});

it('reads the twelve months before the plan, whatever period is divided', () => {
  const facts = monthly({
    '2024-12': [['li', 999]],
    '2025-01': [['li', 60]],
    '2025-08': [['li', 40], ['wang', 300]], // prettier-ignore
    '2026-01': [['wang', 999]],
  });
  const method = trailingTwelveMonths(smallPlan(), facts);
  expect(method.window).toEqual({ start: '2025-01-01', end: '2026-01-01' });
  expect(method.report).toMatchObject({ rows: 5, used: 3, unused: [{ reason: 'outside', id: '2024-12' }, { id: '2026-01' }] });
  const plan = smallPlan();
  const own = trailingTwelveMonths(plan, facts);
  for (const time of ['2026', '2026-03', '2026-08']) {
    expect(weights(plan, own, 'organisation', { organisation: 'north', time })).toEqual({ li: 100, wang: 300 });
  }
  expect(weights(plan, own, 'time')).toEqual({ '2026-Q1': 60, '2026-Q2': null, '2026-Q3': 340, '2026-Q4': null });
  expect(weights(plan, own, 'time', { time: '2026-Q3' })).toEqual({ '2026-07': null, '2026-08': 340, '2026-09': null });
});

it('takes the average of months that a longer window has twice', () => {
  const plan = smallPlan();
  const facts = monthly({ '2024-07': [['li', 60]], '2025-01': [['li', 100]], '2025-07': [['li', 100]] });
  const method = trailingTwelveMonths(plan, facts, { months: 18 });
  expect(method.name).toBe('trailing:18');
  expect(method.window.start).toBe('2024-07-01');
  // January 100 on average, July (60 + 100) / 2 = 80: as 200 to 160, in integers.
  expect(weights(plan, method, 'time', {}, ['2026-01', '2026-07'])).toEqual({ '2026-01': 200, '2026-07': 160 });
  expect(weights(plan, method, 'organisation', { organisation: 'north' })).toEqual({ li: 260, wang: null });
});

it('ends where it is told to, and counts months for every year of a longer plan', () => {
  const time = tree('time', { both: ['2026-02', '2026-03', '2027-02', '2027-03'] });
  const organisation = tree('organisation', { all: ['li'] });
  const plan = createPlan({ metrics: [{ id: 'n', kind: 'count', unit: 'piece' }], axes: [organisation, time] });
  const facts = monthly({ '2025-02': [['li', 1]], '2025-03': [['li', 2]], '2025-10': [['li', 4]] });
  const method = trailingTwelveMonths(plan, facts, { end: '2025-10-01' });
  expect(method.window).toEqual({ start: '2024-10-01', end: '2025-10-01' });
  expect(weights(plan, method, 'time')).toEqual({ '2026-02': 1, '2026-03': 2, '2027-02': 1, '2027-03': 2 });
});

it('refuses a window of no or of half a month, and a plan without time that names no end', () => {
  for (const months of [0, 1.5, 121, NaN]) {
    expect(() => trailingTwelveMonths(smallPlan(), monthly({}), { months })).toThrow(/At options\.months/);
  }
  const plan = createPlan({
    metrics: [{ id: 'n', kind: 'count', unit: 'piece' }],
    axes: [tree('organisation', { all: ['li'] })],
  });
  expect(() => trailingTwelveMonths(plan, monthly({}))).toThrow(/At options\.end/);
});
