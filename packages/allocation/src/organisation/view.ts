/** The two readings of a plan whose organisation changed: as it was at each time, and by the tree of one day. */
import { toEpochDay } from '@milepost/calendar';
import { leafSums } from './leaf-sums.ts';
import { spanOf } from './spans.ts';
import { pathOf, unitsDuring } from './unit-tree.ts';
import { coreError } from '../core-error.ts';
import { organisationError } from './organisation-error.ts';
import { boxOf, metricOf } from '../plan.ts';
import type { BusinessDate } from '@milepost/calendar';
import type { Axis } from '../axis.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Organisation } from './organisation.ts';
import type { OrganisationAxis, Seat } from './organisation-axis.ts';

/** A unit or person in a view. */
export interface ViewNode {
  readonly id: string;
  readonly parentId: string | null;
  /** Null where nobody has said anything. */
  readonly value: number | null;
}

/** Sums of the nodes of a tree, parents before children. */
export interface OrganisationView {
  readonly nodes: readonly ViewNode[];
  /** Of people (or units) that have no place in the tree: they left before, and their unit is gone. */
  readonly unplaced: readonly ViewNode[];
  /** All nodes at the top and all that have no place. */
  readonly total: number | null;
}

/** What is looked at: a metric, and a cell whose part on the organisation axis is not read. */
export type ViewCell = Partial<CellRef>;

/** Every period in the tree of its time: the members of the plan as they are. Adds up to the same total as `viewAsIs`. */
export function viewAsWas(plan: Plan, built: OrganisationAxis, cell: ViewCell = {}): OrganisationView {
  const { axis, sums } = read(plan, built, cell);
  const totals: Totals = new Map();
  axis.leaves.forEach((leaf, at) => {
    for (let member = leaf; member >= 0; member = axis.parent[member] as number)
      add(totals, axis.ids[member] as string, sums[at] as number);
  });
  const nodes = axis.ids.map((id, member) => {
    const above = axis.parent[member] as number;
    return { id, parentId: above < 0 ? null : (axis.ids[above] as string), value: totals.get(id) ?? null };
  });
  return { nodes, unplaced: [], total: nodes[0]?.value ?? null };
}

/**
 * Everything in the tree of one day, whenever it was planned: each person with all their seats in the unit they are in on that
 * day; who has left, in their last unit as long as it exists, who is still to come in their first. Throws
 * `allocation.organisation.empty` when there is no unit on that day.
 */
export function viewAsIs(plan: Plan, built: OrganisationAxis, date: BusinessDate, cell: ViewCell = {}): OrganisationView {
  const { axis, sums } = read(plan, built, cell);
  const day = toEpochDay(date, 'date');
  const now = unitsDuring(built.organisation, { from: day, to: day + 1 });
  if (now.size === 0) throw organisationError('allocation.organisation.empty', date, 'date');
  const totals: Totals = new Map();
  const lost: Totals = new Map();
  const people = new Map<string, string>();
  const unitOf = unitsOfPeople(built.organisation, day);
  axis.leaves.forEach((leaf, at) => {
    const seat = built.seats.get(axis.ids[leaf] as string) as Seat;
    const unit = seat.personId === null ? (seat.path.at(-1) as string) : unitOf(seat.personId);
    const path = unit === null ? null : pathOf(now, unit);
    const value = sums[at] as number;
    if (path === null) return add(lost, seat.personId ?? (seat.path.at(-1) as string), value);
    for (const id of path) add(totals, id, value);
    if (seat.personId === null) return;
    people.set(seat.personId, path.at(-1) as string);
    add(totals, seat.personId, value);
  });
  const inOrder = [...now.values()].sort((a, b) => (pathOf(now, a.id)?.length ?? 0) - (pathOf(now, b.id)?.length ?? 0));
  const nodes = [
    ...inOrder.map(({ id, parentId }) => ({ id, parentId, value: totals.get(id) ?? null })),
    ...[...people].map(([id, parentId]) => ({ id, parentId, value: totals.get(id) ?? null })),
  ];
  const unplaced = [...lost].map(([id, value]) => ({ id, parentId: null, value }));
  const all: Totals = new Map();
  for (const { parentId, value } of [...nodes, ...unplaced]) if (parentId === null && value !== null) add(all, '', value);
  return { nodes, unplaced, total: all.get('') ?? null };
}

type Totals = Map<string, number | null>;

/** Adds an amount, NaN for null; a node that is only mentioned is null. */
function add(totals: Totals, id: string, value: number): void {
  const before = totals.get(id) ?? null;
  const sum = value === value ? (before ?? 0) + value : before;
  if (sum !== null && !Number.isSafeInteger(sum)) throw coreError('allocation.total.invalid', sum, id);
  totals.set(id, sum);
}

function read(plan: Plan, built: OrganisationAxis, cell: ViewCell): { axis: Axis; sums: Float64Array } {
  const at = plan.grid.axes.findIndex(({ id }) => id === built.axis.id);
  const axis = plan.grid.axes[at];
  if (axis === undefined) throw coreError('allocation.axis.unknown', built.axis.id, 'built.axis.id');
  const foreign = Array.from(axis.leaves, (leaf) => axis.ids[leaf] as string).find((id) => !built.seats.has(id));
  if (foreign !== undefined) throw coreError('allocation.member.unknown', foreign, `axes.${axis.id}`);
  const box = boxOf(plan, { ...cell.at, [axis.id]: axis.ids[0] as string });
  return { axis, sums: leafSums(plan, metricOf(plan, cell.metric), at, box) };
}

/** The unit of a person on a day: the one they are in, else the last one before, else the first one after. */
function unitsOfPeople({ memberships }: Organisation, day: number): (personId: string) => string | null {
  const best = new Map<string, { unit: string; distance: number }>();
  for (const membership of memberships) {
    const span = spanOf(membership);
    if (span === null) continue;
    // A place in the past counts before any in the future, however near that is.
    const distance = span.to <= day ? day - span.to + 1 : span.from > day ? 1e9 + span.from - day : 0;
    const known = best.get(membership.personId);
    if (known === undefined || distance < known.distance) best.set(membership.personId, { unit: membership.unitId, distance });
  }
  return (personId) => best.get(personId)?.unit ?? null;
}
