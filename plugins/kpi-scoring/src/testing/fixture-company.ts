import type { Account, Activity, Invoice, Membership, Order, Person, Receipt, Unit } from '@milepost/crm';
import { createTestHost } from '@milepost/sdk/testing';
import type { TestHost, TestHostOptions } from '@milepost/sdk/testing';
import { representativeMonth } from '@milepost/scoring';
import { cardRecordId, targetRecordId } from '../domain/records.ts';
import type { CardVersion, PersonalTarget } from '../domain/records.ts';
import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };

const scoped = (ownerId: string) => ({ ownerId, unitId: 'team-1', accessOwnerId: ownerId });
const order = (id: string, ownerId: string, accountId: string, orderedOn: string, amountMinor: number): Order => ({
  ...scoped(ownerId),
  id,
  accountId,
  opportunityId: null,
  orderedOn,
  status: 'delivered',
  amountMinor,
  taxMinor: 0,
  currency: 'CNY',
});
const visit = (id: string, ownerId: string, effective: boolean): Partial<Activity> => ({
  ...scoped(ownerId),
  id,
  type: 'visit',
  accountId: 'a1',
  dayOn: '2026-03-03',
  status: 'completed',
  effective,
});
const invoice = (id: string, ownerId: string, amountMinor: number, openMinor: number): Invoice => ({
  ...scoped(ownerId),
  id,
  orderId: 'o1',
  accountId: 'a1',
  issuedOn: '2026-02-01',
  dueOn: '2026-03-05',
  amountMinor,
  openMinor,
  currency: 'CNY',
});
const person = (id: string, name: string, role: Person['role'] = 'rep'): Partial<Person> => ({
  id,
  name,
  role,
  joinedOn: '2020-01-01',
  leftOn: null,
});
const member = (personId: string): Membership => ({
  id: `m-${personId}`,
  personId,
  unitId: 'team-1',
  primary: true,
  validFrom: '2020-01-01',
  validTo: null,
});
const unit = (id: string, parentId: string | null, name: string, managerId: string | null): Unit => ({
  id,
  parentId,
  name,
  kind: parentId ? 'team' : 'company',
  managerId,
  validFrom: '2020-01-01',
  validTo: null,
  path: parentId ? `/${parentId}/${id}/` : `/${id}/`,
});

/** 李雷 sold 45 of 50 万 with two orders, collected 9.5 of 10 万, won a2, and 3 of 4 visits counted; 韩梅 has no target. */
export const company = {
  units: [unit('co', null, '清禾健康', null), unit('team-1', 'co', '上海团队', 'p-manager')],
  people: [
    person('p-li', '李雷'),
    person('p-han', '韩梅'),
    person('p-manager', '王经理', 'manager'),
    person('p-ops', '周运营', 'ops'),
  ],
  memberships: [member('p-li'), member('p-han'), member('p-manager')],
  accounts: [
    { id: 'a1', name: '万家超市', ownerId: 'p-li' },
    { id: 'a2', name: '千味餐饮', ownerId: 'p-li' },
  ] as Partial<Account>[],
  orders: [
    order('o0', 'p-li', 'a1', '2025-03-04', 40_000_000),
    order('o1', 'p-li', 'a1', '2026-03-02', 30_000_000),
    order('o2', 'p-li', 'a2', '2026-03-09', 15_000_000),
    order('o3', 'p-han', 'a1', '2026-03-04', 20_000_000),
  ],
  invoices: [invoice('i1', 'p-li', 10_000_000, 500_000), invoice('i2', 'p-han', 8_000_000, 0)],
  receipts: [
    {
      ...scoped('p-li'),
      id: 'r1',
      invoiceId: 'i1',
      accountId: 'a1',
      receivedOn: '2026-03-06',
      amountMinor: 9_500_000,
      currency: 'CNY',
    },
  ] as Receipt[],
  activities: [visit('v1', 'p-li', true), visit('v2', 'p-li', true), visit('v3', 'p-li', true), visit('v4', 'p-li', false)],
};

const version: CardVersion = { card: representativeMonth, effectiveFrom: '2026-01', namesInTeam: false, note: '' };
const target: PersonalTarget = {
  personId: 'p-li',
  period: '2026-03',
  indicatorId: 'sales-amount',
  value: 50_000_000,
  source: 'entered',
};

/** A host over the fixture company, as its manager unless a role says otherwise. */
export function fixtureHost(options: TestHostOptions & { readonly as?: 'rep' | 'manager' | 'ops' } = {}): TestHost {
  const { as = 'manager', ...rest } = options;
  const users = { rep: ['p-li', '李雷'], manager: ['p-manager', '王经理'], ops: ['p-ops', '周运营'] } as const;
  const [personId, name] = users[as];
  return createTestHost({
    pluginId: 'kpi-scoring',
    messages: { 'zh-CN': zh, en },
    session: {
      user: { id: personId, personId, name, role: as, unitId: 'team-1' },
      tenant: { id: 'test', name: '清禾健康', currency: 'CNY', timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1 },
      today: '2026-03-12',
    },
    scope: { unitId: as === 'ops' ? null : 'team-1', period: '2026-03' },
    crm: company,
    data: {
      cards: [{ id: cardRecordId(version.card), value: version, updatedBy: 'p-ops' }],
      targets: [{ id: targetRecordId(target), value: target, ownerId: 'p-li', updatedBy: 'p-ops' }],
    },
    ...rest,
  });
}
