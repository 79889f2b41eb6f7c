import { expect, it } from 'vitest';
import { childrenOf, createAxis, memberOf } from './axis.ts';
import { timeAxis } from './time-axis.ts';

const leavesOf = (input: Parameters<typeof timeAxis>[0]) => {
  const axis = createAxis(timeAxis(input));
  return Array.from(axis.leaves, (leaf) => axis.ids[leaf]);
};

it('lays a fiscal year over quarters and months', () => {
  const april = { period: '2026', grain: 'month', scheme: 4 } as const;
  expect(leavesOf(april)).toEqual(
    ['04', '05', '06', '07', '08', '09', '10', '11', '12']
      .map((month) => `2026-${month}`)
      .concat('2027-01', '2027-02', '2027-03'),
  );
  const axis = createAxis(timeAxis(april));
  const quarter = childrenOf(axis, memberOf(axis, '2026-Q4')).map((month) => axis.ids[month]);
  expect(quarter).toEqual(['2027-01', '2027-02', '2027-03']);
  expect(leavesOf({ ...april, grain: 'quarter' })).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
  expect(leavesOf({ ...april, period: '2026-05' })).toEqual(['2026-05']);
});

it('puts a week where the stored rule has it', () => {
  const march = { period: '2026-03', grain: 'week' } as const;
  // 2026-04-02 is the Thursday of week 14: whole in April, or its Monday and Tuesday in March.
  const thursday = { fiscalYearStartMonth: 1, weekRule: 'thursday' } as const;
  expect(leavesOf({ ...march, scheme: thursday })).toEqual(['2026-W10', '2026-W11', '2026-W12', '2026-W13']);
  const parts = { fiscalYearStartMonth: 1, weekRule: 'workingDays' } as const;
  expect(leavesOf({ ...march, scheme: parts })).toEqual([
    '2026-03-W09',
    '2026-W10',
    '2026-W11',
    '2026-W12',
    '2026-W13',
    '2026-03-W14',
  ]);
});

it('has each day once, under its week or straight under its month', () => {
  const scheme = { fiscalYearStartMonth: 1, weekRule: 'workingDays' } as const;
  const days = leavesOf({ period: '2026', grain: 'day', scheme });
  expect(days).toHaveLength(365);
  expect([days[0], days[58], days[364]]).toEqual(['2026-01-01', '2026-02-28', '2026-12-31']);
  const axis = createAxis(timeAxis({ period: '2026-02', grain: 'day', scheme: 1, daysUnder: 'month' }));
  expect([axis.ids.length, axis.ids[1], axis.depth[1]]).toEqual([29, '2026-02-01', 1]);
});

it('refuses a period finer than its leaves, and weeks without a rule', () => {
  expect(() => timeAxis({ period: '2026-03', grain: 'quarter', scheme: 1 })).toThrow(/At period/);
  expect(() => timeAxis({ period: '2026', grain: 'week', scheme: 1 })).toThrow();
  expect(() => timeAxis({ period: '2026-13', grain: 'month', scheme: 1 })).toThrow();
});
