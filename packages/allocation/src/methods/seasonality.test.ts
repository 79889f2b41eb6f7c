import { expect, it } from 'vitest';
import { timeAxis } from '../time-axis.ts';
import { organisation } from '../decompose/testing/small-plan.ts';
import { seasonality } from './seasonality.ts';
import { planOver, weighed } from './testing/weigh.ts';

const profile = { '01': 1, '02': 2, '03': 3, '04': 4, '2026-02': 20 };
const plan = planOver(organisation, timeAxis({ period: '2026', grain: 'month', scheme: 1 }));

it('weighs months by the year’s profile, one month’s own entry first', () => {
  expect(weighed(plan, seasonality(profile), 'time', { time: '2026-Q1' })).toEqual([1, 20, 3]);
  expect(weighed(plan, seasonality(profile), 'time', { time: '2026-Q2' })).toEqual([4, null, null]);
});

it('weighs quarters by their months and shares a month evenly over its days', () => {
  expect(weighed(plan, seasonality(profile), 'time', {})).toEqual([24, 4, null, null]);
  const days = planOver(timeAxis({ period: '2026-Q1', grain: 'day', scheme: 1, daysUnder: 'month' }));
  const method = seasonality({ '01': 31, '02': 56, '03': 0 });
  expect(weighed(days, method, 'time', {})).toEqual([31, 56, 0]);
  expect(new Set(weighed(days, method, 'time', { time: '2026-02' }))).toEqual(new Set([2]));
});

it('counts people on other axes', () => {
  expect(weighed(plan, seasonality(profile), 'organisation', {})).toEqual([2, 1]);
});

it('refuses keys and values that are none', () => {
  expect(() => seasonality({ '13': 1 })).toThrow(/"13"/);
  expect(() => seasonality({ Q1: 1 })).toThrow(/"Q1"/);
  expect(() => seasonality({ '01': -1 })).toThrow(/At seasonality\.01/);
});
