/** The key figures of the home page, read from the mirror. */
import { comparisonOf } from './compare.ts';
import { scopeFilters } from './scope-filter.ts';
import type { DateInterval, WorkingCalendar } from '@milepost/calendar';
import type { AggregateQuery, Filter } from '@milepost/crm';
import type { CrmApi, Organisation, Scope } from '@milepost/sdk';
import type { Comparison } from './compare.ts';

/** A figure now and then. */
export interface Compared {
  readonly current: number;
  readonly previous: number;
}

/** What the home page says. Money in minor units. */
export interface HomeFigures {
  readonly comparison: Comparison;
  readonly orders: Compared;
  readonly receipts: Compared;
  readonly visits: Compared;
  readonly openMinor: number;
  readonly overdueMinor: number;
}

const inside = (field: string, interval: DateInterval): Filter[] => [
  { field, op: 'gte', value: interval.start },
  { field, op: 'lt', value: interval.end },
];

/** The queries of one figure; `of` adds the days. */
interface FigureQuery {
  readonly entity: AggregateQuery['entity'];
  readonly day: string;
  readonly measure: AggregateQuery['measures'][number];
  readonly where: readonly Filter[];
}

const orders: FigureQuery = {
  entity: 'orders',
  day: 'orderedOn',
  measure: { name: 'value', op: 'sum', field: 'amountMinor' },
  where: [{ field: 'status', op: 'ne', value: 'cancelled' }],
};
const receipts: FigureQuery = {
  entity: 'receipts',
  day: 'receivedOn',
  measure: { name: 'value', op: 'sum', field: 'amountMinor' },
  where: [],
};
const visits: FigureQuery = {
  entity: 'activities',
  day: 'dayOn',
  measure: { name: 'value', op: 'count' },
  where: [
    { field: 'type', op: 'eq', value: 'visit' },
    { field: 'status', op: 'eq', value: 'completed' },
  ],
};

/** Sum of the only group; nothing found is zero. */
async function total(crm: CrmApi, query: AggregateQuery, signal: AbortSignal): Promise<number> {
  const rows = await crm.aggregate(query, signal);
  const value = rows[0]?.['value'];
  return typeof value === 'number' ? value : Number(value ?? 0);
}

/** Reads the figures of a scope and period. */
export async function readHomeFigures(
  crm: CrmApi,
  calendar: WorkingCalendar,
  at: { readonly scope: Scope; readonly today: string; readonly organisation: Organisation | null },
  signal: AbortSignal,
): Promise<HomeFigures> {
  const comparison = comparisonOf(at.scope.period, at.today, calendar);
  const inScope = scopeFilters(at.scope, at.organisation);
  const over = async (query: FigureQuery): Promise<Compared> => {
    const during = (interval: DateInterval): AggregateQuery => ({
      entity: query.entity,
      measures: [query.measure],
      where: [...query.where, ...inScope, ...inside(query.day, interval)],
    });
    const [current, previous] = await Promise.all([
      total(crm, during(comparison.current), signal),
      total(crm, during(comparison.previous), signal),
    ]);
    return { current, previous };
  };
  const open = (extra: readonly Filter[]): Promise<number> =>
    total(
      crm,
      {
        entity: 'invoices',
        measures: [{ name: 'value', op: 'sum', field: 'openMinor' }],
        where: [{ field: 'openMinor', op: 'gt', value: 0 }, ...inScope, ...extra],
      },
      signal,
    );
  const [orderFigures, receiptFigures, visitFigures, openMinor, overdueMinor] = await Promise.all([
    over(orders),
    over(receipts),
    over(visits),
    open([]),
    open([{ field: 'dueOn', op: 'lt', value: at.today }]),
  ]);
  return { comparison, orders: orderFigures, receipts: receiptFigures, visits: visitFigures, openMinor, overdueMinor };
}
