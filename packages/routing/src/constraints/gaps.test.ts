import { expect, it } from 'vitest';
import type { FrequencySpec } from '../instance-spec.ts';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { gaps } from './gaps.ts';

/** Visits of the first client on some of eight days. */
function excess(frequency: FrequencySpec, days: readonly number[], promised: readonly number[] = []): number[] {
  const instance = tinyInstance({ days: 8, client: { frequency }, fixed: promised.map((day) => ({ client: 0, day })) });
  const [route] = tinyPlan().routes;
  const plan = { ...tinyPlan(), routes: days.map((day) => ({ ...route!, slot: day, day, visits: [{ client: 0, start: 10 }] })) };
  return gaps.check(instance, plan).map((violation) => violation.excess);
}

it('judges the gaps between visits', () => {
  expect(excess({ visits: 2, leastGap: 3, greatestGap: 5 }, [1, 4])).toEqual([]);
  expect(excess({ visits: 2, leastGap: 3, greatestGap: 5 }, [3, 5])).toEqual([1]);
  expect(excess({ visits: 2, leastGap: 3, greatestGap: 5 }, [0, 7])).toEqual([2]);
});

it('judges the gap to the day after the horizon', () => {
  expect(excess({ visits: 1, greatestGap: 5 }, [3])).toEqual([]);
  expect(excess({ visits: 1, greatestGap: 5 }, [2])).toEqual([1]);
});

it('judges the gap since the last visit, which may be long past', () => {
  expect(excess({ visits: 1, leastGap: 4, lastVisit: -2 }, [2])).toEqual([]);
  expect(excess({ visits: 1, leastGap: 4, lastVisit: -2 }, [1])).toEqual([1]);
  expect(excess({ visits: 1, greatestGap: 6, lastVisit: -2 }, [6])).toEqual([2]);
  expect(excess({ visits: 1, greatestGap: 6, lastVisit: -9 }, [6])).toEqual([]);
});

it('keeps the least gap only while visits are missing', () => {
  expect(excess({ visits: 3, leastGap: 3, greatestGap: 4 }, [0, 7])).toEqual([]);
  expect(excess({ visits: 3, leastGap: 3, greatestGap: 4 }, [0, 1])).toEqual([2]);
});

it('leaves gaps between promised days alone', () => {
  expect(excess({ visits: 2, leastGap: 3, greatestGap: 5 }, [6, 7], [6, 7])).toEqual([]);
  expect(excess({ visits: 2, leastGap: 3, greatestGap: 5 }, [6, 7], [6])).toEqual([2]);
});
