import { explainCell } from '@milepost/allocation';
import { cellAt, nodePeriodOf, organisationOf } from '@milepost/allocation/records';
import { expect, it } from 'vitest';
import { amountAt } from './amount-at.ts';
import { changedValues, headerOf, logOf, planOf } from './stored.ts';
import type { AllocationValue, StoredEdit } from './types.ts';

const header = headerOf({ period: '2026', fiscalYearStartMonth: 1, currency: 'CNY' });
const author = { by: 'olga', at: '2026-01-02T03:04:05.000Z' };
/** As stored by the engine before this one: what the company decided, seen in the part that reached the team. */
const decided = (after: number | null, splits: StoredEdit['splits']): StoredEdit => ({
  action: 'decompose',
  target: { node: 'co', period: '2026' },
  before: null,
  after,
  ...author,
  splits,
});
const value = (
  nodeId: string,
  parentId: string | null,
  months: Record<string, number>,
  edits: StoredEdit[],
): AllocationValue => ({
  planId: 'p1',
  period: '2026',
  nodeId,
  parentId,
  kind: nodeId.includes('~') ? 'person' : 'unit',
  label: nodeId,
  from: null,
  to: null,
  months,
  held: [],
  edits,
});
const part = { period: '2026-01', before: null, method: 'lastYear', fallback: null } as const;
const east = value('east', 'co', { '2026-01': 75 }, [decided(null, [{ ...part, after: 75, pool: 100, weight: 3, of: 4 }])]);
const amy = value('east~amy', 'east', { '2026-01': 50 }, [decided(null, [{ ...part, after: 50, pool: 75, weight: 2, of: 3 }])]);
const bob = value('east~bob', 'east', { '2026-01': 25 }, [decided(null, [{ ...part, after: 25, pool: 75, weight: 1, of: 3 }])]);

it('explains a branch by what was decided above it, and keeps the name of where that was', () => {
  const log = logOf([amy, east, bob]);
  const plan = planOf(header, [amy, east, bob], log);
  expect(log.map(({ seq, target, splits }) => [seq, target.node, splits.length])).toEqual([[1, 'co', 3]]);
  expect(organisationOf(plan).ids).toEqual(['east', 'east~amy', 'east~bob']);
  const [change] = explainCell(plan, cellAt('east~amy', '2026-01')).chain;
  expect(change?.steps.map((step) => [nodePeriodOf(step).node, step.pool, step.weight, step.of, step.after])).toEqual([
    ['east', 100, 3, 4, 75],
    ['east~amy', 75, 2, 3, 50],
  ]);
});

it('puts people without a common unit under one top, which is never stored', () => {
  const plan = planOf(header, [amy, bob]);
  expect(amountAt(plan, '*', '2026-01')).toBe(75);
  expect(changedValues(plan, [amy, bob], { since: 1, ...author, hiddenHolds: new Set() })).toEqual([]);
});
