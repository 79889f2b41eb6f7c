import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { vehicles } from './vehicles.ts';

it('lets only the vehicles allowed serve a client', () => {
  expect(vehicles.check(tinyInstance({ client: { vehicles: [0] } }), tinyPlan())).toEqual([]);
  expect(vehicles.check(tinyInstance({ client: { vehicles: [] } }), tinyPlan())).toMatchObject([{ client: 0, slot: 0 }]);
});
