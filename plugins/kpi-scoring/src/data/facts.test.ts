import { createTestHost } from '@milepost/sdk/testing';
import { describe, expect, it } from 'vitest';
import { loadFacts } from './facts.ts';
import { hostReader } from './reader.ts';
import { loadBehind } from './rows-behind.ts';

const scoped = (ownerId: string) => ({ ownerId, unitId: 't', accessOwnerId: ownerId });
const order = (
  id: string,
  ownerId: string,
  accountId: string,
  orderedOn: string,
  amountMinor: number,
  status: 'delivered' | 'cancelled' = 'delivered',
) => ({ id, ...scoped(ownerId), accountId, orderedOn, amountMinor, status });
const invoice = (id: string, dueOn: string, amountMinor: number, openMinor: number) => ({
  id,
  ...scoped('li'),
  accountId: 'a1',
  issuedOn: '2026-01-05',
  dueOn,
  amountMinor,
  openMinor,
});
const receipt = (id: string, invoiceId: string, receivedOn: string, amountMinor: number) => ({
  id,
  ...scoped('li'),
  invoiceId,
  accountId: 'a1',
  receivedOn,
  amountMinor,
});
const visit = (id: string, dayOn: string, status: 'completed' | 'cancelled' | 'planned', effective: boolean | null) => ({
  id,
  ...scoped('li'),
  type: 'visit' as const,
  accountId: 'a1',
  dayOn,
  status,
  effective,
});

const { host } = createTestHost({
  session: {
    user: { id: 'u', personId: 'm', name: 'm', role: 'ops', unitId: null },
    tenant: { id: 't', name: 't', currency: 'CNY', timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1 },
    today: '2026-03-12',
  },
  crm: {
    accounts: [
      { id: 'a1', name: '甲' },
      { id: 'a2', name: '乙' },
      { id: 'a3', name: '丙' },
    ],
    orders: [
      order('o1', 'han', 'a1', '2025-06-01', 10),
      order('o2', 'li', 'a1', '2026-02-03', 100),
      order('o3', 'li', 'a2', '2026-02-28', 25),
      order('o4', 'li', 'a2', '2026-03-01', 7),
      order('o5', 'li', 'a3', '2026-02-10', 900, 'cancelled'),
      order('o6', 'han', 'a3', '2026-03-02', 3),
    ],
    // i1 open all along; i2 paid on time; i3 overdue at the end of February and paid since in two parts; i4 due in March, unpaid; i5 due today.
    invoices: [
      invoice('i1', '2026-02-10', 50, 50),
      invoice('i2', '2026-02-15', 60, 0),
      invoice('i3', '2026-02-20', 70, 0),
      invoice('i4', '2026-03-05', 80, 80),
      invoice('i5', '2026-03-12', 5, 5),
    ],
    receipts: [
      receipt('r2', 'i2', '2026-02-14', 60),
      receipt('r3a', 'i3', '2026-03-02', 30),
      receipt('r3b', 'i3', '2026-03-09', 40),
    ],
    activities: [
      visit('v1', '2026-02-03', 'completed', true),
      visit('v2', '2026-02-04', 'completed', false),
      visit('v3', '2026-02-05', 'cancelled', null),
      visit('v4', '2026-03-20', 'planned', null),
    ],
  },
});
const indicators = new Set([
  'sales-amount',
  'receipts-rate',
  'new-customers',
  'effective-visit-rate',
  'overdue-receivables',
  'overdue-rate',
]);
const facts = await loadFacts(hostReader(host).mirror, {
  months: ['2026-02', '2026-03'],
  people: ['li', 'idle'],
  today: '2026-03-12',
  indicators,
});
const of = (month: string, indicatorId: string, personId = 'li') => {
  const fact = facts.get(month)?.find((one) => one.personId === personId && one.indicatorId === indicatorId);
  return fact && [fact.numerator, fact.denominator];
};

describe('facts from the mirror', () => {
  it('credits orders to their owner and month, without cancelled ones', () => {
    expect([of('2026-02', 'sales-amount'), of('2026-03', 'sales-amount')]).toEqual([
      [125, undefined],
      [7, undefined],
    ]);
    expect(of('2026-02', 'sales-amount', 'idle')).toEqual([0, undefined]);
  });

  it('counts an account as new with its first order ever, whoever had it; a cancelled order wins nobody', () => {
    expect([of('2026-02', 'new-customers'), of('2026-03', 'new-customers')]).toEqual([
      [1, undefined],
      [0, undefined],
    ]);
  });

  it('sets receipts of the month against what was due in it', () => {
    expect([of('2026-02', 'receipts-rate'), of('2026-03', 'receipts-rate')]).toEqual([
      [60, 180],
      [70, 85],
    ]);
  });

  it('looks at receivables on the evening of the month, also those paid since', () => {
    // End of February: i1 and i3. Yesterday, 11 March: i1 and i4; i5 is due today and not overdue yet.
    expect([of('2026-02', 'overdue-receivables'), of('2026-03', 'overdue-receivables')]).toEqual([
      [2, undefined],
      [2, undefined],
    ]);
    expect([of('2026-02', 'overdue-rate'), of('2026-03', 'overdue-rate')]).toEqual([
      [120, 205],
      [130, 135],
    ]);
  });

  it('reads the three visit rates together; visits still ahead are not planned yet', () => {
    expect([
      of('2026-02', 'effective-visit-rate'),
      of('2026-02', 'effective-of-planned'),
      of('2026-02', 'visit-completion-rate'),
    ]).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(of('2026-03', 'visit-completion-rate')).toEqual([0, 0]);
  });
});

describe('the records behind a fact', () => {
  it('add up to its numerator and denominator', async () => {
    for (const indicatorId of ['sales-amount', 'receipts-rate', 'new-customers', 'effective-visit-rate', 'overdue-receivables']) {
      const [numerator, denominator] = of('2026-02', indicatorId) ?? [];
      const lists = await loadBehind(host, indicatorId, 'li', '2026-02');
      expect(lists.find((list) => list.role === 'numerator')?.sum, indicatorId).toBe(numerator);
      if (indicatorId === 'receipts-rate') expect(lists.find((list) => list.role === 'denominator')?.sum).toBe(denominator);
    }
    const overdue = await loadBehind(host, 'overdue-receivables', 'li', '2026-02');
    expect(overdue[0]?.rows.map(({ id, mark, accountName }) => [id, mark, accountName])).toEqual([
      ['i1', null, '甲'],
      ['i3', 'paid-since', '甲'],
    ]);
  });
});
