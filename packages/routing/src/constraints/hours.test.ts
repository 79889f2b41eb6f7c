import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { hours } from './hours.ts';

it('wants vehicles to leave and return in time', () => {
  expect(hours.check(tinyInstance({ slot: { earliest: 0, latest: 50 } }), tinyPlan())).toEqual([]);
  expect(hours.check(tinyInstance({ slot: { latest: 48 } }), tinyPlan())).toMatchObject([{ excess: 2 }]);
  expect(hours.check(tinyInstance({ slot: { earliest: 3 } }), tinyPlan())).toMatchObject([{ excess: 3 }]);
});
