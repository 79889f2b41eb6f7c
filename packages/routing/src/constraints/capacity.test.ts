import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { capacity } from './capacity.ts';

it('adds up what a route carries', () => {
  expect(capacity.check(tinyInstance({ slot: { capacity: 5 } }), tinyPlan())).toEqual([]);
  expect(capacity.check(tinyInstance({ slot: { capacity: 4 } }), tinyPlan())).toEqual([
    { constraint: 'capacity', slot: 0, excess: 1 },
  ]);
});
