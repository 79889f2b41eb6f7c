import { chunksOf } from '../domain/chunks.ts';
import { monthOf } from '../domain/month.ts';
import type { MirrorReader } from './reader.ts';

/** An account whose first order ever lies in the months asked for, credited to the owner of that order. */
export interface NewCustomer {
  readonly accountId: string;
  readonly ownerId: string;
  readonly firstOn: string;
}

/** Accounts per statement. */
const chunkSize = 1000;
/** People per statement: each may have ordered for some dozens of accounts. */
const peopleSize = 100;

/**
 * New customers of people in months without gaps. Two steps: who ordered in these months, then which of those accounts had
 * ordered before. Cancelled orders win nobody.
 */
export async function loadNewCustomers(
  mirror: MirrorReader,
  people: readonly string[],
  months: readonly string[],
): Promise<readonly NewCustomer[]> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || people.length === 0) return [];
  const [from, to] = [monthOf(first).from, monthOf(last).to];
  const parts = await Promise.all(chunksOf(people, peopleSize).map((some) => firstInRange(mirror, some, from, to)));
  const firsts = new Map<string, NewCustomer>();
  for (const found of parts.flat()) {
    const known = firsts.get(found.accountId);
    if (!known || isEarlier(found, known)) firsts.set(found.accountId, found);
  }
  const before = await Promise.all(chunksOf([...firsts.keys()], chunkSize).map((accounts) => firstOrders(mirror, accounts, to)));
  const truth = new Map(before.flat());
  return [...firsts.values()]
    .filter((won) => (truth.get(won.accountId) ?? won.firstOn) >= won.firstOn)
    .sort((a, b) => (a.firstOn === b.firstOn ? (a.accountId < b.accountId ? -1 : 1) : a.firstOn < b.firstOn ? -1 : 1));
}

async function firstInRange(mirror: MirrorReader, people: readonly string[], from: string, to: string): Promise<NewCustomer[]> {
  const rows = await mirror.aggregate({
    entity: 'orders',
    measures: [{ name: 'firstOn', op: 'min', field: 'orderedOn' }],
    groupBy: ['accountId', 'ownerId'],
    where: [
      { field: 'ownerId', op: 'in', value: people },
      { field: 'orderedOn', op: 'gte', value: from },
      { field: 'orderedOn', op: 'lte', value: to },
      { field: 'status', op: 'ne', value: 'cancelled' },
    ],
  });
  return rows.map((row) => ({
    accountId: String(row['accountId']),
    ownerId: String(row['ownerId']),
    firstOn: String(row['firstOn']),
  }));
}

/** The first order of each account by whoever made it. */
async function firstOrders(mirror: MirrorReader, accounts: readonly string[], to: string): Promise<[string, string][]> {
  const rows = await mirror.aggregate({
    entity: 'orders',
    measures: [{ name: 'firstOn', op: 'min', field: 'orderedOn' }],
    groupBy: ['accountId'],
    where: [
      { field: 'accountId', op: 'in', value: accounts },
      { field: 'orderedOn', op: 'lte', value: to },
      { field: 'status', op: 'ne', value: 'cancelled' },
    ],
  });
  return rows.map((row) => [String(row['accountId']), String(row['firstOn'])]);
}

const isEarlier = (a: NewCustomer, b: NewCustomer): boolean =>
  a.firstOn < b.firstOn || (a.firstOn === b.firstOn && a.ownerId < b.ownerId);
