import type { EntityName, Filter, Measure } from '@milepost/crm';
import type { PluginHost } from '@milepost/sdk';
import { receivablesDay } from '../domain/month.ts';

/** A number of one account and of all accounts of its owner. */
export interface Part {
  readonly account: number;
  readonly owner: number;
}

/** What an account adds to its owner's indicators in a month. */
export interface AccountEffect {
  readonly ownerId: string;
  readonly ownerName: string | null;
  readonly month: string;
  readonly orders: Part;
  readonly received: Part;
  readonly due: Part;
  /** Invoices due and unpaid. */
  readonly overdue: Part;
  /** What is open of them, in 分. */
  readonly overdueMinor: number;
  readonly completedVisits: Part;
  readonly effectiveVisits: Part;
}

/** Null when the account is not the reader's to see. Owner's numbers are only those of the rows the reader sees. */
export async function loadAccountEffect(
  host: PluginHost,
  accountId: string,
  signal?: AbortSignal,
): Promise<AccountEffect | null> {
  const account = await host.crm.get('accounts', accountId, signal);
  if (!account) return null;
  const { today } = host.session;
  const month = today.slice(0, 7);
  const { ownerId } = account;
  const own: Filter = { field: 'ownerId', op: 'eq', value: ownerId };
  const inMonth = (field: string): Filter => ({ field: `month:${field}`, op: 'eq', value: month });
  const day = receivablesDay(month, today);
  const sum: Measure = { name: 'n', op: 'sum', field: 'amountMinor' };
  const count: Measure = { name: 'n', op: 'count' };
  const read = async (entity: EntityName, measure: Measure, ...where: readonly Filter[]): Promise<number> => {
    const rows = await host.crm.aggregate({ entity, measures: [measure], where: [own, ...where] }, signal);
    return Number(rows[0]?.['n'] ?? 0);
  };
  const part = async (entity: EntityName, measure: Measure, ...where: readonly Filter[]): Promise<Part> => {
    const here: Filter = { field: 'accountId', op: 'eq', value: accountId };
    const [ofAccount, ofOwner] = await Promise.all([read(entity, measure, here, ...where), read(entity, measure, ...where)]);
    return { account: ofAccount, owner: ofOwner };
  };
  const overdueWhere: readonly Filter[] = [
    { field: 'dueOn', op: 'lte', value: day },
    { field: 'openMinor', op: 'gt', value: 0 },
  ];
  const visits: readonly Filter[] = [
    { field: 'type', op: 'eq', value: 'visit' },
    { field: 'status', op: 'eq', value: 'completed' },
    inMonth('dayOn'),
  ];
  const [person, orders, received, due, overdue, overdueMinor, completedVisits, effectiveVisits] = await Promise.all([
    host.crm.get('people', ownerId, signal),
    part('orders', sum, inMonth('orderedOn'), { field: 'status', op: 'ne', value: 'cancelled' }),
    part('receipts', sum, inMonth('receivedOn')),
    part('invoices', sum, inMonth('dueOn')),
    part('invoices', count, ...overdueWhere),
    read(
      'invoices',
      { name: 'n', op: 'sum', field: 'openMinor' },
      { field: 'accountId', op: 'eq', value: accountId },
      ...overdueWhere,
    ),
    part('activities', count, ...visits),
    part('activities', count, ...visits, { field: 'effective', op: 'eq', value: true }),
  ]);
  return {
    ownerId,
    ownerName: person?.name ?? null,
    month,
    orders,
    received,
    due,
    overdue,
    overdueMinor,
    completedVisits,
    effectiveVisits,
  };
}
