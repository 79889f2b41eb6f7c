import type { AggregateRow, Filter } from '@milepost/crm';
import type { CrmApi } from '@milepost/sdk';
import { monthsOf, samePeriodLastYear } from '@milepost/calendar';
import type { WorkingCalendar } from '@milepost/calendar';
import type { OrderGroup } from '../domain/actuals.ts';
import { completeYear } from '../domain/complete-year.ts';
import type { CompletedYear } from '../domain/complete-year.ts';
import { yearsOf } from '../domain/years.ts';

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
  const rows = await crm.aggregate(
    { entity: 'orders', measures: [amount], groupBy, where: counted(days), limit: 10_000 },
    signal,
  );
  return rows.map((row) => ({
    month: text(row['month:orderedOn']) ?? '',
    ownerId: text(row[key]),
    unitId: text(row['unitId']),
    amountMinor: number(row['amount']),
  }));
}

/** Orders by day, for everything the person may see. */
export async function readOrderDays(crm: CrmApi, days: Days, signal?: AbortSignal): Promise<Record<string, number>> {
  const rows = await crm.aggregate(
    { entity: 'orders', measures: [amount], groupBy: ['day:orderedOn'], where: counted(days), limit: 1000 },
    signal,
  );
  return Object.fromEntries(rows.map((row) => [text(row['day:orderedOn']) ?? '', number(row['amount'])]));
}

/** The year before `year` as a base to plan from: months that are not over are estimated from the year before them. */
export async function readBaseYear(
  crm: CrmApi,
  year: string,
  owner: 'then' | 'now',
  options: { readonly today: string; readonly calendar: WorkingCalendar },
  signal?: AbortSignal,
): Promise<CompletedYear> {
  const { fiscalYearStartMonth } = options.calendar;
  const base = yearsOf({ period: year, fiscalYearStartMonth }).lastYear;
  const [orders, days] = await Promise.all([readOrders(crm, base, owner, signal), readOrderDays(crm, base, signal)]);
  if (base.end <= options.today || base.start > options.today) return { orders, days, estimate: null };
  const name = String(Number(year) - 1);
  const earlier = await readOrderDays(crm, yearsOf({ period: name, fiscalYearStartMonth }).lastYear, signal);
  const months = monthsOf(name, fiscalYearStartMonth);
  const before = Object.fromEntries(months.map((month) => [month, monthOf(earlier, samePeriodLastYear(month))]));
  return completeYear({ months, orders, days, before, ...options });
}

function monthOf(days: Readonly<Record<string, number>>, month: string): number {
  return Object.entries(days).reduce((sum, [day, amount]) => (day.startsWith(month) ? sum + amount : sum), 0);
}

/** Orders of one account by month. */
export async function readAccountOrders(
  crm: CrmApi,
  accountId: string,
  days: Days,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const where: Filter[] = [...counted(days), { field: 'accountId', op: 'eq', value: accountId }];
  const rows = await crm.aggregate({ entity: 'orders', measures: [amount], groupBy: ['month:orderedOn'], where }, signal);
  return Object.fromEntries(rows.map((row) => [text(row['month:orderedOn']) ?? '', number(row['amount'])]));
}
