import { monthsOf, samePeriodLastYear } from '@milepost/calendar';
import type { Filter } from '@milepost/crm';
import type { PluginHost, SessionInfo } from '@milepost/sdk';
import { yearsOf } from '../domain/years.ts';
import type { MonthSeries } from '../domain/pace.ts';
import { rootsOf } from '../domain/roots.ts';
import type { AllocationValue } from '../domain/types.ts';
import { PlanStore } from './plan-store.ts';
import type { AllocationRecord } from './plan-store.ts';

/** The published target of the person or branch in scope, with its actuals; null where nothing is published for it. */
export interface BranchPace {
  readonly label: string;
  readonly series: MonthSeries;
}

/** Reads only the nodes in question: a widget must not load a whole plan. */
export async function readBranchPace(host: PluginHost, year: string, signal: AbortSignal): Promise<BranchPace | null> {
  const store = new PlanStore(host);
  const plan = await store.publishedOf(year, signal);
  if (!plan) return null;
  const { user } = host.session;
  const { unitId, personId } = host.scope.current;
  const person = personId ?? (user.role === 'rep' ? user.personId : null);
  const records =
    person !== null
      ? await store.ownAllocations(plan.id, person, signal)
      : await unitRecords(store, plan.id, unitId, user, signal);
  const values = tops(
    records.map((record) => record.value),
    person,
  );
  if (values.length === 0) return null;
  const fiscal = { period: year, fiscalYearStartMonth: host.session.tenant.fiscalYearStartMonth };
  const months = monthsOf(year, fiscal.fiscalYearStartMonth);
  const { thisYear, lastYear } = yearsOf(fiscal);
  const where = await ordersOf(host, person, values, signal);
  const [actual, before] = await Promise.all([thisYear, lastYear].map((days) => sumByMonth(host, days, where, signal)));
  return {
    label: values
      .map((value) => value.label)
      .filter((label, index, all) => all.indexOf(label) === index)
      .join('、'),
    series: {
      target: Object.fromEntries(months.map((month) => [month, sumKnown(values.map((value) => value.months[month] ?? null))])),
      actual: actual ?? {},
      lastYear: Object.fromEntries(months.map((month) => [month, before?.[samePeriodLastYear(month)] ?? 0])),
    },
  };
}

/** The unit in scope; a manager whose scope is not theirs to see stands at the own unit, as on the page. */
async function unitRecords(
  store: PlanStore,
  planId: string,
  unitId: string | null,
  user: SessionInfo['user'],
  signal: AbortSignal,
): Promise<readonly AllocationRecord[]> {
  const own = user.role === 'manager' ? user.unitId : null;
  const records = await store.unitAllocations(planId, unitId ?? own, signal);
  return records.length === 0 && own !== null && unitId !== own ? store.unitAllocations(planId, own, signal) : records;
}

function tops(values: readonly AllocationValue[], person: string | null): AllocationValue[] {
  if (person !== null) return values.filter((value) => value.kind === 'person');
  const roots = new Set(rootsOf(values));
  return values.filter((value) => roots.has(value.nodeId));
}

/** The orders that count for a person or a unit with everything below it. */
async function ordersOf(
  host: PluginHost,
  person: string | null,
  values: readonly AllocationValue[],
  signal: AbortSignal,
): Promise<Filter[]> {
  if (person !== null) return [{ field: 'ownerId', op: 'eq', value: person }];
  const [top] = values;
  if (top === undefined || top.parentId === null) return [];
  const units = await host.crm.listAll('units', { fields: ['parentId'] }, signal);
  const branch = new Set([top.nodeId]);
  for (const id of branch) for (const unit of units) if (unit.parentId === id) branch.add(unit.id);
  return [{ field: 'unitId', op: 'in', value: [...branch] }];
}

async function sumByMonth(
  host: PluginHost,
  days: { start: string; end: string },
  where: readonly Filter[],
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const rows = await host.crm.aggregate(
    {
      entity: 'orders',
      measures: [{ name: 'amount', op: 'sum', field: 'amountMinor' }],
      groupBy: ['month:orderedOn'],
      where: [
        { field: 'status', op: 'ne', value: 'cancelled' },
        { field: 'orderedOn', op: 'gte', value: days.start },
        { field: 'orderedOn', op: 'lt', value: days.end },
        ...where,
      ],
    },
    signal,
  );
  return Object.fromEntries(rows.map((row) => [String(row['month:orderedOn']), Number(row['amount'] ?? 0)]));
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
