import type { AggregateRow, Filter, Measure } from '@milepost/crm';
import type { Fact } from '@milepost/scoring';
import { chunksOf } from '../domain/chunks.ts';
import { receivablesDay } from '../domain/month.ts';
import { loadNewCustomers } from './new-customers.ts';
import type { MirrorReader } from './reader.ts';

/** Whose facts of which months. */
export interface FactsQuery {
  /** `YYYY-MM`, without gaps, oldest first. */
  readonly months: readonly string[];
  readonly people: readonly string[];
  readonly today: string;
  /** Indicators that are wanted: what no card asks for is not read. */
  readonly indicators: ReadonlySet<string>;
}

/** Facts by month. */
export type FactsByMonth = ReadonlyMap<string, readonly Fact[]>;

/** People per statement: keeps the groups of one answer below the gateway's 10,000. */
const chunkSize = 300;

/**
 * Measures people from the mirror, month by month. A fact is credited to the owner of its row on its day (`ownerId`). Every person
 * gets a fact for every indicator read: somebody without orders sold 0, which is known, not missing.
 */
export async function loadFacts(mirror: MirrorReader, query: FactsQuery): Promise<FactsByMonth> {
  const facts = new Map(query.months.map((month): [string, Fact[]] => [month, []]));
  const chunks = chunksOf(query.people, chunkSize).map((people) => ({ ...query, people }));
  const loaders = [sales, receipts, newCustomers, visits, overdueItems, overdueShare];
  const parts = await Promise.all(chunks.flatMap((chunk) => loaders.map((load) => load(mirror, chunk))));
  for (const part of parts.flat()) facts.get(part.month)?.push(part.fact);
  return facts;
}

/** A fact and its month. */
export interface MonthFact {
  readonly month: string;
  readonly fact: Fact;
}

type Load = (mirror: MirrorReader, query: FactsQuery) => Promise<MonthFact[]>;

const sum = (field: string): Measure => ({ name: 'sum', op: 'sum', field });
const count: Measure = { name: 'count', op: 'count' };
const owned = (people: readonly string[]): Filter => ({ field: 'ownerId', op: 'in', value: people });
const inMonths = (field: string, months: readonly string[]): Filter => ({ field: `month:${field}`, op: 'in', value: months });
const wants = (query: FactsQuery, ...ids: readonly string[]): boolean => ids.some((id) => query.indicators.has(id));

const sales: Load = async (mirror, query) => {
  if (!wants(query, 'sales-amount', 'target-attainment')) return [];
  const rows = await mirror.aggregate({
    entity: 'orders',
    measures: [sum('amountMinor')],
    groupBy: ['ownerId', 'month:orderedOn'],
    where: [owned(query.people), inMonths('orderedOn', query.months), { field: 'status', op: 'ne', value: 'cancelled' }],
  });
  const amount = byPersonAndMonth(rows, 'month:orderedOn');
  return everyone(query, 'sales-amount', (personId, month) => ({ numerator: amount(personId, month) }));
};

const receipts: Load = async (mirror, query) => {
  if (!wants(query, 'receipts-rate')) return [];
  const [received, due] = await Promise.all([
    mirror.aggregate({
      entity: 'receipts',
      measures: [sum('amountMinor')],
      groupBy: ['ownerId', 'month:receivedOn'],
      where: [owned(query.people), inMonths('receivedOn', query.months)],
    }),
    mirror.aggregate({
      entity: 'invoices',
      measures: [sum('amountMinor')],
      groupBy: ['ownerId', 'month:dueOn'],
      where: [owned(query.people), inMonths('dueOn', query.months)],
    }),
  ]);
  const numerator = byPersonAndMonth(received, 'month:receivedOn');
  const denominator = byPersonAndMonth(due, 'month:dueOn');
  return everyone(query, 'receipts-rate', (personId, month) => ({
    numerator: numerator(personId, month),
    denominator: denominator(personId, month),
  }));
};

const newCustomers: Load = async (mirror, query) => {
  if (!wants(query, 'new-customers')) return [];
  const first = await loadNewCustomers(mirror, query.people, query.months);
  return everyone(query, 'new-customers', (personId, month) => {
    const accounts = first.filter((won) => won.ownerId === personId && won.firstOn.startsWith(month));
    return { numerator: accounts.length, factRefs: accounts.map((won) => won.accountId) };
  });
};

const visitIndicators = ['effective-visit-rate', 'effective-of-planned', 'visit-completion-rate'] as const;

/** All three rates are read together, so that nobody can pick the flattering one. Visits still ahead are not planned yet. */
const visits: Load = async (mirror, query) => {
  if (!wants(query, ...visitIndicators)) return [];
  const rows = await mirror.aggregate({
    entity: 'activities',
    measures: [count],
    groupBy: ['ownerId', 'month:dayOn', 'status', 'effective'],
    where: [
      { field: 'type', op: 'eq', value: 'visit' },
      owned(query.people),
      inMonths('dayOn', query.months),
      { field: 'dayOn', op: 'lte', value: query.today },
    ],
  });
  const of = (keep: (row: AggregateRow) => boolean) => byPersonAndMonth(rows.filter(keep), 'month:dayOn', 'count');
  const planned = of(() => true);
  const completed = of((row) => row['status'] === 'completed');
  const effective = of((row) => row['status'] === 'completed' && row['effective'] === true);
  const ratio = {
    'effective-visit-rate': [effective, completed],
    'effective-of-planned': [effective, planned],
    'visit-completion-rate': [completed, planned],
  } as const;
  return visitIndicators.flatMap((id) =>
    everyone(query, id, (personId, month) => ({
      numerator: ratio[id][0](personId, month),
      denominator: ratio[id][1](personId, month),
    })),
  );
};

/**
 * Invoices due and unpaid on the evening of the month's receivables day. The mirror knows what is open now; what has been
 * paid up since was open then, so it is added from the receipts that came later.
 */
const overdueItems: Load = async (mirror, query) => {
  if (!wants(query, 'overdue-receivables')) return [];
  const perMonth = query.months.map(async (month) => {
    const day = receivablesDay(month, query.today);
    const [open, paidSince] = await Promise.all([
      mirror.aggregate({
        entity: 'invoices',
        measures: [count],
        groupBy: ['ownerId'],
        where: [owned(query.people), { field: 'dueOn', op: 'lte', value: day }, { field: 'openMinor', op: 'gt', value: 0 }],
      }),
      mirror.aggregate({
        entity: 'receipts',
        measures: [{ name: 'count', op: 'countDistinct', field: 'invoiceId' }],
        groupBy: ['ownerId'],
        where: paidSinceFilter(query.people, day),
      }),
    ]);
    const now = byPerson(open, 'count');
    const since = byPerson(paidSince, 'count');
    return query.people.map((personId) => ({
      month,
      fact: { personId, indicatorId: 'overdue-receivables', numerator: now(personId) + since(personId) },
    }));
  });
  return (await Promise.all(perMonth)).flat();
};

/** Receipts after `day` that settled invoices due by then. */
export function paidSinceFilter(people: readonly string[], day: string): Filter[] {
  return [
    owned(people),
    { field: 'receivedOn', op: 'gt', value: day },
    { field: 'invoiceId.dueOn', op: 'lte', value: day },
    { field: 'invoiceId.openMinor', op: 'eq', value: 0 },
  ];
}

/** Overdue and all receivables on the month's receivables day: invoiced until then less received until then. */
const overdueShare: Load = async (mirror, query) => {
  if (!wants(query, 'overdue-rate')) return [];
  const perMonth = query.months.map(async (month) => {
    const day = receivablesDay(month, query.today);
    const until = (field: string): Filter => ({ field, op: 'lte', value: day });
    const read = async (entity: 'invoices' | 'receipts', ...where: readonly Filter[]) =>
      byPerson(
        await mirror.aggregate({
          entity,
          measures: [sum('amountMinor')],
          groupBy: ['ownerId'],
          where: [owned(query.people), ...where],
        }),
      );
    const [due, duePaid, issued, paid] = await Promise.all([
      read('invoices', until('dueOn')),
      read('receipts', until('invoiceId.dueOn'), until('receivedOn')),
      read('invoices', until('issuedOn')),
      read('receipts', until('receivedOn')),
    ]);
    return query.people.map((id) => ({
      month,
      fact: { personId: id, indicatorId: 'overdue-rate', numerator: due(id) - duePaid(id), denominator: issued(id) - paid(id) },
    }));
  });
  return (await Promise.all(perMonth)).flat();
};

function everyone(
  { people, months }: FactsQuery,
  indicatorId: string,
  fact: (personId: string, month: string) => Pick<Fact, 'numerator' | 'denominator' | 'factRefs'>,
): MonthFact[] {
  return months.flatMap((month) =>
    people.map((personId) => ({ month, fact: { personId, indicatorId, ...fact(personId, month) } })),
  );
}

function byPersonAndMonth(rows: readonly AggregateRow[], monthKey: string, measure = 'sum') {
  const values = new Map<string, number>();
  for (const row of rows) {
    const key = `${String(row['ownerId'])} ${String(row[monthKey])}`;
    values.set(key, (values.get(key) ?? 0) + Number(row[measure] ?? 0));
  }
  return (personId: string, month: string): number => values.get(`${personId} ${month}`) ?? 0;
}

function byPerson(rows: readonly AggregateRow[], measure = 'sum') {
  const values = new Map(rows.map((row) => [String(row['ownerId']), Number(row[measure] ?? 0)]));
  return (personId: string): number => values.get(personId) ?? 0;
}
