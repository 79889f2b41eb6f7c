import { createHash } from 'node:crypto';
import { columnOf, entities, entityNames } from '@milepost/crm';
import type { EntityName, EntityRows } from '@milepost/crm';
import { describe, expect, it } from 'vitest';
import { cities } from './data/places.ts';
import { generateDemo, generateDemoCompanies } from './index.ts';

const asOf = '2026-11-21';
const company = generateDemo({ asOf, scale: 1 });
const all = <E extends EntityName>(entity: E): EntityRows[E][] => [...company.rows(entity)];
const sumBy = <T>(rows: readonly T[], key: (row: T) => string, value: (row: T) => number): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row));
  return sums;
};
const accounts = all('accounts');
const accountById = new Map(accounts.map((row) => [row.id, row]));
const orders = all('orders');
const invoices = all('invoices');
const receipts = all('receipts');
const monthly = sumBy(
  orders,
  (row) => row.orderedOn.slice(0, 7),
  (row) => row.amountMinor,
);

function hash(seed: number, scale = 0.1): string {
  const digest = createHash('sha256');
  for (const part of generateDemoCompanies({ asOf, scale, seed })) {
    for (const entity of entityNames) for (const row of part.rows(entity)) digest.update(JSON.stringify(row));
  }
  return digest.digest('hex');
}

describe('the demo company as rows', () => {
  it('gives the same bytes for the same options and others for another seed', () => {
    expect(hash(1)).toBe(hash(1));
    expect(hash(1)).not.toBe(hash(2));
  });

  it('has every field of every entity, and each id once', () => {
    for (const entity of entityNames) {
      const ids = new Set<string>();
      let count = 0;
      for (const row of company.rows(entity)) {
        if (count === 0) expect(Object.keys(row).sort()).toEqual(entities[entity].fields.map((field) => field.name).sort());
        ids.add(row.id);
        count += 1;
      }
      expect(ids.size, `${entity} ${columnOf(entity)}`).toBe(count);
    }
  });

  it('refers only to rows that exist', () => {
    const ids = new Map(entityNames.map((entity) => [entity, new Set(all(entity).map((row) => row.id))]));
    for (const entity of entityNames) {
      const references = entities[entity].fields.filter((field) => field.ref);
      const dangling = new Set<string>();
      for (const row of company.rows(entity)) {
        for (const field of references) {
          const id = (row as unknown as Record<string, string | null>)[field.name];
          if (id !== null && id !== undefined && !ids.get(field.ref as EntityName)?.has(id)) dangling.add(`${field.name} ${id}`);
        }
      }
      expect([...dangling], entity).toEqual([]);
    }
  });

  it('has the size that was asked for', () => {
    expect(all('people').filter((row) => row.role === 'rep' && row.leftOn === null)).toHaveLength(60);
    expect(
      all('units')
        .map((row) => row.kind)
        .sort()
        .join(),
    ).toBe('company,region,region,region,' + Array(9).fill('team').join());
    expect(accounts).toHaveLength(2400);
    expect(all('products')).toHaveLength(40);
    expect(orders.length).toBeGreaterThan(60_000);
    expect(orders.length).toBeLessThan(85_000);
    expect(all('activities').length).toBeGreaterThan(120_000);
  });

  it('keeps the second company small and apart', () => {
    const [, second] = generateDemoCompanies({ asOf, scale: 3 });
    expect(second?.tenant.id).toBe('beichen');
    expect([...(second?.rows('accounts') ?? [])]).toHaveLength(60);
    const names = new Set(accounts.map((row) => row.name));
    expect([...(second?.rows('accounts') ?? [])].filter((row) => names.has(row.name))).toEqual([]);
  });

  it('refuses a day that does not exist and a scale beyond its range', () => {
    expect(() => generateDemo({ asOf: '2026-02-30', scale: 1 })).toThrow(/Not a day/);
    expect(() => generateDemo({ asOf, scale: 0 })).toThrow(/0.05 to 100/);
  });
});

describe('sums of the demo company', () => {
  it('adds lines up to their order and holds 13 % tax inside the amount', () => {
    const sums = sumBy(
      all('orderLines'),
      (row) => row.orderId,
      (row) => row.amountMinor,
    );
    for (const order of orders) {
      expect(sums.get(order.id)).toBe(order.amountMinor);
      expect(Math.abs(order.taxMinor * 113 - order.amountMinor * 13)).toBeLessThanOrEqual(57);
    }
    for (const line of all('orderLines')) {
      if (line.quantity * line.unitPriceMinor - line.discountMinor !== line.amountMinor || line.amountMinor <= 0)
        expect(line).toBe('consistent');
    }
  });

  it('never receives more than was invoiced, and says what is open', () => {
    const received = sumBy(
      receipts,
      (row) => row.invoiceId,
      (row) => row.amountMinor,
    );
    const wrong = invoices.filter((row) => row.openMinor !== row.amountMinor - (received.get(row.id) ?? 0) || row.openMinor < 0);
    expect(wrong).toEqual([]);
  });

  it('never puts a fact after today except planned visits and expected closes', () => {
    expect(orders.filter((row) => row.orderedOn > asOf)).toEqual([]);
    expect(invoices.filter((row) => row.issuedOn > asOf)).toEqual([]);
    expect(receipts.filter((row) => row.receivedOn > asOf)).toEqual([]);
    expect(all('stageChanges').filter((row) => row.changedOn > asOf)).toEqual([]);
    expect(all('activities').filter((row) => row.dayOn > asOf !== (row.status === 'planned'))).toEqual([]);
  });
});

describe('the organisation of the demo company', () => {
  it('gives nobody two primary memberships on one day', () => {
    const last = new Map<string, string | null>();
    for (const row of all('memberships')) {
      const until = last.get(row.personId);
      if (until !== undefined) expect(until !== null && until <= row.validFrom, row.id).toBe(true);
      last.set(row.personId, row.validTo);
    }
  });

  it('credits each order and each visit to the unit its owner was in on the day', () => {
    const terms = new Map<string, EntityRows['memberships'][]>();
    for (const row of all('memberships')) terms.set(row.personId, [...(terms.get(row.personId) ?? []), row]);
    const wrong: string[] = [];
    const check = (id: string, owner: string, unit: string | null, day: string): void => {
      const term = terms.get(owner)?.find((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo));
      if (term?.unitId !== unit) wrong.push(`${id} ${owner} ${day}`);
    };
    for (const row of orders) check(row.id, row.ownerId, row.unitId, row.orderedOn);
    for (const row of all('activities')) check(row.id, row.ownerId, row.unitId, row.dayOn);
    expect(wrong).toEqual([]);
  });

  it('hands accounts over: somebody else earned on hundreds of them before', () => {
    const owners = sumBy(
      orders.filter((row) => row.ownerId !== row.accessOwnerId),
      (row) => row.accountId,
      () => 1,
    );
    expect(owners.size).toBeGreaterThan(250);
    expect(owners.size).toBeLessThan(1000);
  });

  it('offers a switcher user for each role', () => {
    expect(new Set(company.users.map((user) => user.role))).toEqual(new Set(['rep', 'manager', 'ops', 'auditor', 'admin']));
    for (const user of company.users) expect(user.hint['zh-CN'].length).toBeGreaterThan(5);
  });
});

describe('the business of the demo company', () => {
  it('shares accounts over types and tiers as planned', () => {
    const share = (key: (row: EntityRows['accounts']) => string, value: string): number =>
      accounts.filter((row) => key(row) === value).length / accounts.length;
    expect(share((row) => row.customerType, 'retail')).toBeCloseTo(0.35, 1);
    expect(share((row) => row.customerType, 'distributor')).toBeCloseTo(0.15, 1);
    expect(share((row) => row.tier, 'A')).toBeCloseTo(0.12, 3);
    expect(share((row) => row.tier, 'B')).toBeCloseTo(0.28, 3);
  });

  it('earns two thirds to four fifths with a fifth of the accounts', () => {
    const values = [
      ...sumBy(
        orders,
        (row) => row.accountId,
        (row) => row.amountMinor,
      ).values(),
    ].sort((a, b) => b - a);
    const total = values.reduce((sum, value) => sum + value, 0);
    const top = values.slice(0, accounts.length / 5).reduce((sum, value) => sum + value, 0);
    expect(top / total).toBeGreaterThan(0.66);
    expect(top / total).toBeLessThan(0.82);
  });

  it('follows the Spring Festival of each year: 10 February 2024, 29 January 2025, 17 February 2026', () => {
    const of = (month: string): number => monthly.get(month) ?? 0;
    expect(of('2024-02')).toBeLessThan(0.6 * of('2024-01'));
    expect(of('2025-02')).toBeLessThan(0.6 * of('2025-01'));
    expect(of('2026-02')).toBeLessThan(0.75 * of('2026-01'));
    expect(of('2025-03') / of('2025-02')).toBeGreaterThan(1.5);
    expect(of('2026-03') / of('2026-02')).toBeLessThan(1.4);
    expect(orders.filter((row) => row.orderedOn >= '2026-02-16' && row.orderedOn <= '2026-02-22')).toEqual([]);
  });

  it('sells more tea in July than in November and works on make-up days only among weekends', () => {
    const tea = sumBy(
      all('orderLines').filter((row) => row.categoryId === 'tea'),
      (row) => row.orderedOn?.slice(0, 7) ?? '',
      (row) => row.amountMinor,
    );
    expect((tea.get('2026-07') ?? 0) / (tea.get('2025-11') ?? 1)).toBeGreaterThan(1.4);
    const weekend = new Set(orders.map((row) => row.orderedOn).filter((day) => [0, 6].includes(new Date(day).getUTCDay())));
    const made = [
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
      '2025-04-27',
      '2025-09-28',
      '2025-10-11',
    ];
    made.push(
      '2026-01-04',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
      '2026-02-28',
      '2025-01-26',
      '2025-02-08',
      '2024-02-18',
      '2024-02-04',
    );
    expect([...weekend].filter((day) => !made.includes(day))).toEqual([]);
    expect(weekend.size).toBeGreaterThan(8);
  });

  it('has overdue receivables with an ageing that thins out', () => {
    const age = (row: EntityRows['invoices']): number => (Date.parse(asOf) - Date.parse(row.dueOn)) / 86_400_000;
    const open = (from: number, to: number): number =>
      invoices.filter((row) => age(row) > from && age(row) <= to).reduce((sum, row) => sum + row.openMinor, 0);
    const total = open(-400, 4000);
    expect(open(0, 4000) / total).toBeGreaterThan(0.2);
    expect(open(0, 4000) / total).toBeLessThan(0.45);
    expect(open(0, 30)).toBeGreaterThan(open(30, 60));
    expect(open(30, 60)).toBeGreaterThan(open(60, 90));
  });

  it('puts every account within 60 km of its city', () => {
    for (const account of accounts) {
      const city = Object.values(cities).find((candidate) => account.city === `${candidate.name}市`);
      const north = ((account.lat ?? 0) - (city?.lat ?? 0)) * 111.32;
      const east = ((account.lon ?? 0) - (city?.lon ?? 0)) * (city?.kmPerLonDegree ?? 0);
      expect(Math.hypot(north, east), account.name).toBeLessThan(60);
    }
  });

  it('names no two accounts alike', () => {
    expect(new Set(accounts.map((row) => row.name)).size).toBe(accounts.length);
    const bigger = [...generateDemo({ asOf, scale: 10 }).rows('accounts')].map((row) => row.name);
    expect(new Set(bigger).size).toBe(24_000);
  });

  it('has about four to six visits per representative and day for two years, and mildly more from year to year', () => {
    const visits = all('activities').filter((row) => row.type === 'visit' && row.dayOn <= asOf);
    const perDay = (rows: typeof visits): number => rows.length / new Set(rows.map((row) => row.ownerId + row.dayOn)).size;
    expect(perDay(visits.filter((row) => row.dayOn > '2025-11-21'))).toBeGreaterThan(4);
    expect(perDay(visits.filter((row) => row.dayOn > '2025-11-21'))).toBeLessThan(6);
    const yearBefore = visits.filter((row) => row.dayOn > '2024-11-21' && row.dayOn <= '2025-11-21');
    expect(perDay(yearBefore)).toBeGreaterThan(3.6);
    expect(perDay(visits.filter((row) => row.dayOn <= '2024-11-21'))).toBeLessThan(3.5);
    // The home page compares a month with the same working days a year before.
    for (const month of ['03', '06', '09', '10']) {
      const completed = (year: string): number =>
        visits.filter((row) => row.status === 'completed' && row.dayOn.startsWith(`${year}-${month}`)).length;
      const growth = completed('2026') / completed('2025') - 1;
      expect(growth, month).toBeGreaterThan(-0.1);
      expect(growth, month).toBeLessThan(0.35);
    }
  });

  it('visits only while the customer is open', () => {
    const keys = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
    const closed = all('activities').filter((row) => {
      if (row.type !== 'visit' || row.startAt === null) return false;
      const local = new Date(Date.parse(row.startAt) + 8 * 3_600_000).toISOString();
      const windows = accountById.get(row.accountId)?.openingHours?.[keys[new Date(row.dayOn).getUTCDay()] ?? 'sun'] ?? [];
      return (
        local.slice(0, 10) !== row.dayOn || !windows.some(([from, to]) => from <= local.slice(11, 16) && local.slice(11, 16) < to)
      );
    });
    expect(closed).toEqual([]);
  });

  it('closes between a fifth and two fifths of its opportunities, institutions more slowly', () => {
    const closed = all('opportunities').filter((row) => row.closedOn !== null);
    const won = closed.filter((row) => row.stage === 'won');
    expect(won.length / closed.length).toBeGreaterThan(0.2);
    expect(won.length / closed.length).toBeLessThan(0.4);
    const days = (type: string): number => {
      const rows = won.filter((row) => accountById.get(row.accountId)?.customerType === type);
      return (
        rows.reduce((sum, row) => sum + (Date.parse(row.closedOn ?? '') - Date.parse(row.createdOn)) / 86_400_000, 0) /
        rows.length
      );
    };
    expect(days('institution')).toBeGreaterThan(1.4 * days('retail'));
  });

  it('has one team that clearly lost ground this year', () => {
    const year = (team: string, from: string, to: string): number =>
      orders
        .filter((row) => row.unitId === team && row.orderedOn > from && row.orderedOn <= to)
        .reduce((sum, row) => sum + row.amountMinor, 0);
    const growth = (team: string): number => year(team, '2026-05-21', asOf) / year(team, '2025-05-21', '2025-11-21');
    expect(growth('tj')).toBeLessThan(0.9);
    for (const team of ['sh', 'hz', 'sz', 'bj']) expect(growth(team)).toBeGreaterThan(growth('tj') + 0.1);
  });
});
