import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { patterns } from './patterns.ts';

it('wants the days of one whole pattern, or none', () => {
  expect(patterns.check(tinyInstance({ days: 2, client: { patterns: [[1], [0]] } }), tinyPlan())).toEqual([]);
  expect(patterns.check(tinyInstance({ days: 2, client: { patterns: [[0, 1]] } }), tinyPlan())).toMatchObject([{ client: 0 }]);
  expect(patterns.check(tinyInstance({ client: { patterns: [[0]] } }), tinyPlan({ visits: [] }))).toEqual([]);
});

it('leaves alone what people decided', () => {
  const client = { patterns: [[1]] };
  expect(patterns.check(tinyInstance({ days: 2, client }), tinyPlan())).toMatchObject([{ client: 0 }]);
  expect(patterns.check(tinyInstance({ days: 2, client, fixed: [{ client: 0, day: 0 }] }), tinyPlan())).toEqual([]);
  expect(patterns.check(tinyInstance({ days: 2, client, slot: { frozen: true } }), tinyPlan())).toEqual([]);
});
