import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { breaks } from './breaks.ts';

const lunchAt = (open: number, close: number) => tinyInstance({ slot: { breaks: [{ open, close, minutes: 5 }] } });

it('wants breaks within their hours', () => {
  expect(breaks.check(lunchAt(15, 20), tinyPlan({ breaks: [15] }))).toEqual([]);
  expect(breaks.check(lunchAt(18, 20), tinyPlan({ breaks: [15] }))).toMatchObject([{ slot: 0, excess: 3 }]);
  expect(breaks.check(lunchAt(10, 13), tinyPlan({ breaks: [15] }))).toMatchObject([{ excess: 2 }]);
});

it('wants no break during a service', () => {
  expect(breaks.check(lunchAt(0, 50), tinyPlan({ breaks: [12] }))).toMatchObject([{ excess: 3 }]);
});

it('needs no break that begins after the day', () => {
  expect(breaks.check(lunchAt(40, 50), tinyPlan())).toEqual([]);
  expect(breaks.check(lunchAt(40, 45), tinyPlan())).toMatchObject([{ excess: 5 }]);
});
