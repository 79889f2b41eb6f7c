import type { Contact, Invoice, Order } from '@milepost/crm';
import type { PluginHost } from '@milepost/sdk';

/** What to know about an account while talking to it. */
export interface AccountFacts {
  readonly orders: readonly Order[];
  /** Unpaid invoices, the oldest due first. */
  readonly invoices: readonly Invoice[];
  readonly contacts: readonly Contact[];
}

/** Reads the facts beside a visit in one round. @throws ApiError */
export async function loadFacts(host: PluginHost, accountId: string, signal?: AbortSignal): Promise<AccountFacts> {
  const of = { field: 'accountId', op: 'eq', value: accountId } as const;
  const [orders, invoices, contacts] = await Promise.all([
    host.crm.list(
      'orders',
      { where: [of, { field: 'status', op: 'ne', value: 'cancelled' }], sort: '-orderedOn', limit: 3 },
      signal,
    ),
    host.crm.list('invoices', { where: [of, { field: 'openMinor', op: 'gt', value: 0 }], sort: 'dueOn', limit: 50 }, signal),
    host.crm.list('contacts', { where: [of], limit: 5 }, signal),
  ]);
  return { orders: orders.items, invoices: invoices.items, contacts: contacts.items };
}
