import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { visitsPerDay } from './visits-per-day.ts';

it('counts the visits of a day', () => {
  expect(visitsPerDay.check(tinyInstance({ slot: { maxVisits: 2 } }), tinyPlan())).toEqual([]);
  expect(visitsPerDay.check(tinyInstance({ slot: { maxVisits: 1 } }), tinyPlan())).toMatchObject([{ slot: 0, excess: 1 }]);
});
