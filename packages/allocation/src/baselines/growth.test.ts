import { expect, it } from 'vitest';
import { growth } from './growth.ts';
import { fixed } from './testing/fixed.ts';
import { smallPlan, weights } from './testing/plans.ts';
import { boxOf } from '../plan.ts';
import type { GrowthOptions } from './growth.ts';

const plan = smallPlan();
// Members of the organisation: all, north, li (2), wang (3), south, zhao (5).
const members = Int32Array.of(2, 3, 5);
const base = fixed('prior', { li: 100, wang: 200, zhao: 100 });

function ask(options: GrowthOptions, total?: number, by = base) {
  const account = growth(by, options).account({ plan, metric: 0, axis: 0, box: boxOf(plan, {}), members, total });
  return {
    amounts: account.members.map(({ amount }) => amount),
    rails: account.members.map(({ rail }) => rail),
    excess: account.excess,
  };
}

it('weighs by base and growth, with relief where people have left', () => {
  expect(ask({ percent: { li: 50 }, standard: 10 }, 480)).toEqual({
    amounts: [150, 220, 110].map((wish) => expect.closeTo(wish, 9) as number),
    rails: [null, null, null],
    excess: 0,
  });
  expect(ask({ reliefPercent: { zhao: 50 } }, 350).amounts).toEqual([100, 200, 50]);
  const method = growth(base, { percent: { li: 50 } });
  const { li, zhao } = weights(plan, method, 'organisation', {}, ['li', 'zhao']);
  expect((li as number) / (zhao as number)).toBe(1.5);
  expect([li, zhao].every(Number.isSafeInteger)).toBe(true);
  expect(method.name).toBe('growth:prior');
});

it('re-shares what a rail takes away, and says who stands at it', () => {
  // Li asks for 150 but may have 120 at most; the 30 go to Wang and Zhao as 2 : 1.
  const { amounts, rails, excess } = ask({ percent: { li: 50 }, rails: { maxGrowthPercent: 20 } }, 450);
  expect(amounts).toEqual([120, 220, 110]);
  expect(rails).toEqual(['max', null, null]);
  expect(excess).toBe(0);
  // At least 95 % of last year: Zhao's 50 become 95, the others share the 300 left as 1 : 2.
  expect(ask({ reliefPercent: { zhao: 50 }, rails: { minGrowthPercent: -5 } }, 395)).toEqual({
    amounts: [100, 200, 95],
    rails: [null, null, 'min'],
    excess: 0,
  });
});

it('keeps shares within their rails', () => {
  // 40 % of 400 at most: Wang's 200 become 160, the 40 go to the others equally.
  expect(ask({ rails: { maxSharePercent: 40 } }, 400)).toMatchObject({ amounts: [120, 160, 120], rails: [null, 'max', null] });
  const withNewcomer = fixed('prior', { li: 300, wang: 100, zhao: 0 });
  expect(ask({ rails: { minSharePercent: 10 } }, 400, withNewcomer)).toMatchObject({
    amounts: [270, 90, 40],
    rails: [null, null, 'min'],
  });
});

it('gives way in proportion where the rails contradict the total, and says by how much', () => {
  expect(ask({ rails: { maxGrowthPercent: 20 } }, 540)).toEqual({
    amounts: [120, 240, 120],
    rails: ['max', 'max', 'max'],
    excess: 60,
  });
  expect(ask({ rails: { minGrowthPercent: 0 } }, 300)).toMatchObject({ amounts: [100, 200, 100], excess: -100 });
});

it('keeps unknown members unknown', () => {
  expect(ask({}, 100, fixed('prior', { li: 5 })).amounts).toEqual([100, null, null]);
});

it('refuses rails that cross and growth below nothing', () => {
  const make = (options: GrowthOptions) => () => growth(base, options);
  expect(make({ rails: { minGrowthPercent: 10, maxGrowthPercent: 5 } })).toThrow(/At rails\.growth/);
  expect(make({ rails: { minSharePercent: 60, maxSharePercent: NaN } })).toThrow(/At rails\.share/);
  expect(make({ percent: { li: -101 } })).toThrow(/At percent\.li/);
  expect(make({ reliefPercent: { li: 101 } })).toThrow(/At reliefPercent\.li/);
  expect(make({ standard: NaN })).toThrow(/At standard/);
});

it('passes a percentage on to everyone below who has no nearer one', () => {
  // North asks for 50 %: Li with it, Wang with 10 % of her own; everyone else by the standard.
  expect(ask({ percent: { north: 50, wang: 10 }, standard: 5 }, 475).amounts).toEqual([150, 220, 105]);
  // All of them lose a fifth, Zhao half.
  expect(ask({ reliefPercent: { all: 20, zhao: 50 } }, 290).amounts).toEqual([80, 160, 50]);
});

it('refuses ids that the plan does not have, and rails that are none', () => {
  expect(() => ask({ percent: { wong: 10 } })).toThrow(expect.objectContaining({ code: 'allocation.member.unknown', path: 'percent.wong' })); // prettier-ignore
  expect(() => ask({ reliefPercent: { constructor: 10 } })).toThrow(expect.objectContaining({ path: 'reliefPercent.constructor' })); // prettier-ignore
  const rails = { li: 10 } as GrowthOptions['rails'];
  expect(() => growth(base, { rails })).toThrow(expect.objectContaining({ code: 'allocation.rails.unknown', path: 'rails.li' }));
});
