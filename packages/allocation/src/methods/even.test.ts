import { expect, it } from 'vitest';
import { organisation } from '../decompose/testing/small-plan.ts';
import { even } from './even.ts';
import { planOver, weighed } from './testing/weigh.ts';

it('counts people by default, units when asked', () => {
  const plan = planOver(organisation);
  expect(weighed(plan, even(), 'organisation', {})).toEqual([2, 1]);
  expect(weighed(plan, even('child'), 'organisation', {})).toEqual([1, 1]);
  expect(weighed(plan, even(), 'organisation', { organisation: 'north' })).toEqual([1, 1]);
});
