import type { EntityName, MirrorRow, MirrorSink, TenantInfo } from '@milepost/crm';

/** The business day of every test gateway. */
export const testToday = '2026-03-16';

/** Rows of a small company, by entity. */
export interface TestCompany {
  readonly tenant: TenantInfo;
  readonly rows: Partial<Record<EntityName, readonly MirrorRow[]>>;
}

/**
 * 启明 (`qm`): a company, two regions, three teams, seven who sell or lead, operations, auditor, administrator.
 *
 * ```
 * co 总公司 (boss)
 * ├ east 华东 (mia) ── sh 上海 (tom: amy, bob) ── hz 杭州 (nobody leads: cat)
 * └ west 西南 (leo) ── cd 成都 (dan)
 * ```
 * bob came from 成都 on 2026-01-01; his order o3 of 2025 counts there. Account a4 passed from amy to dan.
 */
export const qiming: TestCompany = {
  tenant: {
    id: 'qm',
    name: '启明',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    fiscalYearStartMonth: 1,
    locale: 'zh-CN',
  },
  rows: companyRows(''),
};

/** 远山 (`ys`): another company with the same ids, so that a leak shows as a wrong name and never as an error. */
export const yuanshan: TestCompany = {
  tenant: {
    id: 'ys',
    name: '远山',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    fiscalYearStartMonth: 4,
    locale: 'en',
  },
  rows: companyRows('YS '),
};

/** Loads a company through the mirror's own door, derived fields computed. */
export async function loadCompany(sink: MirrorSink, company: TestCompany): Promise<void> {
  await sink.begin(company.tenant, { source: 'test' });
  for (const [entity, rows] of Object.entries(company.rows)) await sink.upsert(entity as EntityName, rows);
  await sink.finish('compute');
}

function companyRows(mark: string): TestCompany['rows'] {
  const from = '2020-01-01';
  const unit = (
    id: string,
    parentId: string | null,
    kind: string,
    managerId: string | null,
    validTo: string | null = null,
  ): MirrorRow => ({
    id,
    parentId,
    kind,
    managerId,
    name: mark + id,
    validFrom: from,
    validTo,
  });
  const person = (id: string, role: string): MirrorRow => ({
    id,
    role,
    name: mark + id,
    email: `${id}@${mark ? 'ys' : 'qm'}.example`,
    joinedOn: from,
    homeLat: 31.2,
    homeLon: 121.4,
  });
  const member = (personId: string, unitId: string, validFrom = from, validTo: string | null = null): MirrorRow => ({
    id: `${personId}-${unitId}`,
    personId,
    unitId,
    primary: true,
    validFrom,
    validTo,
  });
  const account = (id: string, ownerId: string, customerType: string): MirrorRow => ({
    id,
    ownerId,
    customerType,
    name: `${mark}客户${id}`,
    tier: 'A',
    currency: 'CNY',
    createdOn: '2024-01-01',
    status: 'active',
    city: null,
  });
  const order = (id: string, accountId: string, ownerId: string, orderedOn: string, amountMinor: number): MirrorRow => ({
    id,
    accountId,
    ownerId,
    orderedOn,
    amountMinor,
    taxMinor: Math.round(amountMinor / 9),
    status: 'confirmed',
    currency: 'CNY',
  });
  return {
    units: [
      unit('co', null, 'company', 'boss'),
      unit('east', 'co', 'region', 'mia'),
      unit('west', 'co', 'region', 'leo'),
      unit('sh', 'east', 'team', 'tom'),
      unit('hz', 'east', 'team', null),
      unit('cd', 'west', 'team', null),
    ],
    people: [
      person('boss', 'manager'),
      person('mia', 'manager'),
      person('leo', 'manager'),
      person('tom', 'manager'),
      person('amy', 'rep'),
      person('bob', 'rep'),
      person('cat', 'rep'),
      person('dan', 'rep'),
      person('olga', 'ops'),
      person('audi', 'auditor'),
      person('root', 'admin'),
      { ...person('gone', 'rep'), leftOn: '2025-12-31' },
    ],
    memberships: [
      member('boss', 'co'),
      member('mia', 'east'),
      member('leo', 'west'),
      member('tom', 'sh'),
      member('amy', 'sh'),
      member('bob', 'cd', from, '2026-01-01'),
      member('bob', 'sh', '2026-01-01'),
      member('cat', 'hz'),
      member('dan', 'cd'),
      member('gone', 'sh', from, '2025-12-31'),
    ],
    categories: [{ id: 'k1', name: '基础' }],
    products: [
      {
        id: 'p1',
        categoryId: 'k1',
        name: '一号',
        sku: 'P1',
        salesUnit: '箱',
        listPriceMinor: 10_000,
        currency: 'CNY',
      },
    ],
    accounts: [
      account('a1', 'amy', 'retail'),
      account('a2', 'bob', 'chain'),
      account('a3', 'cat', 'retail'),
      account('a4', 'dan', 'institution'),
    ],
    contacts: [
      { id: 'c1', accountId: 'a1', name: '王一', phone: '13800000001' },
      { id: 'c4', accountId: 'a4', name: '李四', phone: '13800000004' },
    ],
    orders: [
      order('o1', 'a1', 'amy', '2026-02-10', 90_000),
      order('o2', 'a2', 'bob', '2026-03-02', 45_050),
      order('o3', 'a2', 'bob', '2025-11-11', 1_100),
      order('o4', 'a4', 'amy', '2025-12-24', 70_707),
      order('o5', 'a3', 'cat', '2026-01-05', 250_000),
      order('o6', 'a4', 'dan', '2026-03-15', 5),
    ],
    orderLines: [
      {
        id: 'l1',
        orderId: 'o1',
        productId: 'p1',
        quantity: 9,
        unitPriceMinor: 10_000,
        discountMinor: 0,
        amountMinor: 90_000,
      },
    ],
    invoices: [
      {
        id: 'i1',
        orderId: 'o1',
        issuedOn: '2026-02-11',
        dueOn: '2026-03-13',
        amountMinor: 90_000,
        currency: 'CNY',
      },
    ],
    receipts: [{ id: 'r1', invoiceId: 'i1', receivedOn: '2026-03-01', amountMinor: 30_000, currency: 'CNY' }],
  };
}
