/** Makers of domain values for tests: everything has a default, a test names what it is about. */
import { plannedVisit } from './transitions.ts';
import type { PlannedAccount, Visit, VisitRecord } from './types.ts';

/** An active B account in 闵行区 that is always open. */
export function anAccount(id: string, change: Partial<PlannedAccount> = {}): PlannedAccount {
  return {
    id,
    name: `客户${id}`,
    customerType: 'retail',
    tier: 'B',
    city: '上海',
    address: '上海市闵行区沪闵路1号',
    lat: 31.1,
    lon: 121.4,
    openingHours: null,
    visitEveryDays: null,
    status: 'active',
    ...change,
  };
}

/** A planned visit of amy. */
export function aVisit(id: string, accountId: string, dayOn: string, change: Partial<Visit> = {}): VisitRecord {
  return {
    id,
    revision: 1,
    ownerId: 'amy',
    accountId,
    value: { ...plannedVisit({ dayOn, routeOrder: 1, area: '', purpose: 'service' }), ...change },
  };
}
