import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { duration } from './duration.ts';

it('measures a day from departure to return', () => {
  expect(duration.check(tinyInstance({ slot: { maxDuration: 50 } }), tinyPlan())).toEqual([]);
  expect(duration.check(tinyInstance({ slot: { maxDuration: 49 } }), tinyPlan())).toMatchObject([{ excess: 1 }]);
  expect(duration.check(tinyInstance({ slot: { maxDuration: 49 } }), tinyPlan({ departure: 1 }))).toEqual([]);
});
