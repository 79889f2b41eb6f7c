import { periodOfDate } from '@milepost/calendar';
import type { Filter } from '@milepost/crm';
import { chunksOf } from '../domain/chunks.ts';
import type { PersonalTarget } from '../domain/records.ts';
import { estimatedTarget, lastYearOf, manualTarget, plannedTargets, strongest } from '../domain/target-origin.ts';
import type { PlannedTargets, ResolvedTarget } from '../domain/target-origin.ts';
import type { MirrorReader, Reader } from './reader.ts';

/** Somebody who may have a target, and since when they belong to the company. */
export interface TargetPerson {
  readonly id: string;
  readonly since: string;
}

/** The fields of a plan and of its nodes that are read. */
interface Plan {
  readonly name: string;
  readonly period: string;
  readonly status: string;
}
interface Allocation {
  readonly planId: string;
  readonly months: Readonly<Record<string, number | null>>;
}

/**
 * The targets people are scored against, each with its origin: set by hand, else planned, else estimated. All three are read with
 * the reader's rights, and none depends on who reads: everybody sees the same target of a person they may see.
 */
export async function loadTargets(
  reader: Reader,
  months: readonly string[],
  people: readonly TargetPerson[],
): Promise<readonly ResolvedTarget[]> {
  if (people.length === 0) return [];
  const [manual, planned] = await Promise.all([loadManual(reader, months), loadPlanned(reader, months, people)]);
  const known = strongest(manual, planned);
  const has = new Set(
    known.filter((target) => target.indicatorId === 'sales-amount').map((target) => `${target.period} ${target.personId}`),
  );
  const open = months.map((month) => ({
    month,
    people: people.filter(({ id, since }) => !has.has(`${month} ${id}`) && since <= `${lastYearOf(month)}-01`),
  }));
  return strongest(
    known,
    await loadEstimates(
      reader.mirror,
      open.filter((one) => one.people.length > 0),
    ),
  );
}

async function loadManual(reader: Reader, months: readonly string[]): Promise<ResolvedTarget[]> {
  const found = await reader.records<PersonalTarget>('targets', { where: [{ field: 'period', op: 'in', value: months }] });
  return found.map(manualTarget);
}

async function loadPlanned(
  reader: Reader,
  months: readonly string[],
  people: readonly TargetPerson[],
): Promise<ResolvedTarget[]> {
  const yearOf = (month: string): string => periodOfDate(`${month}-01`, 'year', reader.tenant.fiscalYearStartMonth);
  const plans = await loadPlans(reader, [...new Set(months.map(yearOf))], people);
  return months.flatMap((month) => {
    const plan = plans.get(yearOf(month));
    return plan ? plannedTargets(plan, month) : [];
  });
}

/** The published plan of each fiscal year with the nodes of the people asked for. */
async function loadPlans(
  reader: Reader,
  years: readonly string[],
  people: readonly TargetPerson[],
): Promise<ReadonlyMap<string, PlannedTargets>> {
  const where: Filter[] = [
    { field: 'period', op: 'in', value: years },
    { field: 'status', op: 'eq', value: 'published' },
  ];
  const found = await reader.shared<Plan>('target-decomposition', 'plans', { where, limit: 100 });
  // One plan of a year is published; should there be two, the page of targets shows the first by name as well.
  const plans = [...found]
    .sort((a, b) => (a.value.name < b.value.name ? 1 : -1))
    .map((plan): [string, (typeof found)[number]] => [plan.value.period, plan]);
  const published = new Map(plans);
  const nodes = await loadNodes(
    reader,
    [...published.values()].map((plan) => plan.id),
    people,
  );
  return new Map(
    [...published].map(([year, { id, value }]) => [
      year,
      { planId: id, planName: value.name, planPeriod: year, nodes: nodes.filter((node) => node.planId === id) },
    ]),
  );
}

async function loadNodes(reader: Reader, planIds: readonly string[], people: readonly TargetPerson[]) {
  if (planIds.length === 0) return [];
  const parts = await Promise.all(
    chunksOf(
      people.map((person) => person.id),
      300,
    ).map((ids) => {
      const where: Filter[] = [
        { field: 'planId', op: 'in', value: planIds },
        { field: 'kind', op: 'eq', value: 'person' },
        { field: 'ownerId', op: 'in', value: ids },
      ];
      return reader.shared<Allocation>('target-decomposition', 'allocations', { where });
    }),
  );
  return parts
    .flat()
    .flatMap(({ ownerId, value }) =>
      ownerId === null ? [] : [{ planId: value.planId, personId: ownerId, months: value.months }],
    );
}

/** Last year's months of those who have no target yet, in one reading. */
async function loadEstimates(
  mirror: MirrorReader,
  open: readonly { readonly month: string; readonly people: readonly TargetPerson[] }[],
): Promise<ResolvedTarget[]> {
  const ids = [...new Set(open.flatMap(({ people }) => people.map((person) => person.id)))];
  if (ids.length === 0) return [];
  const parts = await Promise.all(
    chunksOf(ids, 300).map((some) =>
      mirror.aggregate({
        entity: 'orders',
        measures: [{ name: 'sum', op: 'sum', field: 'amountMinor' }],
        groupBy: ['ownerId', 'month:orderedOn'],
        where: [
          { field: 'ownerId', op: 'in', value: some },
          { field: 'month:orderedOn', op: 'in', value: open.map(({ month }) => lastYearOf(month)) },
          { field: 'status', op: 'ne', value: 'cancelled' },
        ],
      }),
    ),
  );
  const sums = new Map(
    parts.flat().map((row) => [`${String(row['month:orderedOn'])} ${String(row['ownerId'])}`, Number(row['sum'] ?? 0)]),
  );
  return open.flatMap(({ month, people }) =>
    people.flatMap(({ id }) => estimatedTarget(id, month, sums.get(`${lastYearOf(month)} ${id}`) ?? null) ?? []),
  );
}
