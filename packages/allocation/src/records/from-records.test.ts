import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { applyEdit } from '../edits/apply-edit.ts';
import { explainCell } from '../edits/explain.ts';
import { cellValue } from '../plan.ts';
import { fromRecords } from './from-records.ts';
import { journalEntryOf } from './journal-entry.ts';
import { logEntryOf } from './log-entry.ts';
import { cellAt, nodePeriodOf } from './node-period.ts';
import { planRecordSchema } from './plan-record.ts';
import { storedLines, storedRecords } from './testing/stored-records.ts';
import { toRecords } from './to-records.ts';
import { verifySums } from './verify-sums.ts';
import type { YearHeader } from './year-plan.ts';

const metric = { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' } as const;
const header: YearHeader = { period: '2026', fiscalYearStartMonth: 1, metric };
const stored = storedRecords;

it('reads records of the first engine and writes the same bytes again', () => {
  expect(toRecords(fromRecords(header, stored)).map((record) => JSON.stringify(record))).toEqual(storedLines);
});

it('has the values, holds and sums that were stored', () => {
  const plan = fromRecords(header, stored);
  expect(cellValue(plan, cellAt('north', '2026-Q1'))).toBe(33_001);
  expect(cellValue(plan, cellAt('zhao', '2026'))).toBeNull();
  expect(applyEdit(plan, { kind: 'add', target: cellAt('wang', '2026-01'), value: 1 })).toMatchObject({ code: 'held' });
});

it('explains a cell as it did before: entered where, divided how, moved by what', () => {
  const { value, chain } = explainCell(fromRecords(header, stored), cellAt('li', '2026-02'));
  expect(value).toBe(5_560);
  const told = chain.map(({ seq, action, target, entered, moved, steps, reason }) => [
    seq,
    action,
    ...Object.values(nodePeriodOf(target)),
    entered.before,
    entered.after,
    moved,
    reason,
    steps.map((step) => [nodePeriodOf(step).node, step.method, step.pool, step.weight, step.of, step.after, step.rounding]),
  ]);
  // Read off the first engine's own explanation of this cell.
  expect(told).toEqual([
    [
      1,
      'decompose',
      'north',
      '2026',
      null,
      30_001,
      4_000,
      undefined,
      [
        ['north', 'seasonality', 30_001, 0.6, 3, 6_000, -0.2],
        ['li', 'drivers', 6_000, 2, 3, 4_000, 0],
      ],
    ],
    [3, 'set', 'li', '2026-02', 4_000, 5_000, 1_000, '新客户', [['li', 'proportional', 5_000, 4_000, 4_000, 5_000, 0]]],
    [
      8,
      'percent',
      'north',
      '2026-Q1',
      30_001,
      33_001,
      560,
      undefined,
      [['li', 'proportional', 29_796, 5_000, 26_796, 5_560, 0.214957]],
    ],
  ]);
});

it('keeps the fallback of a division, and what came to a parent from below', () => {
  const plan = fromRecords(header, stored);
  const [, set] = explainCell(plan, cellAt('wang', '2026-07')).chain;
  expect(set?.steps[0]).toMatchObject({ fallback: 'even', pool: 1_000, after: 334, rounding: 0.666667 });
  expect(explainCell(plan, cellAt('north', '2026-03')).chain.map(({ moved, leaves }) => [moved, leaves])).toEqual([
    [14_001, 3],
    [-539, 3],
    [1_507, 3],
  ]);
});

it('goes on where the stored log ended, and what it writes holds to the schema', () => {
  const check = new Ajv2020({ allErrors: true, formats: { 'date-time': true } }).compile(planRecordSchema);
  const result = applyEdit(fromRecords(header, stored), { kind: 'clear', target: cellAt('li', '2026-Q1'), by: 'olga' });
  if (!result.ok) throw new Error(result.code);
  expect(result.entry.seq).toBe(9);
  const records = toRecords(result.plan);
  for (const record of records) expect(check(record), JSON.stringify(check.errors)).toBe(true);
  expect(verifySums(records)).toEqual([]);
  const edits = records.find(({ nodeId }) => nodeId === 'li')?.edits.at(-1);
  expect(edits?.splits.map(({ period, after, weight }) => [period, after, weight])).toEqual([
    ['2026-01', null, 0],
    ['2026-02', null, 0],
    ['2026-03', null, 0],
  ]);
  expect(fromRecords(header, records).journal).toHaveLength(9);
});

it('puts a change from above the branch at its top', () => {
  const branch = stored.filter(({ nodeId }) => nodeId === 'li').map((record) => ({ ...record, parentId: null, edits: [] }));
  const plan = fromRecords(header, branch);
  const above = {
    seq: 9,
    action: 'set',
    target: { node: 'north', period: '2026-01' },
    before: null,
    after: null,
    splits: [],
  } as const;
  expect(nodePeriodOf({ at: { organisation: 'li', time: '2026-01' } })).toEqual({ node: 'li', period: '2026-01' });
  expect([...journalEntryOf(plan, above).target]).toEqual([0, plan.grid.axes[1]?.numberOf.get('2026-01')]);
});

it('refuses records whose parent is not the sum of its children, and a period outside of the year', () => {
  const wrong = stored.map((record) => ({ ...record, months: { ...record.months, '2026-03': 1 } }));
  expect(() => fromRecords(header, wrong)).toThrow(/north × 2026-03/);
  const late = stored.map((record) => ({ ...record, months: { ...record.months, '2027-01': null } }));
  expect(() => fromRecords(header, late)).toThrow(/2027-01/);
});

it('keeps what a cell had before the rest was divided', () => {
  const plan = fromRecords(header, stored);
  const split = {
    node: 'li',
    period: '2026-01',
    before: -5,
    after: 7,
    method: 'proportional',
    pool: 12,
    weight: 5,
    of: 5,
    fallback: null,
  };
  const cell = { node: 'li', period: '2026-01' };
  const entry = { seq: 9, action: 'set', target: cell, before: -5, after: 7, splits: [{ ...split, reserved: -5 }] } as const;
  const read = journalEntryOf(plan, entry);
  expect(logEntryOf(plan, read)).toEqual(entry);
  const [change] = explainCell({ ...plan, journal: [read] }, cellAt('li', '2026-01')).chain;
  // −5 kept, 12 × 5 / 5 on top.
  expect(change?.steps[0]).toMatchObject({ reserved: -5, exact: 7, rounding: 0 });
});

it('lists held periods in order, and of what was cleared only what had said something', () => {
  let plan = fromRecords(header, stored);
  const target = cellAt('wang', '2026');
  for (const edit of [
    { kind: 'release', target: cellAt('wang', '2026-01') },
    { kind: 'clear', target },
    { kind: 'hold', target: cellAt('wang', '2026-Q2') },
    { kind: 'hold', target: cellAt('wang', '2026-03') },
  ] as const) {
    const result = applyEdit(plan, edit);
    if (!result.ok) throw new Error(result.code);
    plan = result.plan;
  }
  const wang = toRecords(plan).find(({ nodeId }) => nodeId === 'wang');
  expect(wang?.held).toEqual(['2026-03', '2026-Q2']);
  const cleared = wang?.edits.find(({ action }) => action === 'clear')?.splits.map(({ period }) => period.slice(5));
  expect(cleared).toEqual(['01', '02', '03', '07', '08', '09']);
});
