import { createCalendar } from '@milepost/calendar';
import { expect, it } from 'vitest';
import { boxOfKey } from '../journal.ts';
import { cellValue, refOf } from '../plan.ts';
import { countPeriodDays, driver, even, manual, seasonality, workingDays } from '../methods/index.ts';
import { cellWeights } from './cell-weights.ts';
import { decompose } from './decompose.ts';
import { done, organisation, planOver, product, quarter, row, year } from './testing/small-plan.ts';
import type { Method } from '../methods/index.ts';
import type { Plan } from '../plan.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const steps = [{ axis: 'time', method: even() }, { axis: 'organisation', method: even() }]; // prettier-ignore
const people = planOver([organisation, quarter]);

it('divides a year by working days, then evenly by person', () => {
  const plan = planOver([organisation, year]);
  const months = plan.grid.axes[1]?.ids.filter((id) => /-\d\d$/.test(id)) ?? [];
  const time = workingDays(countPeriodDays(calendar, months, 1));
  const done248 = done(plan, {
    total: 248_000,
    steps: [
      { axis: 'time', method: time },
      { axis: 'organisation', method: even() },
    ],
  });
  // 248 working days: 1,000 a day.
  expect(row(done248, {})).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23].map((days) => days * 1000));
  // 21,000 over three people; north has two of them.
  expect(row(done248, { organisation: 'north' })[0]).toBe(14_000);
  expect(row(done248, { organisation: 's1' })[0]).toBe(7_000);
});

it('divides by unit instead of person when asked', () => {
  const plan = done(people, { total: 90, steps: [steps[0] as never, { axis: 'organisation', method: even('child') }] });
  expect(row(plan, { organisation: 'north' })).toEqual([15, 15, 15]);
  expect(row(plan, { organisation: 'n1' })).toEqual([8, 8, 8]);
});

it('weighs by season and driver, and leaves those without a driver null and those with 0 at 0', () => {
  const time = { axis: 'time', method: seasonality({ '01': 1, '02': 0.5, '03': 2.5 }) };
  const plan = done(people, { total: 800, steps: [time, { axis: 'organisation', method: driver({ north: 3, s1: 1, n1: 1, n2: 2 }) }] }); // prettier-ignore
  expect(row(plan, {})).toEqual([200, 100, 500]);
  expect(row(plan, { organisation: 's1' })).toEqual([50, 25, 125]);
  expect(row(plan, { organisation: 'n2' })).toEqual([100, 50, 250]);
  const sparse = done(people, { total: 30, steps: [steps[0] as never, { axis: 'organisation', method: driver({ n1: 1, n2: 0 }) }] }); // prettier-ignore
  expect(row(sparse, { organisation: 'n1' })).toEqual([10, 10, 10]);
  expect(row(sparse, { organisation: 'n2' })).toEqual([0, 0, 0]);
  expect(row(sparse, { organisation: 'south' })).toEqual([null, null, null]);
});

it('keeps given values and shares the rest among the silent', () => {
  const given = manual([
    { at: { organisation: 's1' }, amount: 50 },
    { at: { organisation: 'n1' }, amount: 0 },
  ]);
  const by = [{ axis: 'organisation', method: given }, { axis: 'time', method: even() }]; // prettier-ignore
  const plan = done(people, { total: 110, steps: by });
  expect([cellValue(plan, { at: { organisation: 's1' } }), cellValue(plan, { at: { organisation: 'n1' } })]).toEqual([50, 0]);
  expect(row(plan, { organisation: 'n2' })).toEqual([20, 20, 20]);
  expect(decompose(people, { total: 40, steps: by })).toMatchObject({
    ok: false,
    code: 'belowZero',
    conflicts: [{ at: { organisation: 'co', time: '2026-Q1' }, held: 40, needed: 50 }],
  });
});

it('crosses all axes by a weight per cell', () => {
  const crossed = cellWeights(people, 'pattern', [
    { at: { organisation: 'n1' }, weight: 1 },
    { at: { organisation: 'n1', time: '2026-03' }, weight: null },
    { at: { organisation: 's1', time: '2026-03' }, weight: 2 },
    { at: { organisation: 's1', time: '2026-01' }, weight: 0 },
  ]);
  const plan = done(people, { total: 40, crossed });
  expect(row(plan, { organisation: 'n1' })).toEqual([10, 10, null]);
  expect(row(plan, { organisation: 's1' })).toEqual([0, null, 20]);
  expect(() => decompose(people, { total: 1, crossed: { name: 'x', weights: new Float64Array(3) } })).toThrow(/crossed\.weights/);
});

it('goes through three axes in any order, to the same cells but for rounding', () => {
  const plan = planOver([organisation, product, quarter]);
  const methods = {
    time: seasonality({ '01': 1, '02': 1, '03': 2 }),
    organisation: driver({ n1: 1, n2: 2, s1: 3 }),
    product: driver({ pumps: 3, valves: 1 }),
  };
  const by = (...axes: (keyof typeof methods)[]) => axes.map((axis) => ({ axis, method: methods[axis] }));
  // 9,600 divides without a rest: months 1:1:2 of 4, people 1:2:3 of 6, products 3:1 of 4.
  const one = done(plan, { total: 9_600, steps: by('time', 'organisation', 'product') });
  const other = done(plan, { total: 9_600, steps: by('product', 'time', 'organisation') });
  expect(row(one, { organisation: 'n2', product: 'pumps' })).toEqual([600, 600, 1200]);
  expect(row(other, { organisation: 'n2', product: 'pumps' })).toEqual([600, 600, 1200]);
  expect(row(other, { organisation: 'south' })).toEqual([1200, 1200, 2400]);
});

it('fills a part of the plan and leaves the rest alone', () => {
  const plan = done(people, { total: 90, steps });
  const again = done(plan, {
    total: 7,
    target: { at: { organisation: 'north', time: '2026-02' } },
    steps: [{ axis: 'organisation', method: driver({ n1: 3, n2: 4 }) }],
  });
  expect(row(again, { organisation: 'n1' })).toEqual([10, 3, 10]);
  expect(row(again, { organisation: 's1' })).toEqual([10, 10, 10]);
  const leaf = done(plan, { total: 1, target: { at: { organisation: 'n1', time: '2026-01' } }, steps: [] });
  expect(row(leaf, { organisation: 'n1' })).toEqual([1, 10, 10]);
});

it('gives only to cells that exist', () => {
  const plan = planOver([organisation, product, quarter], {
    support: [
      { organisation: 'n1', product: 'pumps' },
      { organisation: 's1', product: 'pumps' },
      { organisation: 's1', product: 'valves' },
    ],
    belongs: ([person, , month]) => !(person === 's1' && month === '2026-01'),
  });
  const all = [{ axis: 'time', method: even() }, { axis: 'organisation', method: even() }, { axis: 'product', method: even() }]; // prettier-ignore
  const filled = done(plan, { total: 300, steps: all });
  // January has one person; February two, though north has two people in the tree.
  expect(row(filled, { organisation: 'north' })).toEqual([100, 50, 50]);
  expect(row(filled, { product: 'valves' })).toEqual([null, 25, 25]);
  const nowhere = { at: { organisation: 'n2' } };
  expect(decompose(plan, { total: 1, target: nowhere, steps: all })).toMatchObject({ ok: false, code: 'empty', conflicts: [] });
});

it('writes down every division, top down', () => {
  const result = decompose(people, { total: 100, steps, by: 'ops', at: '2026-01-01T00:00:00Z', reason: 'plan' });
  if (!result.ok) throw new Error('refused');
  const { entry } = result;
  expect(entry).toMatchObject({ seq: 1, action: 'decompose', before: null, after: 100, by: 'ops', reason: 'plan' });
  expect(entry.divisions.map(({ keys }) => keys.length)).toEqual([3, 6, 9]);
  const names = (plan: Plan, keys: Float64Array) =>
    Array.from(keys, (key) => [...boxOfKey(plan.grid.axes, key)].map((member, at) => plan.grid.axes[at]?.ids[member]).join(' '));
  const [months, units, persons] = entry.divisions;
  expect(names(people, months?.keys as Float64Array)).toEqual(['co 2026-01', 'co 2026-02', 'co 2026-03']);
  // 100 over three months: 34; two of three people: 23 of 22.67; half of that: 12 of 11.5.
  expect([...(months?.after ?? [])]).toEqual([34, 33, 33]);
  expect(names(people, units?.keys.subarray(0, 2) as Float64Array)).toEqual(['north 2026-01', 'south 2026-01']);
  expect([...(units?.after ?? [])].slice(0, 2)).toEqual([23, 11]);
  expect(units?.pools[0]).toEqual({ total: 34, of: 3, fallback: null, method: 'even' });
  expect([...(persons?.after ?? [])].slice(0, 3)).toEqual([12, 11, 11]);
});

it('tells a method which cell is divided, and how much of it', () => {
  const asked: string[] = [];
  const nosy: Method = {
    name: 'nosy',
    weigh({ plan, axis, box, members, total }, out) {
      const { ids } = plan.grid.axes[axis] as (typeof plan.grid.axes)[number];
      asked.push(`${refOf(plan, 0, box).at['organisation']} ${total}: ${Array.from(members, (one) => ids[one]).join(' ')}`);
      out.fill(1);
    },
  };
  done(people, {
    total: 90,
    steps: [
      { axis: 'organisation', method: nosy },
      { axis: 'time', method: even() },
    ],
  });
  expect(asked).toEqual(['co 90: north south', 'north 45: n1 n2', 'south 45: s1']);
});

it('refuses what is no total, no step or no axis, with its place', () => {
  expect(() => decompose(people, { total: -1, steps })).toThrow(/At total: .*at least 0/);
  expect(() => decompose(people, { total: 1e16, steps })).toThrow(/At total/);
  expect(() => decompose(people, { total: 1, steps: steps.slice(1) })).toThrow(/At steps: .*"time"/);
  expect(() => decompose(people, { total: 1, steps: [...steps, ...steps] })).toThrow(/At steps\.2\.axis/);
  expect(() => decompose(people, { total: 1, steps: [{ axis: 'colour', method: even() }] })).toThrow(/At steps\.0\.axis/);
  const broken = { name: 'broken', weigh: (_: unknown, out: Float64Array) => out.fill(-1) };
  expect(() => decompose(people, { total: 1, steps: [{ axis: 'time', method: broken }, ...steps.slice(1)] })).toThrow(
    /At broken\.co\.2026-01/,
  );
});
