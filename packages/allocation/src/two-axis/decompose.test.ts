import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { decompose } from './decompose.ts';
import { explainCell } from './explain.ts';
import { drivers } from './methods/drivers.ts';
import { even } from './methods/even.ts';
import { manual } from './methods/manual.ts';
import { prior } from './methods/prior.ts';
import { seasonality } from './methods/seasonality.ts';
import { monthDays, workingDays } from './methods/working-days.ts';
import { cellValue, createPlan } from './plan.ts';
import { toRecords } from './records.ts';
import { verifySums } from '../records/verify-sums.ts';
import type { DecomposeSpec } from './decompose.ts';
import type { Plan } from './plan.ts';

const metric = { kind: 'money', currency: 'CNY', tax: 'excluded' } as const;
const NODES = [
  { id: 'co', parentId: null },
  { id: 'north', parentId: 'co' },
  { id: 'n1', parentId: 'north' },
  { id: 'n2', parentId: 'north' },
  { id: 'south', parentId: 'co' },
  { id: 's1', parentId: 'south' },
];
const quarterPlan = createPlan({ period: '2026-Q1', fiscalYearStartMonth: 1, metric }, NODES);
const yearPlan = createPlan({ period: '2026', fiscalYearStartMonth: 1, metric }, NODES);

function done(plan: Plan, spec: DecomposeSpec): Plan {
  const result = decompose(plan, spec);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  expect(verifySums(toRecords(result.plan))).toEqual([]);
  expect(cellValue(result.plan, 'co', plan.header.period)).toBe(spec.total);
  return result.plan;
}

function row(plan: Plan, node: string): (number | null)[] {
  return plan.time.leaves.map((month) => cellValue(plan, node, month));
}

describe('decompose', () => {
  it('divides a year by working days, then evenly by person', () => {
    const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
    const time = workingDays(monthDays(calendar, yearPlan.time.leaves));
    const plan = done(yearPlan, { total: 248_000, order: 'time-first', time, organisation: even() });
    // 248 working days: 1,000 a day.
    expect(row(plan, 'co')).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23].map((days) => days * 1000));
    // 21,000 over three people; north has two of them.
    expect([cellValue(plan, 'north', '2026-01'), cellValue(plan, 's1', '2026-01')]).toEqual([14_000, 7_000]);
  });

  it('says in the method that working days were estimated', () => {
    const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
    expect(workingDays(monthDays(calendar, ['2027-01'])).name).toBe('workingDays:estimated');
  });

  it('divides by unit instead of person when asked', () => {
    const spec = { total: 90, order: 'time-first', time: even(), organisation: even('child') } as const;
    const plan = done(quarterPlan, spec);
    expect([row(plan, 'north'), row(plan, 'n1')]).toEqual([
      [15, 15, 15],
      [8, 8, 8],
    ]);
  });

  it('follows the prior year in both orders', () => {
    const actuals = {
      n1: { '2025-01': 10, '2025-02': 30 },
      n2: { '2025-01': 20 },
      s1: { '2025-01': 30, '2025-02': 10 },
    };
    const method = prior(actuals);
    // January was 60 of 100, February 40, March nothing.
    const time = done(quarterPlan, { total: 1000, order: 'time-first', time: method, organisation: method });
    expect(row(time, 'co')).toEqual([600, 400, 0]);
    expect(row(time, 'n1')).toEqual([100, 300, 0]);
    // n1 had 40 of 100; its January 10 of 40.
    const people = done(quarterPlan, {
      total: 1000,
      order: 'organisation-first',
      time: method,
      organisation: method,
    });
    expect(row(people, 'n1')).toEqual([100, 300, 0]);
    expect(cellValue(people, 'south', '2026-Q1')).toBe(400);
  });

  it('records the fallback where the prior year has nothing', () => {
    const result = decompose(quarterPlan, {
      total: 90,
      order: 'time-first',
      time: even(),
      organisation: prior({ n1: { '2025-01': 5 } }),
    });
    if (!result.ok) throw new Error('refused');
    expect(row(result.plan, 'n1')).toEqual([30, 8, 8]);
    expect(result.fallbacks).toContainEqual({
      node: 'north',
      period: '2026-02',
      method: 'prior',
      used: 'even',
    });
    expect(result.fallbacks.some(({ period }) => period === '2026-01')).toBe(false);
  });

  it('weighs by season and driver', () => {
    const time = seasonality({ '01': 1, '02': 0.5, '03': 2.5 });
    const plan = done(quarterPlan, {
      total: 800,
      order: 'time-first',
      time,
      organisation: drivers({ north: 3, s1: 1, n1: 1, n2: 2 }),
    });
    expect(row(plan, 'co')).toEqual([200, 100, 500]);
    expect([row(plan, 's1'), row(plan, 'n2')]).toEqual([
      [50, 25, 125],
      [100, 50, 250],
    ]);
  });

  it('leaves those without a driver null and those with zero at zero', () => {
    const plan = done(quarterPlan, {
      total: 30,
      order: 'time-first',
      time: even(),
      organisation: drivers({ n1: 1, n2: 0 }),
    });
    expect([row(plan, 'n1'), row(plan, 'n2'), row(plan, 'south')]).toEqual([
      [10, 10, 10],
      [0, 0, 0],
      [null, null, null],
    ]);
  });

  it('keeps entered values and shares the rest among the silent', () => {
    const organisation = manual({ s1: { '2026-Q1': 50 }, n1: { '2026-Q1': 0 } });
    const plan = done(quarterPlan, { total: 110, order: 'organisation-first', time: even(), organisation });
    expect([cellValue(plan, 's1', '2026-Q1'), cellValue(plan, 'n1', '2026-Q1')]).toEqual([50, 0]);
    expect(row(plan, 'n2')).toEqual([20, 20, 20]);
    const tooMuch = decompose(quarterPlan, {
      total: 40,
      order: 'organisation-first',
      time: even(),
      organisation,
    });
    expect(tooMuch).toMatchObject({
      ok: false,
      code: 'belowZero',
      conflicts: [{ node: 'co', held: 40, needed: 50 }],
    });
  });

  it('crosses both axes by a weight per cell', () => {
    const cells = { n1: { '2026-01': 1, '2026-02': 1 }, s1: { '2026-03': 2 } };
    const plan = done(quarterPlan, { total: 40, order: 'crossed', cells });
    expect([row(plan, 'n1'), row(plan, 's1')]).toEqual([
      [10, 10, 0],
      [0, 0, 20],
    ]);
  });

  it('refuses to run over held cells', () => {
    const held = applyEdit(quarterPlan, { kind: 'hold', node: 'n1', period: '2026-01' });
    if (!held.ok) throw new Error('refused');
    const result = decompose(held.plan, {
      total: 1,
      order: 'time-first',
      time: even(),
      organisation: even(),
    });
    expect(result).toMatchObject({ ok: false, code: 'held', conflicts: [{ node: 'n1', period: '2026-01' }] });
  });
});

describe('explainCell', () => {
  it('leads from the total down to the cell, then through the edits', () => {
    const time = seasonality({ '01': 1, '02': 1, '03': 1 });
    const base = done(quarterPlan, {
      total: 100,
      order: 'time-first',
      time,
      organisation: even(),
      by: 'ops',
    });
    const edited = applyEdit(base, {
      kind: 'set',
      node: 'north',
      period: '2026-01',
      value: 50,
      reason: 'new site',
    });
    if (!edited.ok) throw new Error('refused');
    const { value, chain, summed } = explainCell(edited.plan, 'n1', '2026-01');
    expect([value, summed, chain.length]).toEqual([26, false, 2]);
    expect(chain[0]).toMatchObject({
      action: 'decompose',
      by: 'ops',
      target: { node: 'co', period: '2026-Q1' },
    });
    // 100 over three months: 34; two of three people: 23 of 22.67; half of that: 12 of 11.5.
    expect(chain[0]?.steps.map(({ node, method, pool, after }) => [node, method, pool, after])).toEqual([
      ['co', 'seasonality', 100, 34],
      ['north', 'even', 34, 23],
      ['n1', 'even', 23, 12],
    ]);
    expect(chain[0]?.steps[2]).toMatchObject({ share: 0.5, exact: 11.5, rounding: 0.5 });
    expect(chain[1]).toMatchObject({
      action: 'set',
      reason: 'new site',
      entered: { before: 23, after: 50 },
      moved: 14,
    });
    // 50 by 12 : 11 is 26.09 : 23.91.
    expect(chain[1]?.steps[0]).toMatchObject({
      method: 'proportional',
      pool: 50,
      weight: 12,
      of: 23,
      after: 26,
    });
  });

  it('explains a sum by what moved below it', () => {
    const base = done(quarterPlan, { total: 90, order: 'time-first', time: even(), organisation: even() });
    const edited = applyEdit(base, { kind: 'add', node: 's1', period: '2026-02', value: 7 });
    if (!edited.ok) throw new Error('refused');
    const { chain, summed } = explainCell(edited.plan, 'co', '2026-Q1');
    expect([summed, chain[1]?.moved, chain[1]?.leaves, chain[1]?.steps]).toEqual([true, 7, 1, []]);
  });
});
