import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { checkPlan, constraints } from './check-plan.ts';

it('finds nothing in a plan that can be carried out', () => {
  expect(checkPlan(tinyInstance(), tinyPlan())).toEqual([]);
});

it('names every constraint differently', () => {
  expect(new Set(constraints.map(({ name }) => name)).size).toBe(constraints.length);
});
