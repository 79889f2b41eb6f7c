/** Rows of the account list: accounts with owner, orders of twelve months and what is overdue. */
import { peopleOf } from './scope-filter.ts';
import type { Account, Filter } from '@milepost/crm';
import type { CrmApi, Organisation, Scope } from '@milepost/sdk';

/** A row of the list. Money in minor units; null while it is still being read. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly customerType: Account['customerType'];
  readonly tier: Account['tier'];
  readonly city: string | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ordersMinor: number | null;
  readonly overdueMinor: number | null;
}

/** What the person narrowed the list to. */
export interface AccountFilter {
  readonly text: string;
  readonly type: string;
  readonly tier: string;
  readonly owner: string;
  readonly overdue: boolean;
}

const fields = ['name', 'customerType', 'tier', 'city', 'ownerId'];
const PAGE = 500;
/** More than any person can look at; the search of the gateway is the way beyond it. */
const MAX_ROWS = 20_000;

/** Twelve months ago: orders from that day on count. */
export function yearBefore(today: string): string {
  const day = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return day.endsWith('-02-29') ? `${day.slice(0, 8)}28` : day;
}

/** Pages of accounts as they arrive; each answer holds all rows so far. */
export async function* readAccounts(crm: CrmApi, signal: AbortSignal): AsyncGenerator<readonly Account[]> {
  let rows: readonly Account[] = [];
  let cursor: string | undefined;
  do {
    const page = await crm.list('accounts', { fields, sort: 'name', limit: PAGE, ...(cursor ? { cursor } : {}) }, signal);
    rows = [...rows, ...page.items];
    cursor = page.next ?? undefined;
    yield rows;
  } while (cursor && rows.length < MAX_ROWS);
}

async function sumsByAccount(crm: CrmApi, entity: 'orders' | 'invoices', field: string, where: Filter[], signal: AbortSignal) {
  const rows = await crm.aggregate(
    { entity, measures: [{ name: 'value', op: 'sum', field }], groupBy: ['accountId'], where, limit: 10_000 },
    signal,
  );
  return new Map(rows.map((row): [string, number] => [String(row['accountId']), Number(row['value'] ?? 0)]));
}

/** Orders of the last twelve months and overdue receivables of every visible account. */
export async function readAccountSums(crm: CrmApi, today: string, signal: AbortSignal) {
  const [orders, overdue] = await Promise.all([
    sumsByAccount(
      crm,
      'orders',
      'amountMinor',
      [
        { field: 'orderedOn', op: 'gt', value: yearBefore(today) },
        { field: 'orderedOn', op: 'lte', value: today },
        { field: 'status', op: 'ne', value: 'cancelled' },
      ],
      signal,
    ),
    sumsByAccount(
      crm,
      'invoices',
      'openMinor',
      [
        { field: 'openMinor', op: 'gt', value: 0 },
        { field: 'dueOn', op: 'lt', value: today },
      ],
      signal,
    ),
  ]);
  return { orders, overdue };
}

/** The sums by account, see {@link readAccountSums}. */
export type AccountSums = Awaited<ReturnType<typeof readAccountSums>>;

/** Puts accounts, owners and sums together for a scope. */
export function accountRows(
  accounts: readonly Account[],
  sums: AccountSums | null,
  scope: Scope,
  organisation: Organisation | null,
): AccountRow[] {
  const people = peopleOf(scope, organisation);
  const owners = people && new Set(people);
  const names = new Map(organisation?.people.map(({ id, name }) => [id, name]));
  return accounts
    .filter(({ ownerId }) => !owners || owners.has(ownerId))
    .map(({ id, name, customerType, tier, city, ownerId }) => ({
      id,
      name,
      customerType,
      tier,
      city,
      ownerId,
      ownerName: names.get(ownerId) ?? '',
      ordersMinor: sums ? (sums.orders.get(id) ?? 0) : null,
      overdueMinor: sums ? (sums.overdue.get(id) ?? 0) : null,
    }));
}

/** Whether a row passes the filter. */
export function passes(row: AccountRow, filter: AccountFilter): boolean {
  const text = filter.text.trim().toLowerCase();
  return (
    (!text || row.name.toLowerCase().includes(text) || (row.city ?? '').toLowerCase().includes(text)) &&
    (!filter.type || row.customerType === filter.type) &&
    (!filter.tier || row.tier === filter.tier) &&
    (!filter.owner || row.ownerId === filter.owner) &&
    (!filter.overdue || (row.overdueMinor ?? 0) > 0)
  );
}
