import { expect, it } from 'vitest';
import { afterIterations } from './after-iterations.ts';
import { afterSeconds } from './after-seconds.ts';
import { firstFeasible } from './first-feasible.ts';
import { noImprovement } from './no-improvement.ts';
import type { Progress } from './stop.ts';
import { targetCost } from './target-cost.ts';

const at = (change: Partial<Progress>, cost: Partial<Progress['cost']> = {}): Progress => ({
  iteration: 10,
  seconds: 2,
  sinceBetter: 5,
  cost: { brokenPromises: 0, missedRequired: 0, total: 100, ...cost },
  ...change,
});

it('stops after as many moves as allowed', () => {
  expect([9, 10, 11].map((iteration) => afterIterations(10)(at({ iteration })))).toEqual([false, true, true]);
});

it('stops when the time is over, and never without a clock', () => {
  expect([1.9, 2, null].map((seconds) => afterSeconds(2)(at({ seconds })))).toEqual([false, true, false]);
});

it('stops when nothing better was found for long', () => {
  expect([4, 5].map((sinceBetter) => noImprovement(5)(at({ sinceBetter })))).toEqual([false, true]);
});

it('stops at the target only when the plan is complete', () => {
  expect(targetCost(100)(at({}))).toBe(true);
  expect(targetCost(99)(at({}))).toBe(false);
  expect(targetCost(100)(at({}, { missedRequired: 1 }))).toBe(false);
  expect(targetCost(100)(at({}, { brokenPromises: 1 }))).toBe(false);
});

it('stops at the first plan that misses nothing required', () => {
  expect(firstFeasible()(at({}, { total: 1e9 }))).toBe(true);
  expect(firstFeasible()(at({}, { missedRequired: 1 }))).toBe(false);
});
