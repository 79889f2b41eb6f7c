import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { completeness } from './completeness.ts';

it('wants everybody visited or named', () => {
  const first = tinyPlan({ visits: [{ client: 0, start: 10 }] });
  expect(completeness.check(tinyInstance(), tinyPlan())).toEqual([]);
  expect(completeness.check(tinyInstance(), first)).toMatchObject([{ client: 1, excess: 1 }]);
  const named = { client: 1, missing: 1, promisedDay: null, reason: 'full-time' } as const;
  expect(completeness.check(tinyInstance(), { ...first, unserved: [named] })).toEqual([]);
});
