import { expect, it } from 'vitest';
import { compileFacts } from './compile-facts.ts';
import { prior } from './prior.ts';
import { smallPlan, tree, weights } from './testing/plans.ts';
import { yearsLater } from './time-map.ts';
import { createPlan } from '../plan.ts';
import type { Fact, Facts } from './facts.ts';

const fact = (organisation: string, product: string, time: string, amount: number | null): Fact => ({
  at: { organisation, product, time },
  amount,
});
const axes = ['organisation', 'product', 'time'];
const lastYear = { time: yearsLater(1) };

/** Li 300 + 100 pumps, 50 valves; Wang 200 pumps in May; Zhao 0 in January. */
const facts: Facts = {
  axes,
  rows: [
    fact('li', 'pumps', '2025-01', 300),
    fact('li', 'pumps', '2025-02', 100),
    fact('li', 'valves', '2025-02', 50),
    fact('wang', 'pumps', '2025-05', 200),
    fact('zhao', 'valves', '2025-01', 0),
  ],
};

it('adds up what lies in a pool, on every axis, and tells 0 from unknown', () => {
  const plan = smallPlan();
  const method = prior(compileFacts(plan, facts, lastYear));
  expect(weights(plan, method, 'organisation')).toEqual({ north: 650, south: 0 });
  expect(weights(plan, method, 'organisation', { organisation: 'north', time: '2026-Q1' })).toEqual({ li: 450, wang: null });
  expect(weights(plan, method, 'product', { organisation: 'li', time: '2026-02' })).toEqual({ pumps: 100, valves: 50 });
  expect(weights(plan, method, 'time', { time: '2026-Q1', product: 'pumps' })).toEqual({
    '2026-01': 300,
    '2026-02': 100,
    '2026-03': null,
  });
  expect(weights(plan, method, 'time')).toEqual({ '2026-Q1': 450, '2026-Q2': 200, '2026-Q3': null, '2026-Q4': null });
});

it('reports what it did not use and why, and uses the rest', () => {
  const rows = [
    ...facts.rows,
    fact('qian', 'pumps', '2025-01', 70),
    fact('qian', 'valves', '2025-03', 5),
    fact('north', 'pumps', '2025-01', 40),
    fact('li', 'pumps', '2024-01', 9),
    fact('li', 'pumps', 'spring', 8),
    fact('li', 'pumps', '2025-12', null),
    { at: { organisation: 'li', time: '2025-01' }, amount: 3 },
  ];
  const { report } = compileFacts(smallPlan(), { axes: [...axes, 'channel'], rows }, lastYear);
  expect(report).toEqual({
    rows: 12,
    used: 5,
    usedAmount: 650,
    empty: 1,
    unused: [
      { reason: 'member', axis: 'organisation', id: 'qian', rows: 2, amount: 75, path: 'rows.5' },
      { reason: 'notLeaf', axis: 'organisation', id: 'north', rows: 1, amount: 40, path: 'rows.7' },
      { reason: 'period', axis: 'time', id: '2024-01', rows: 1, amount: 9, path: 'rows.8' },
      { reason: 'period', axis: 'time', id: 'spring', rows: 1, amount: 8, path: 'rows.9' },
      { reason: 'axisMissing', axis: 'product', id: null, rows: 1, amount: 3, path: 'rows.11' },
    ],
    negative: { count: 0, amount: 0, cells: [] },
    ignoredAxes: ['channel'],
  });
});

it('weighs a cell below zero with nothing and names it', () => {
  const plan = smallPlan();
  const rows = [...facts.rows, fact('li', 'pumps', '2025-02', -160), fact('wang', 'pumps', '2025-05', -50)];
  const table = compileFacts(plan, { axes, rows }, lastYear);
  // Li's pumps in February: 100 − 160 = −60; Wang's in May: 200 − 50 = 150.
  expect(table.report.negative).toEqual({
    count: 1,
    amount: -60,
    cells: [{ at: { organisation: 'li', product: 'pumps', time: '2026-02' }, amount: -60 }],
  });
  expect(weights(plan, prior(table), 'organisation', { organisation: 'north' })).toEqual({ li: 350, wang: 150 });
  expect(weights(plan, prior(table), 'product', { organisation: 'li', time: '2026-02' })).toEqual({ pumps: 0, valves: 50 });
});

it('leaves out combinations that the plan does not have', () => {
  const plan = smallPlan({
    support: [
      { organisation: 'li', product: 'pumps' },
      { organisation: 'wang', product: 'pumps' },
      { organisation: 'zhao', product: 'valves' },
    ],
    belongs: ([person, , month]) => !(person === 'wang' && month === '2026-05'),
  });
  const table = compileFacts(plan, facts, lastYear);
  expect(table.report.unused).toEqual([{ reason: 'combination', axis: null, id: null, rows: 2, amount: 250, path: 'rows.2' }]);
  expect(weights(plan, prior(table), 'organisation', { organisation: 'north' })).toEqual({ li: 400, wang: null });
});

it('says nothing about an axis that the facts do not have, and the same for all of it in other pools', () => {
  const plan = smallPlan();
  const monthly: Facts = {
    axes: ['time'],
    rows: [
      { at: { time: '2025-01' }, amount: 30 },
      { at: { time: '2025-02' }, amount: 10 },
    ],
  };
  const method = prior(compileFacts(plan, monthly, lastYear));
  expect(weights(plan, method, 'organisation')).toEqual({ north: null, south: null });
  expect(weights(plan, method, 'time', { organisation: 'zhao', time: '2026-Q1' })).toMatchObject({
    '2026-01': 30,
    '2026-02': 10,
  });
});

it('puts days into the leaf that contains them, and gives days the pattern of their month', () => {
  const time = tree('time', { '2026-Q1': ['2026-01', '2026-02'], '2026-01': ['2026-01-05', '2026-01-06'] });
  const organisation = tree('organisation', { all: ['li', 'wang'] });
  const plan = createPlan({ metrics: [{ id: 'n', kind: 'count', unit: 'visits' }], axes: [organisation, time] });
  const rows = [
    { at: { organisation: 'li', time: '2025-01' }, amount: 3 },
    { at: { organisation: 'wang', time: '2025-01-06' }, amount: 1 },
    { at: { organisation: 'wang', time: '2025-02-28' }, amount: 4 },
  ];
  const table = compileFacts(plan, { axes: ['organisation', 'time'], rows }, lastYear);
  expect(weights(plan, prior(table), 'organisation', { time: '2026-01-05' })).toEqual({ li: 3, wang: 1 });
  expect(weights(plan, prior(table), 'time', { time: '2026-01' })).toEqual({ '2026-01-05': null, '2026-01-06': null });
  expect(weights(plan, prior(table), 'time')).toEqual({ '2026-01': 4, '2026-02': 4 });
});

it('refuses amounts that are no integers, mixed currencies, and facts of another plan', () => {
  const plan = smallPlan();
  const compile = (rows: readonly Fact[]) => () => compileFacts(plan, { axes, rows }, lastYear);
  for (const amount of [NaN, Infinity, 0.5, 2 ** 53]) {
    expect(compile([fact('li', 'pumps', '2025-01', amount)])).toThrow(/At facts\.rows\.0\.amount/);
  }
  expect(compile([0, 1].map(() => fact('li', 'pumps', '2025-01', 5e15)))).toThrow(/At facts\.rows\.1\.amount/);
  const [first] = facts.rows as [Fact];
  expect(
    compile([
      { ...first, currency: 'CNY' },
      { ...first, currency: 'USD' },
    ]),
  ).toThrow('At facts.rows.1.currency: The facts mix currencies (CNY, USD)');
  expect(() => compileFacts(plan, facts)).toThrow(/At options\.time/);
  const method = prior(compileFacts(plan, facts, lastYear));
  expect(() => weights(smallPlan(), method, 'organisation')).toThrow(/compile them again/);
});
