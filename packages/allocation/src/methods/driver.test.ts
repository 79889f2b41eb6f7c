import { expect, it } from 'vitest';
import { organisation } from '../decompose/testing/small-plan.ts';
import { driver } from './driver.ts';
import { flat, planOver, weighed } from './testing/weigh.ts';

const plan = planOver(organisation, flat('channel', 'direct', 'online'));

it('takes a unit by its own value, or by the people in it', () => {
  expect(weighed(plan, driver({ n1: 3, n2: 4, s1: 5 }), 'organisation', {})).toEqual([7, 5]);
  expect(weighed(plan, driver({ north: 1, n1: 3, s1: 5 }), 'organisation', {})).toEqual([1, 5]);
  expect(weighed(plan, driver({ direct: 0.5, online: 1.5 }), 'channel', {})).toEqual([0.5, 1.5]);
});

it('keeps 0 and nothing apart', () => {
  expect(weighed(plan, driver({ n1: 0 }), 'organisation', {})).toEqual([0, null]);
  expect(weighed(plan, driver({ n1: 0, n2: null }), 'organisation', { organisation: 'north' })).toEqual([0, null]);
  // No value of a prototype is one: 'constructor' is an id like any other.
  const members = [
    { id: 'all', parentId: null },
    { id: 'constructor', parentId: 'all' },
    { id: 'b', parentId: 'constructor' },
  ];
  const odd = planOver({ id: 'channel', kind: 'channel', members });
  expect(weighed(odd, driver({ b: 1 }), 'channel', {})).toEqual([1]);
});

it('refuses what is no weight', () => {
  for (const value of [-1, NaN, Infinity]) expect(() => driver({ n1: value }, 'area')).toThrow(/At area\.n1/);
});

it('refuses ids that the plan does not have', () => {
  const wrong = driver({ n1: 1, wong: 2 }, 'area');
  expect(() => weighed(plan, wrong, 'organisation', {})).toThrow(expect.objectContaining({ code: 'allocation.member.unknown', path: 'area.wong' })); // prettier-ignore
});
