import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { onceADay } from './once-a-day.ts';

it('visits nobody twice on a day', () => {
  const twice = [10, 20].map((start) => ({ client: 0, start }));
  expect(onceADay.check(tinyInstance(), tinyPlan({ visits: twice }))).toMatchObject([{ client: 0, day: 0 }]);
});

it('gives each slot one route, on its own day and with its own vehicle', () => {
  const plan = tinyPlan();
  expect(
    onceADay.check(tinyInstance(), { ...plan, routes: [plan.routes[0]!, { ...plan.routes[0]!, visits: [] }] }),
  ).toMatchObject([{ slot: 0 }]);
  expect(onceADay.check(tinyInstance({ days: 2 }), tinyPlan({ day: 1 }))).toMatchObject([{ slot: 0, day: 1 }]);
  expect(onceADay.check(tinyInstance(), tinyPlan({ vehicle: 1 }))).toMatchObject([{ slot: 0 }]);
});
