/** One account with its key figures. */
import { diffDays } from '@milepost/calendar';
import { yearBefore } from './account-list.ts';
import type { Account, Activity, Filter, Order } from '@milepost/crm';
import type { CrmApi } from '@milepost/sdk';

/** What the account page says. Money in minor units. */
export interface AccountDetail {
  readonly account: Account;
  readonly orders12Minor: number;
  readonly ordersBefore12Minor: number;
  readonly openMinor: number;
  readonly overdueMinor: number;
  readonly oldestDueOn: string | null;
  readonly oldestOverdueDays: number;
  readonly lastVisitOn: string | null;
  readonly daysSinceVisit: number | null;
  readonly recentOrders: readonly Order[];
  readonly recentActivities: readonly Activity[];
}

const RECENT = 6;

/** Null when there is no such account or it is not this person's to see. */
export async function readAccountDetail(
  crm: CrmApi,
  id: string,
  today: string,
  signal: AbortSignal,
): Promise<AccountDetail | null> {
  const year = yearBefore(today);
  const own: Filter = { field: 'accountId', op: 'eq', value: id };
  const orderSum = async (from: string, to: string): Promise<number> => {
    const rows = await crm.aggregate(
      {
        entity: 'orders',
        measures: [{ name: 'value', op: 'sum', field: 'amountMinor' }],
        where: [
          own,
          { field: 'orderedOn', op: 'gt', value: from },
          { field: 'orderedOn', op: 'lte', value: to },
          { field: 'status', op: 'ne', value: 'cancelled' },
        ],
      },
      signal,
    );
    return Number(rows[0]?.['value'] ?? 0);
  };
  const [account, orders12Minor, ordersBefore12Minor, invoices, recentOrders, recentActivities] = await Promise.all([
    crm.get('accounts', id, signal),
    orderSum(year, today),
    orderSum(yearBefore(year), year),
    crm.listAll('invoices', { where: [own, { field: 'openMinor', op: 'gt', value: 0 }], sort: 'dueOn' }, signal),
    crm.list('orders', { where: [own], sort: '-orderedOn', limit: RECENT }, signal),
    crm.list(
      'activities',
      { where: [own, { field: 'status', op: 'eq', value: 'completed' }], sort: '-dayOn', limit: RECENT },
      signal,
    ),
  ]);
  if (!account) return null;
  const overdue = invoices.filter(({ dueOn }) => dueOn < today);
  const oldestDueOn = overdue[0]?.dueOn ?? null;
  const lastVisitOn = recentActivities.items.find(({ type }) => type === 'visit')?.dayOn ?? (await lastVisit(crm, own, signal));
  return {
    account,
    orders12Minor,
    ordersBefore12Minor,
    openMinor: sum(invoices),
    overdueMinor: sum(overdue),
    oldestDueOn,
    oldestOverdueDays: oldestDueOn ? diffDays(oldestDueOn, today) : 0,
    lastVisitOn,
    daysSinceVisit: lastVisitOn ? diffDays(lastVisitOn, today) : null,
    recentOrders: recentOrders.items,
    recentActivities: recentActivities.items,
  };
}

const sum = (invoices: readonly { readonly openMinor: number }[]): number =>
  invoices.reduce((total, { openMinor }) => total + openMinor, 0);

async function lastVisit(crm: CrmApi, own: Filter, signal: AbortSignal): Promise<string | null> {
  const where: Filter[] = [own, { field: 'type', op: 'eq', value: 'visit' }, { field: 'status', op: 'eq', value: 'completed' }];
  const page = await crm.list('activities', { where, sort: '-dayOn', limit: 1 }, signal);
  return page.items[0]?.dayOn ?? null;
}
