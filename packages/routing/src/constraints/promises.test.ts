import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { promises } from './promises.ts';

const broken = { client: 0, missing: 1, promisedDay: 0, reason: 'closed' } as const;

it('wants promises kept or named, and not both', () => {
  const instance = tinyInstance({ fixed: [{ client: 0, day: 0 }] });
  expect(promises.check(instance, tinyPlan())).toEqual([]);
  expect(promises.check(instance, tinyPlan({ visits: [] }))).toMatchObject([{ client: 0, day: 0 }]);
  expect(promises.check(instance, tinyPlan({ visits: [] }, [broken]))).toEqual([]);
  expect(promises.check(instance, tinyPlan({}, [broken]))).toMatchObject([{ client: 0 }]);
});

it('wants the vehicle promised', () => {
  expect(promises.check(tinyInstance({ fixed: [{ client: 0, day: 0, vehicle: 1 }] }), tinyPlan())).toMatchObject([{ client: 0 }]);
  expect(promises.check(tinyInstance({ fixed: [{ client: 0, day: 0, vehicle: 0 }] }), tinyPlan())).toEqual([]);
});
