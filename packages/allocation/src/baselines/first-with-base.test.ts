import { expect, it } from 'vitest';
import { firstWithBase } from './first-with-base.ts';
import { fixed } from './testing/fixed.ts';
import { smallPlan, weights } from './testing/plans.ts';
import { boxOf } from '../plan.ts';

const plan = smallPlan();
const pooling = { plan, metric: 0, axis: 0, box: boxOf(plan, {}), members: Int32Array.of(2, 3) };
const ids = ['li', 'wang'];
const even = fixed('even', { li: 1, wang: 1 });

it('asks one method after the other until one has a weight, and names those passed over', () => {
  const method = firstWithBase([fixed('prior', { li: 0 }), fixed('accounts', {}), fixed('heads', { wang: 2 }), even]);
  expect(weights(plan, method, 'organisation', {}, ids)).toEqual({ li: null, wang: 2 });
  expect(method.name).toBe('prior>accounts>heads>even');
  expect(method.account(pooling)).toEqual({
    used: 'heads',
    passed: [
      { method: 'prior', why: 'zero' },
      { method: 'accounts', why: 'unknown' },
    ],
  });
});

it('says when none has any, and then answers as the last one', () => {
  const method = firstWithBase([fixed('prior', { li: 4 }), even]);
  expect(method.account(pooling)).toEqual({ used: 'prior', passed: [] });
  const none = firstWithBase([fixed('prior', {}), fixed('accounts', { li: 0 })]);
  expect(none.account(pooling).used).toBeNull();
  expect(weights(plan, none, 'organisation', {}, ids)).toEqual({ li: 0, wang: null });
  expect(() => firstWithBase([])).toThrow(/At methods/);
});
