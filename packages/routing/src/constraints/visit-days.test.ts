import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { visitDays } from './visit-days.ts';

it('lists days by client in order', () => {
  const [route] = tinyPlan().routes;
  const routes = [2, 0].map((day) => ({ ...route!, slot: day, day, visits: [{ client: 1, start: 20 }] }));
  expect(visitDays(tinyInstance({ days: 3 }), { ...tinyPlan(), routes })).toEqual([[], [0, 2]]);
});
