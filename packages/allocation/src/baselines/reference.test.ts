import { expect, it } from 'vitest';
import { reference } from './reference.ts';
import { smallPlan, tree, weights, yearAxis } from './testing/plans.ts';
import { cellCount, positionOf } from '../grid.ts';
import { boxOf, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import type { Plan } from '../plan.ts';

/** A plan with these cells; all others are null. */
function filled(plan: Plan, cells: readonly [person: string, product: string, month: string, amount: number][]): Plan {
  const flat = new Float64Array(cellCount(plan.grid)).fill(NaN);
  for (const [organisation, product, time, amount] of cells) {
    flat[positionOf(plan.grid, boxOf(plan, { organisation, product, time }))] = amount;
  }
  return withValues(plan, 0, valuesOf(flat));
}

it('follows the pattern of another slice of the plan', () => {
  const plan = filled(smallPlan(), [
    ['li', 'pumps', '2026-01', 30],
    ['li', 'pumps', '2026-02', 10],
    ['wang', 'pumps', '2026-02', 0],
    ['zhao', 'valves', '2026-01', 500],
  ]);
  const method = reference(plan, { from: plan, at: { product: 'pumps' } });
  const at = { product: 'valves', organisation: 'north' };
  expect(weights(plan, method, 'organisation', { ...at, time: '2026-02' })).toEqual({ li: 10, wang: 0 });
  expect(weights(plan, method, 'time', { ...at, time: '2026-Q1' })).toEqual({ '2026-01': 30, '2026-02': 10, '2026-03': null });
  expect(weights(plan, method, 'product')).toEqual({ pumps: null, valves: null });
});

it('follows another plan a year earlier, and lets new members follow old ones', () => {
  const old = filled(
    smallPlan({
      axes: [tree('organisation', { all: ['li', 'sun'] }), tree('product', { every: ['pumps', 'valves'] }), yearAxis('2025')],
    }),
    [
      ['li', 'pumps', '2025-03', 7],
      ['sun', 'pumps', '2025-03', 5],
      ['sun', 'valves', '2025-04', -2],
      ['sun', 'valves', '2025-05', 1],
    ],
  );
  const plan = smallPlan();
  const same = reference(plan, { from: old, yearsBack: 1 });
  expect(weights(plan, same, 'organisation', { time: '2026-03' }, ['li', 'wang', 'zhao'])).toEqual({
    li: 7,
    wang: null,
    zhao: null,
  });
  expect(same.report.unused).toEqual([{ reason: 'member', axis: 'organisation', id: 'sun', rows: 3, amount: 4, path: 'rows.1' }]);
  // Wang and Zhao both take over from Sun; what Sun has below zero weighs nothing.
  const like = reference(plan, { from: old, yearsBack: 1, like: { organisation: { wang: 'sun', zhao: 'sun' } } });
  expect(weights(plan, like, 'organisation', { time: '2026-03' }, ['li', 'wang', 'zhao'])).toEqual({ li: 7, wang: 5, zhao: 5 });
  expect(weights(plan, like, 'time', { organisation: 'zhao', time: '2026-Q2' })).toEqual({
    '2026-04': 0,
    '2026-05': 1,
    '2026-06': null,
  });
  expect(like.report.negative.count).toBe(2);
});

it('refuses a slice that the other plan does not have', () => {
  const plan = smallPlan();
  expect(() => reference(plan, { from: plan, at: { product: 'hoses' } })).toThrow(/At options\.at\.product/);
});
