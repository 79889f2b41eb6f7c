import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAt, cellCount, positionsOf } from '../grid.ts';
import { boxValue, cellValue, createPlan, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import { checkPadding, paddedValue } from './padded-value.ts';
import { padPlan } from './padding.ts';
import type { Plan } from '../plan.ts';
import type { Padding, PaddingSpec } from './padding.ts';

const sales = { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' } as const;
const organisation = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'all', parentId: null },
    { id: 'north', parentId: 'all' },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
    { id: 'zhao', parentId: 'all' },
  ],
} as const;
const time = {
  id: 'time',
  kind: 'time',
  members: [
    { id: '2026', parentId: null },
    { id: '2026-01', parentId: '2026' },
    { id: '2026-02', parentId: '2026' },
  ],
} as const;

/** li, wang, zhao; January and February each. */
function planOf(...amounts: number[]): Plan {
  const plan = createPlan({ metrics: [sales], axes: [organisation, time] });
  return withValues(plan, 0, valuesOf(Float64Array.from(amounts)));
}

function padded(plan: Plan, spec: PaddingSpec): Padding {
  const padding = padPlan(plan, spec);
  if (!padding.ok) throw new Error(padding.texts.en);
  return padding;
}

const at = (member: string, month?: string) => ({
  at: { organisation: member, ...(month === undefined ? {} : { time: month }) },
});

it('pads the whole company by a percentage and keeps both numbers', () => {
  // 1000 + 10 % = 1100; January 600 and February 400 become 660 and 440; January 660 by 100:200:300 is 110, 220, 330,
  // February 440 by 150:50:200 is 165, 55, 220.
  const plan = planOf(100, 150, 200, 50, 300, 200);
  const padding = padded(plan, { rules: [{ scope: 'company', percent: 10 }] });
  expect(padding.steps).toEqual([{ member: 'all', carriedMinor: 1000, handedOutMinor: 1100 }]);
  const people = ['li', 'wang', 'zhao'].flatMap((who) => ['2026-01', '2026-02'].map((month) => cellValue(padding.levels[2] as Plan, at(who, month)))); // prettier-ignore
  expect(people).toEqual([110, 165, 220, 55, 330, 220]);
  expect(paddedValue(plan, padding, at('all'))).toEqual({ ok: true, baseMinor: 1000, paddedMinor: 1000, differenceMinor: 0, handedOutMinor: 1100 }); // prettier-ignore
  expect(paddedValue(plan, padding, at('north', '2026-01'))).toEqual({ ok: true, baseMinor: 300, paddedMinor: 330, differenceMinor: 30, handedOutMinor: 330 }); // prettier-ignore
  expect(paddedValue(plan, padding, at('zhao'))).toMatchObject({ paddedMinor: 550, handedOutMinor: null });
  expect(cellValue(plan, at('all'))).toBe(1000);
});

it('pads level upon level, and one manager by an amount instead', () => {
  const plan = planOf(10, 0, 20, 0, 30, 0);
  // Top: 60 + 10 % = 66: north 33 of 30, zhao 33 of 30. North: 33 + 7 = 40: li 40 × 10/30 = 13⅓ → 13, wang 27.
  const padding = padded(plan, {
    rules: [
      { scope: 'member', member: 'north', amountMinor: 7 },
      { scope: 'level', level: 1, percent: 10 },
      { scope: 'level', level: 2, percent: 50 },
    ],
  });
  expect(padding.steps).toEqual([
    { member: 'all', carriedMinor: 60, handedOutMinor: 66 },
    { member: 'north', carriedMinor: 33, handedOutMinor: 40 },
  ]);
  expect(['li', 'wang', 'zhao'].map((who) => cellValue(padding.levels[2] as Plan, at(who)))).toEqual([13, 27, 33]);
  expect(cellValue(padding.levels[2] as Plan, at('li', '2026-02'))).toBe(0);
});

it('is stale after a re-allocation, and fresh again when the amounts are back', () => {
  const plan = planOf(1, 2, 3, 4, 5, 6);
  const padding = padded(plan, { rules: [{ scope: 'company', percent: 5 }] });
  const moved = planOf(2, 1, 3, 4, 5, 6);
  expect(checkPadding(plan, padding)).toBeNull();
  expect(checkPadding(planOf(1, 2, 3, 4, 5, 6), padding)).toBeNull();
  expect(paddedValue(moved, padding, at('zhao'))).toMatchObject({ ok: false, code: 'allocation.layers.padding.stale' });
});

it('is refused where the policy forbids it or nothing can be padded', () => {
  const policy = { mostOverPercent: 10, mostUnderPercent: 0 };
  const pad = (rules: PaddingSpec['rules'], plan = planOf(100, 0, 100, 0, 100, 0)) => padPlan(plan, { rules, policy });
  expect(pad([{ scope: 'company', percent: 10 }])).toMatchObject({ ok: true });
  expect(pad([{ scope: 'company', percent: 11 }])).toMatchObject({ code: 'allocation.layers.policy.over', member: 'all' });
  expect(pad([{ scope: 'company', percent: -1 }])).toMatchObject({ code: 'allocation.layers.policy.under', member: 'all' });
  // Each step keeps the limit, all of them together do not: 330 then north 220 + 10 % = 242 and 110: 352 of 300.
  expect(pad([{ scope: 'company', percent: 10 }, { scope: 'level', level: 2, percent: 10 }])).toMatchObject({ code: 'allocation.layers.policy.over', member: 'all' }); // prettier-ignore
  expect(pad([{ scope: 'member', member: 'north', amountMinor: 5 }], planOf(0, NaN, 0, 0, 9, 9))).toMatchObject({ code: 'allocation.layers.padding.empty', member: 'north' }); // prettier-ignore
  expect(padPlan(planOf(1, 1, 1, 1, 1, 1), { rules: [{ scope: 'company', amountMinor: -7 }] })).toMatchObject({ code: 'allocation.layers.padding.negative', member: 'all' }); // prettier-ignore
  expect(pad([{ scope: 'company', percent: 1 }], planOf(-100, 0, 500, 0, 0, 0))).toMatchObject({ code: 'allocation.layers.padding.negative' }); // prettier-ignore
});

it('answers bad rules with their place', () => {
  const pad =
    (...rules: PaddingSpec['rules']) =>
    () =>
      padPlan(planOf(1, 1, 1, 1, 1, 1), { rules });
  expect(pad({ scope: 'level', level: 3, percent: 1 })).toThrow(/At rules\.0\.level/);
  expect(pad({ scope: 'company', percent: 1 }, { scope: 'level', level: 1, percent: 2 })).toThrow(/At rules\.1: There are two/);
  expect(pad({ scope: 'member', member: 'li', percent: 1 })).toThrow(/At rules\.0\.member: "li" has nobody below/);
  expect(pad({ scope: 'member', member: 'nobody', percent: 1 })).toThrow(/At rules\.0\.member/);
  expect(pad({ scope: 'company', percent: NaN })).toThrow(/At rules\.0\.percent/);
  expect(pad({ scope: 'company', amountMinor: 0.5 })).toThrow(/At rules\.0\.amountMinor/);
});

it('never changes the base, and every level adds up on every axis', () => {
  const amount = fc.oneof(fc.constant(NaN), fc.constant(0), fc.integer({ min: 0, max: 10_000 }));
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 6, maxLength: 6 }),
      fc.double({ min: -50, max: 80, noNaN: true }),
      fc.integer({ min: -50, max: 80 }),
      (amounts, first, second) => {
        const plan = planOf(...amounts);
        const before = Float64Array.from(plan.values[0]?.chunks[0] as Float64Array);
        const padding = padded(plan, {
          rules: [
            { scope: 'company', percent: first },
            { scope: 'level', level: 2, percent: second },
          ],
        });
        expect(plan.values[0]?.chunks[0]).toEqual(before);
        for (const { member, handedOutMinor } of padding.steps) {
          const depth = member === 'all' ? 1 : 2;
          expect(cellValue(padding.levels[depth] as Plan, at(member)) ?? 0).toBe(handedOutMinor);
        }
        // Nobody between the top and the people adds anything: months pass through as they are.
        const [, one, two] = padded(plan, { rules: [{ scope: 'company', percent: first }] }).levels as [Plan, Plan, Plan];
        for (const month of ['2026-01', '2026-02'])
          expect(cellValue(two, at('north', month))).toBe(cellValue(one, at('north', month)));
        // Zhao has no manager but the top: nothing of the second step.
        expect(cellValue(padding.levels[2] as Plan, at('zhao'))).toBe(cellValue(padding.levels[1] as Plan, at('zhao')));
        const { grid } = padding.levels[2] as Plan;
        for (let position = 0; position < cellCount(grid); position += 1) {
          const box = boxAt(grid, position);
          const [value, base] = [boxValue(padding.levels[2] as Plan, 0, box), boxValue(plan, 0, box)];
          expect(positionsOf(grid, box)).toHaveLength(1);
          if (base === null || base === 0) expect(value).toBe(base);
        }
      },
    ),
  );
});
