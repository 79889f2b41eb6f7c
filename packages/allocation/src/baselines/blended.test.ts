import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blended } from './blended.ts';
import { fixed } from './testing/fixed.ts';
import { smallPlan, weights } from './testing/plans.ts';
import { boxOf } from '../plan.ts';
import { shareOut } from '../share/share-out.ts';

const plan = smallPlan();
const leaves = ['li', 'wang', 'zhao'];
const organisation = plan.grid.axes[0] as (typeof plan.grid.axes)[number];
const pooling = (ids: readonly string[]) => ({
  plan,
  metric: 0,
  axis: 0,
  box: boxOf(plan, {}),
  members: Int32Array.from(ids, (id) => organisation.numberOf.get(id) as number),
});

/** What each would get of a total. */
function shares(method: ReturnType<typeof blended>, total: number, ids = leaves): (number | null)[] {
  const found = weights(plan, method, 'organisation', {}, ids);
  const out = new Float64Array(ids.length);
  shareOut(total, Float64Array.from(ids, (id) => found[id] ?? NaN), null, out); // prettier-ignore
  return Array.from(out, (part) => (Number.isNaN(part) ? null : part));
}

it('mixes shares, not amounts: 50 % last year, 30 % trailing, 20 % pipeline', () => {
  const method = blended([
    { method: fixed('prior', { li: 300, wang: 100 }), percent: 50 },
    { method: fixed('trailing', { li: 5_000_000, wang: 5_000_000 }), percent: 30 },
    { method: fixed('pipeline', { wang: 20 }), percent: 20 },
  ]);
  // Li 0.5 × 3/4 + 0.3 × 1/2 = 0.525; Wang 0.5 × 1/4 + 0.3 × 1/2 + 0.2 = 0.475; nobody knows Zhao.
  expect(shares(method, 1000)).toEqual([525, 475, null]);
  expect(method.name).toBe('blended:50%prior+30%trailing+20%pipeline');
  expect(method.account(pooling(leaves))).toEqual([
    { method: 'prior', percent: 50, usedPercent: 50, weights: [300, 100, null], of: 400 },
    { method: 'trailing', percent: 30, usedPercent: 30, weights: [5_000_000, 5_000_000, null], of: 10_000_000 },
    { method: 'pipeline', percent: 20, usedPercent: 20, weights: [null, 20, null], of: 20 },
  ]);
});

it('gives the part of an element that has no weight to the others, and says so', () => {
  const method = blended([
    { method: fixed('prior', { li: 1, wang: 3 }), percent: 60 },
    { method: fixed('pipeline', { li: 0, wang: 0, zhao: 0 }), percent: 40 },
  ]);
  expect(shares(method, 400)).toEqual([100, 300, 0]);
  expect(method.account(pooling(leaves)).map(({ usedPercent }) => usedPercent)).toEqual([100, 0]);
});

it('lets no noise of binary fractions decide: equal members in thirds tie by rank', () => {
  const three = { li: 1, wang: 1, zhao: 1 };
  const method = blended([33.3, 33.3, 33.4].map((percent) => ({ method: fixed('even', three), percent })));
  expect(shares(method, 100)).toEqual([34, 33, 33]);
  // Li has 10 % + 20 %, Wang 30 %: 1.5 of 5 each, although 0.1 + 0.2 > 0.3 in binary. The first one gets the odd unit.
  const only = (id: string, percent: number) => ({ method: fixed(id, { [id]: 1 }), percent });
  const tied = blended([only('li', 10), only('li', 20), only('wang', 30), only('zhao', 40)]);
  expect(shares(tied, 5, ['wang', 'li', 'zhao'])).toEqual([2, 1, 2]);
});

it('refuses percentages that do not total 100', () => {
  const even = fixed('even', { li: 1 });
  const of =
    (...percents: number[]) =>
    () =>
      blended(percents.map((percent) => ({ method: even, percent })));
  expect(of(50, 40)).toThrow(/total 100 %, they total 90/);
  expect(of()).toThrow(/total 100/);
  expect(of(NaN, 100)).toThrow(/At elements/);
  expect(of(110, -10)).toThrow(/At elements\.1\.percent/);
});

it('shares up to exactly the total, whoever stands first', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 1, max: 99 }), fc.nat({ max: 1e12 }), (a, b, percent, total) => {
      const by = (list: readonly number[]) => Object.fromEntries(leaves.map((id, at) => [id, list[at] as number]));
      const method = blended([
        { method: fixed('a', by(a)), percent },
        { method: fixed('b', by(b)), percent: 100 - percent },
      ]);
      const given = shares(method, total);
      expect(given.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(total);
      expect(weights(plan, method, 'organisation', {}, [...leaves].reverse())).toEqual(
        weights(plan, method, 'organisation', {}, leaves),
      );
    }),
  );
});
