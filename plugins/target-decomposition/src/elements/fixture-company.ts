/** A stored plan with its company for element tests: co ─ east ─ team-1 (amy 60 %, bob 40 %), 1,200.00 元 in every month. */
import type { TestHostOptions, TestRecord } from '@milepost/sdk/testing';
import { personNodeId, recordId } from '../domain/types.ts';
import type { AllocationValue, PlanValue } from '../domain/types.ts';

export const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const from = '2020-01-01';

export const planRecord = (status: PlanValue['status'] = 'draft'): TestRecord => ({
  id: 'p1',
  ownerId: null,
  unitId: null,
  value: {
    name: '2026 年目标',
    period: '2026',
    fiscalYearStartMonth: 1,
    currency: 'CNY',
    status,
    basis: { time: 'even', organisation: 'even' },
    organisationAsOf: '2026-01-01',
    copiedFrom: null,
    publishedAt: null,
  } satisfies PlanValue,
});

export function allocation(nodeId: string, parentId: string | null, label: string, amount: number): TestRecord {
  const [unitId = '', personId] = nodeId.split('~');
  const value: AllocationValue = {
    planId: 'p1',
    period: '2026',
    nodeId,
    parentId,
    kind: personId ? 'person' : 'unit',
    label,
    from: null,
    to: null,
    months: Object.fromEntries(months.map((month) => [month, amount])),
    held: [],
    edits: [],
  };
  return { id: recordId('p1', nodeId), ownerId: personId ?? null, unitId, value };
}

export const amyNode = personNodeId('team-1', 'p-amy');
export const bobNode = personNodeId('team-1', 'p-bob');

export const allAllocations: readonly TestRecord[] = [
  allocation('co', null, '公司', 120_000),
  allocation('east', 'co', '华东', 120_000),
  allocation('team-1', 'east', '上海团队', 120_000),
  allocation(amyNode, 'team-1', '艾米', 72_000),
  allocation(bobNode, 'team-1', '鲍勃', 48_000),
];

export const company: NonNullable<TestHostOptions['crm']> = {
  units: [
    { id: 'co', parentId: null, name: '公司', kind: 'company', validFrom: from, validTo: null },
    { id: 'east', parentId: 'co', name: '华东', kind: 'region', validFrom: from, validTo: null },
    { id: 'team-1', parentId: 'east', name: '上海团队', kind: 'team', validFrom: from, validTo: null },
  ],
  people: [
    { id: 'p-amy', name: '艾米', role: 'rep' },
    { id: 'p-bob', name: '鲍勃', role: 'rep' },
    { id: 'p-manager', name: '王经理', role: 'manager' },
  ],
  memberships: [
    { id: 'm1', personId: 'p-amy', unitId: 'team-1', primary: true, validFrom: from, validTo: null },
    { id: 'm2', personId: 'p-bob', unitId: 'team-1', primary: true, validFrom: from, validTo: null },
  ],
  accounts: [{ id: 'a1', name: '一号店', ownerId: 'p-amy', accessOwnerId: 'p-amy' }],
  orders: [
    {
      id: 'o1',
      accountId: 'a1',
      ownerId: 'p-amy',
      accessOwnerId: 'p-amy',
      unitId: 'team-1',
      orderedOn: '2026-03-03',
      status: 'confirmed',
      amountMinor: 60_000,
    },
    {
      id: 'o2',
      accountId: 'a1',
      ownerId: 'p-amy',
      accessOwnerId: 'p-amy',
      unitId: 'team-1',
      orderedOn: '2026-03-04',
      status: 'cancelled',
      amountMinor: 999,
    },
    {
      id: 'o3',
      accountId: 'a1',
      ownerId: 'p-bob',
      accessOwnerId: 'p-bob',
      unitId: 'team-1',
      orderedOn: '2025-03-04',
      status: 'delivered',
      amountMinor: 100_000,
    },
  ],
};
