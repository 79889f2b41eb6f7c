import { addDays } from '@milepost/calendar';
import type { PluginHost } from '@milepost/sdk';
import { totalOf } from '../domain/actuals.ts';
import { yearsOf } from '../domain/years.ts';
import { readAccountOrders } from './actuals.ts';
import { PlanStore } from './plan-store.ts';

/** An account's orders and what they mean for its owner's target. Amounts in 分. */
export interface AccountShare {
  readonly thisYear: Readonly<Record<string, number>>;
  readonly lastYear: Readonly<Record<string, number>>;
  readonly actualMinor: number;
  /** Last year up to the same day. */
  readonly lastYearToDateMinor: number;
  readonly ownerName: string;
  /** The owner's target and actual of the year; null where nothing is published or it is not the person's to see. */
  readonly owner: { readonly targetMinor: number; readonly actualMinor: number } | null;
  readonly published: boolean;
}

/** Reads what the account widget shows; null when there is no such account for this person. */
export async function readAccountShare(
  host: PluginHost,
  accountId: string,
  year: string,
  signal: AbortSignal,
): Promise<AccountShare | null> {
  const { thisYear, lastYear } = yearsOf({ period: year, fiscalYearStartMonth: host.session.tenant.fiscalYearStartMonth });
  const cut = addDays(
    `${Number(host.session.today.slice(0, 4)) - 1}${host.session.today.slice(4).replace('-02-29', '-02-28')}`,
    1,
  );
  const store = new PlanStore(host);
  const [account, current, before, toDate, plan] = await Promise.all([
    host.crm.get('accounts', accountId, signal),
    readAccountOrders(host.crm, accountId, thisYear, signal),
    readAccountOrders(host.crm, accountId, lastYear, signal),
    readAccountOrders(host.crm, accountId, { start: lastYear.start, end: cut < lastYear.end ? cut : lastYear.end }, signal),
    store.publishedOf(year, signal),
  ]);
  if (!account) return null;
  const ownerId = account.accessOwnerId ?? account.ownerId;
  const person = await host.crm.get('people', ownerId, signal);
  return {
    thisYear: current,
    lastYear: Object.fromEntries(Object.keys(before).map((month) => [month, before[month] ?? 0])),
    actualMinor: totalOf(current),
    lastYearToDateMinor: totalOf(toDate),
    ownerName: person?.name ?? ownerId,
    owner: plan ? await readOwner(host, store, plan.id, ownerId, thisYear, signal) : null,
    published: plan !== null,
  };
}

async function readOwner(
  host: PluginHost,
  store: PlanStore,
  planId: string,
  ownerId: string,
  days: { readonly start: string; readonly end: string },
  signal: AbortSignal,
): Promise<AccountShare['owner']> {
  const records = await store.ownAllocations(planId, ownerId, signal);
  const own = records.filter((record) => record.value.kind === 'person');
  if (own.length === 0) return null;
  const [row] = await host.crm.aggregate(
    {
      entity: 'orders',
      measures: [{ name: 'amount', op: 'sum', field: 'amountMinor' }],
      where: [
        { field: 'status', op: 'ne', value: 'cancelled' },
        { field: 'ownerId', op: 'eq', value: ownerId },
        { field: 'orderedOn', op: 'gte', value: days.start },
        { field: 'orderedOn', op: 'lt', value: days.end },
      ],
    },
    signal,
  );
  const targetMinor = own.reduce((sum, record) => sum + totalOf(record.value.months), 0);
  return { targetMinor, actualMinor: Number(row?.['amount'] ?? 0) };
}
