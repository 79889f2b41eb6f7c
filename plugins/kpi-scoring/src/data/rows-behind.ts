import type { Filter } from '@milepost/crm';
import type { PluginHost } from '@milepost/sdk';
import { chunksOf } from '../domain/chunks.ts';
import { receivablesDay } from '../domain/month.ts';
import { paidSinceFilter } from './facts.ts';
import { loadNewCustomers } from './new-customers.ts';

/** A record behind a numerator or denominator. */
export interface BehindRow {
  readonly id: string;
  readonly accountId: string | null;
  /** Null when the account has moved to somebody whose customers the reader does not see. */
  readonly accountName: string | null;
  readonly day: string;
  /** What it adds to the sum: 分, or 1 for counted things, 0 for visits that do not count. */
  readonly adds: number;
  /** `effective`, `not-effective`, `paid-since`. */
  readonly mark: string | null;
}

/** One list of records with its exact sum. `role` says what the sum is. */
export interface Behind {
  readonly role: 'numerator' | 'denominator';
  /** Text key of the records: `behind.orders`. */
  readonly kind: string;
  readonly rows: readonly BehindRow[];
  readonly sum: number;
  /** Visits: all that were planned until today, for the two rates beside. */
  readonly planned?: number;
}

interface Wanted {
  readonly host: PluginHost;
  readonly personId: string;
  readonly month: string;
  readonly signal: AbortSignal | undefined;
}

/** Everything behind an indicator of a person in a month; the sums are the numerator and the denominator of the fact. */
export async function loadBehind(
  host: PluginHost,
  indicatorId: string,
  personId: string,
  month: string,
  signal?: AbortSignal,
): Promise<readonly Behind[]> {
  const wanted = { host, personId, month, signal };
  const lists = await listsOf(indicatorId, wanted);
  return withAccountNames(host, lists, signal);
}

function listsOf(indicatorId: string, wanted: Wanted): Promise<readonly Behind[]> {
  const { personId, month } = wanted;
  const own: Filter = { field: 'ownerId', op: 'eq', value: personId };
  const inMonth = (field: string): Filter => ({ field: `month:${field}`, op: 'eq', value: month });
  switch (indicatorId) {
    case 'sales-amount':
    case 'target-attainment':
      return Promise.all([
        money(wanted, 'orders', 'numerator', 'orderedOn', [
          own,
          inMonth('orderedOn'),
          { field: 'status', op: 'ne', value: 'cancelled' },
        ]),
      ]);
    case 'receipts-rate':
      return Promise.all([
        money(wanted, 'receipts', 'numerator', 'receivedOn', [own, inMonth('receivedOn')]),
        money(wanted, 'invoices', 'denominator', 'dueOn', [own, inMonth('dueOn')]),
      ]);
    case 'new-customers':
      return newCustomers(wanted);
    case 'overdue-receivables':
      return overdue(wanted, own);
    case 'overdue-rate':
      return overdueShare(wanted, own);
    case 'effective-visit-rate':
    case 'effective-of-planned':
    case 'visit-completion-rate':
      return visits(wanted, indicatorId, own, inMonth('dayOn'));
    default:
      return Promise.resolve([]);
  }
}

type MoneyEntity = 'orders' | 'receipts' | 'invoices';

async function money(
  { host, signal }: Wanted,
  entity: MoneyEntity,
  role: Behind['role'],
  dayField: string,
  where: readonly Filter[],
): Promise<Behind> {
  const fields = ['accountId', 'amountMinor', dayField];
  const found = await host.crm.listAll(entity, { where, sort: '-amountMinor', fields }, signal);
  const rows = found.map((row) => {
    const read = row as unknown as Readonly<Record<string, string | number | null>>;
    return behindRow(String(read['id']), read['accountId'] as string | null, String(read[dayField]), Number(read['amountMinor']));
  });
  return listOf(role, entity, rows);
}

async function newCustomers({ host, personId, month, signal }: Wanted): Promise<readonly Behind[]> {
  const mirror = {
    aggregate: (query: Parameters<PluginHost['crm']['aggregate']>[0]) => host.crm.aggregate(query, signal),
    listAll: host.crm.listAll.bind(host.crm),
  };
  const won = await loadNewCustomers(mirror, [personId], [month]);
  const rows = won.map((customer) => behindRow(customer.accountId, customer.accountId, customer.firstOn, 1));
  return [listOf('numerator', 'newCustomers', rows)];
}

async function overdue({ host, personId, month, signal }: Wanted, own: Filter): Promise<readonly Behind[]> {
  const day = receivablesDay(month, host.session.today);
  const due: Filter = { field: 'dueOn', op: 'lte', value: day };
  const [open, later] = await Promise.all([
    host.crm.listAll('invoices', { where: [own, due, { field: 'openMinor', op: 'gt', value: 0 }] }, signal),
    host.crm.listAll('receipts', { where: paidSinceFilter([personId], day) }, signal),
  ]);
  const ids = [...new Set(later.map((receipt) => receipt.invoiceId))];
  const paid = (
    await Promise.all(
      chunksOf(ids, 1000).map((some) =>
        host.crm.listAll('invoices', { where: [{ field: 'id', op: 'in', value: some }] }, signal),
      ),
    )
  ).flat();
  const rows = [
    ...open.map((invoice) => ({ ...behindRow(invoice.id, invoice.accountId, invoice.dueOn, 1) })),
    ...paid.map((invoice) => ({ ...behindRow(invoice.id, invoice.accountId, invoice.dueOn, 1), mark: 'paid-since' })),
  ];
  return [
    listOf(
      'numerator',
      'overdue',
      rows.sort((a, b) => (a.day < b.day ? -1 : 1)),
    ),
  ];
}

/** Invoices open on the evening of the month's receivables day: what is open now and what has been paid since was open then. */
async function overdueShare({ host, personId, month, signal }: Wanted, own: Filter): Promise<readonly Behind[]> {
  const day = receivablesDay(month, host.session.today);
  const [open, later] = await Promise.all([
    host.crm.listAll(
      'invoices',
      { where: [own, { field: 'issuedOn', op: 'lte', value: day }, { field: 'openMinor', op: 'gt', value: 0 }] },
      signal,
    ),
    host.crm.listAll(
      'receipts',
      {
        where: [
          { field: 'ownerId', op: 'eq', value: personId },
          { field: 'receivedOn', op: 'gt', value: day },
          { field: 'invoiceId.issuedOn', op: 'lte', value: day },
        ],
      },
      signal,
    ),
  ]);
  const since = new Map<string, number>();
  for (const { invoiceId, amountMinor } of later) since.set(invoiceId, (since.get(invoiceId) ?? 0) + amountMinor);
  const missing = [...since.keys()].filter((id) => !open.some((invoice) => invoice.id === id));
  const paid = (
    await Promise.all(
      chunksOf(missing, 1000).map((some) =>
        host.crm.listAll('invoices', { where: [{ field: 'id', op: 'in', value: some }] }, signal),
      ),
    )
  ).flat();
  const rows = [...open, ...paid].map((invoice) =>
    behindRow(invoice.id, invoice.accountId, invoice.dueOn, invoice.openMinor + (since.get(invoice.id) ?? 0)),
  );
  const oldest = rows.sort((a, b) => (a.day < b.day ? -1 : 1));
  return [
    listOf(
      'numerator',
      'overdueAmount',
      oldest.filter((row) => row.day <= day),
    ),
    listOf('denominator', 'receivables', oldest),
  ];
}

async function visits({ host, signal }: Wanted, indicatorId: string, own: Filter, inMonth: Filter): Promise<readonly Behind[]> {
  const where: Filter[] = [
    { field: 'type', op: 'eq', value: 'visit' },
    own,
    inMonth,
    { field: 'dayOn', op: 'lte', value: host.session.today },
  ];
  const all = await host.crm.listAll('activities', { where, sort: 'dayOn' }, signal);
  const completed = all.filter((visit) => visit.status === 'completed');
  const counts = (visit: (typeof all)[number]): boolean =>
    indicatorId === 'visit-completion-rate'
      ? visit.status === 'completed'
      : visit.status === 'completed' && visit.effective === true;
  const listed = indicatorId === 'effective-visit-rate' ? completed : all;
  const rows = listed.map((visit) => ({
    ...behindRow(visit.id, visit.accountId, visit.dayOn, counts(visit) ? 1 : 0),
    mark: visit.status !== 'completed' ? visit.status : visit.effective === true ? 'effective' : 'not-effective',
  }));
  return [{ ...listOf('numerator', 'visits', rows), planned: all.length }];
}

const behindRow = (id: string, accountId: string | null, day: string, adds: number): BehindRow => ({
  id,
  accountId,
  accountName: null,
  day,
  adds,
  mark: null,
});

const listOf = (role: Behind['role'], kind: string, rows: readonly BehindRow[]): Behind => ({
  role,
  kind,
  rows,
  sum: rows.reduce((sum, row) => sum + row.adds, 0),
});

async function withAccountNames(host: PluginHost, lists: readonly Behind[], signal?: AbortSignal): Promise<readonly Behind[]> {
  const ids = [...new Set(lists.flatMap((list) => list.rows.flatMap((row) => row.accountId ?? [])))];
  const found = await Promise.all(
    chunksOf(ids, 1000).map((some) =>
      host.crm.listAll('accounts', { where: [{ field: 'id', op: 'in', value: some }], fields: ['id', 'name'] }, signal),
    ),
  );
  const names = new Map(found.flat().map((account) => [account.id, account.name]));
  return lists.map((list) => ({
    ...list,
    rows: list.rows.map((row) => ({ ...row, accountName: row.accountId === null ? null : (names.get(row.accountId) ?? null) })),
  }));
}
