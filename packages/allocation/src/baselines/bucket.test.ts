import { expect, it } from 'vitest';
import { bucket } from './bucket.ts';
import { fixed } from './testing/fixed.ts';
import { smallPlan, weights } from './testing/plans.ts';
import { boxOf } from '../plan.ts';
import { shareOut } from '../share/share-out.ts';
import type { Method } from '../methods/method.ts';

const plan = smallPlan();
const of = { li: 'A', wang: 'A', zhao: 'B' };
const pooling = { plan, metric: 0, axis: 0, box: boxOf(plan, {}), members: Int32Array.of(2, 3, 5) };

function shares(method: Method, total: number, ids = ['li', 'wang', 'zhao']): (number | null)[] {
  const found = weights(plan, method, 'organisation', {}, ids);
  const out = new Float64Array(ids.length);
  shareOut(total, Float64Array.from(ids, (id) => found[id] ?? NaN), null, out); // prettier-ignore
  return Array.from(out, (part) => (Number.isNaN(part) ? null : part));
}

it('shares among groups first and inside them then', () => {
  const within = fixed('prior', { li: 3, wang: 1, zhao: 5 });
  const method = bucket({ of, shares: { A: 60, B: 40 }, within });
  // A: 600 as 3 : 1; B: 400. By last year alone Li would have 333, Wang 111, Zhao 556.
  expect(shares(method, 1000)).toEqual([450, 150, 400]);
  expect(shares(method, 1000, ['north', 'south'])).toEqual([600, 400]);
  expect(shares(method, 1000, ['li', 'zhao'])).toEqual([600, 400]);
  expect(method.account(pooling)).toEqual([
    { bucket: 'A', share: 0.6, leaves: 2, note: null },
    { bucket: 'B', share: 0.4, leaves: 1, note: null },
  ]);
  expect(method.name).toBe('bucket:prior');
});

it('takes the shares of groups from a method', () => {
  const within = fixed('even', { li: 1, wang: 1, zhao: 1 });
  expect(shares(bucket({ of, shares: fixed('accounts', { li: 10, wang: 20, zhao: 70 }), within }), 100)).toEqual([15, 15, 70]);
});

it('says where a group had only zeros, and where nobody in it was known', () => {
  const method = bucket({ of, shares: { A: 60, B: 40 }, within: fixed('prior', { li: 0, wang: 0 }) });
  expect(shares(method, 100)).toEqual([50, 50, null]);
  expect(method.account(pooling)).toEqual([
    { bucket: 'A', share: 1, leaves: 2, note: 'even' },
    { bucket: 'B', share: 0, leaves: 1, note: 'silent' },
  ]);
  const zeros = fixed('prior', { li: 0, wang: 0, zhao: 5 });
  expect(shares(bucket({ of, shares: { A: 60, B: 40 }, within: zeros }), 100)).toEqual([30, 30, 40]);
  expect(shares(bucket({ of: { li: 'A' }, shares: { A: 1 }, within: fixed('even', { li: 1, wang: 1 }) }), 7)).toEqual([
    7,
    null,
    null,
  ]);
});

it('refuses a group without a share', () => {
  const within = fixed('even', {});
  expect(() => bucket({ of, shares: { A: 1 }, within })).toThrow(/At of\.zhao/);
  expect(() => bucket({ of, shares: { A: 1, B: -1 }, within })).toThrow(/At shares\.B/);
});
