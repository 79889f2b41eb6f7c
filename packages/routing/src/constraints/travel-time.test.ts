import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { travelTime } from './travel-time.ts';

it('leaves time for services and journeys', () => {
  expect(travelTime.check(tinyInstance(), tinyPlan())).toEqual([]);
  expect(travelTime.check(tinyInstance({ client: { service: 8 } }), tinyPlan())).toMatchObject([{ client: 1, excess: 3 }]);
  expect(travelTime.check(tinyInstance(), tinyPlan({ departure: 1 }))).toMatchObject([{ client: 0, excess: 1 }]);
  expect(travelTime.check(tinyInstance(), tinyPlan({ arrival: 46 }))).toMatchObject([{ slot: 0, excess: 4 }]);
});

it('leaves time for breaks', () => {
  const instance = tinyInstance({ slot: { breaks: [{ open: 0, close: 90, minutes: 7 }] } });
  expect(travelTime.check(instance, tinyPlan({ breaks: [15] }))).toMatchObject([{ client: 1, excess: 7 }]);
  expect(travelTime.check(instance, tinyPlan({ breaks: [50], arrival: 57 }))).toEqual([]);
});
