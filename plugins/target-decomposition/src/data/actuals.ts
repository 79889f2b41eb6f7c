import type { AggregateRow, Filter } from '@milepost/crm';
import type { CrmApi } from '@milepost/sdk';
import type { OrderGroup } from '../domain/actuals.ts';

/** Half-open days. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

const counted = (days: Days): Filter[] => [
  { field: 'status', op: 'ne', value: 'cancelled' },
  { field: 'orderedOn', op: 'gte', value: days.start },
  { field: 'orderedOn', op: 'lt', value: days.end },
];
const amount = { name: 'amount', op: 'sum', field: 'amountMinor' } as const;
const text = (value: AggregateRow[string] | undefined): string | null => (typeof value === 'string' ? value : null);
const number = (value: AggregateRow[string] | undefined): number => (typeof value === 'number' ? value : Number(value ?? 0));

/** Orders by month, person and unit as they counted at the time; `owner: 'now'` by who looks after the account today. */
export async function readOrders(crm: CrmApi, days: Days, owner: 'then' | 'now', signal?: AbortSignal): Promise<OrderGroup[]> {
  const key = owner === 'then' ? 'ownerId' : 'accessOwnerId';
  const groupBy = owner === 'then' ? ['month:orderedOn', key, 'unitId'] : ['month:orderedOn', key];
  const rows = await crm.aggregate({ entity: 'orders', measures: [amount], groupBy, where: counted(days), limit: 10_000 }, signal);
  return rows.map((row) => ({
    month: text(row['month:orderedOn']) ?? '',
    ownerId: text(row[key]),
    unitId: text(row['unitId']),
    amountMinor: number(row['amount']),
  }));
}

/** Orders by day, for everything the person may see. */
export async function readOrderDays(crm: CrmApi, days: Days, signal?: AbortSignal): Promise<Record<string, number>> {
  const rows = await crm.aggregate({ entity: 'orders', measures: [amount], groupBy: ['day:orderedOn'], where: counted(days), limit: 1000 }, signal);
  return Object.fromEntries(rows.map((row) => [text(row['day:orderedOn']) ?? '', number(row['amount'])]));
}

/** Orders of one account by month. */
export async function readAccountOrders(crm: CrmApi, accountId: string, days: Days, signal?: AbortSignal): Promise<Record<string, number>> {
  const where: Filter[] = [...counted(days), { field: 'accountId', op: 'eq', value: accountId }];
  const rows = await crm.aggregate({ entity: 'orders', measures: [amount], groupBy: ['month:orderedOn'], where }, signal);
  return Object.fromEntries(rows.map((row) => [text(row['month:orderedOn']) ?? '', number(row['amount'])]));
}
