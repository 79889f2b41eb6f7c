import { carryHolds } from './carry-holds.ts';
import { carryValues, moveCells } from './move-cells.ts';
import { movePerson } from './move-person.ts';
import { organisationAxis } from './organisation-axis.ts';
import { renumberJournal } from './renumber.ts';
import { linkSeats } from './seat-links.ts';
import { createAxis } from '../axis.ts';
import { coreError } from '../core-error.ts';
import { boxAt } from '../grid.ts';
import { cellKey } from '../journal.ts';
import { boxValue, refOf } from '../plan.ts';
import { gather, valueAt } from '../values.ts';
import type { Axis } from '../axis.ts';
import type { Author, JournalEntry } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { MovedCells } from './move-cells.ts';
import type { Move } from './move-person.ts';
import type { OrganisationAxis } from './organisation-axis.ts';
import type { SeatLinks } from './seat-links.ts';

/** A move that was made. */
export interface Reassigned {
  readonly ok: true;
  readonly plan: Plan;
  /** The organisation and its axis after the move: for the views, for facts, for the next move. */
  readonly built: OrganisationAxis;
  /** What the journal got: one 'move' per metric that had amounts to move, in the order of the metrics. */
  readonly entries: readonly JournalEntry[];
}

/** Why a move was not made; nothing has changed. */
export interface ReassignRefusal {
  readonly ok: false;
  /** `held`: held cells would change. `ownTarget`: the unit moved to has a target that is nobody's; give it to someone first. */
  readonly code: 'held' | 'ownTarget';
  readonly conflicts: readonly Required<CellRef>[];
}

/**
 * Moves a person within a plan that is under way. Cells of periods before the move stay with the old unit, those of periods
 * that start with it or later go to the new one with their amounts; the period in which the move falls stays where it is. No
 * sum changes but those of the units that the person leaves or joins. The journal keeps what it says, in new member numbers,
 * and gets an entry 'move'. A unit that nobody is left in has no cells until someone joins it.
 *
 * Throws what `movePerson` and `organisationAxis` throw; `allocation.axis.unknown` when the plan lacks the axis before its time
 * axis, `allocation.member.unknown` when `built` is not the organisation of this plan.
 */
export function reassign(plan: Plan, built: OrganisationAxis, move: Move & Author): Reassigned | ReassignRefusal {
  const at = checkAxes(plan, built);
  const [old, time] = [plan.grid.axes[at] as Axis, plan.grid.axes.at(-1) as Axis];
  const { organisation, moved } = movePerson(built.organisation, move);
  const after = organisationAxis(organisation, built.options);
  const axis = createAxis(after.axis);
  const links = linkSeats({ old, axis, built, after }, time, move.personId, moved);
  const cells = moveCells(plan.grid, at, axis, links);
  const lost = lostTargets(plan, cells);
  if (lost.length > 0) return { ok: false, code: 'ownTarget', conflicts: lost };
  const change = { axes: plan.grid.axes, at, axis, to: links.members };
  const journal = renumberJournal(change, plan.journal);
  const carried: Plan = { ...plan, grid: cells.grid, values: plan.values.map((values) => carryValues(values, cells)), journal };
  const { holds, conflicts } = carryHolds(plan, carried, change, links);
  if (conflicts.length > 0) return { ok: false, code: 'held', conflicts };
  const entries = plan.metrics
    .flatMap((_, metric) => entryOf(plan, carried, metric, { cells, at, links }, move) ?? [])
    .map((entry, index) => ({ ...entry, seq: (journal.at(-1)?.seq ?? 0) + index + 1 }));
  return { ok: true, plan: { ...carried, holds, journal: [...journal, ...entries] }, built: after, entries };
}

function checkAxes({ grid: { axes } }: Plan, built: OrganisationAxis): number {
  const at = axes.findIndex(({ id }) => id === built.axis.id);
  const axis = axes[at];
  if (axis === undefined || axes.at(-1)?.kind !== 'time') {
    throw coreError('allocation.axis.unknown', axis === undefined ? built.axis.id : 'time', 'plan.axes');
  }
  const foreign = axis.ids.find((id, member) => axis.next[member] === member + 1 && !built.seats.has(id));
  const missing = built.axis.members.find(({ id }) => !axis.numberOf.has(id))?.id;
  const wrong = foreign ?? missing;
  if (wrong !== undefined) throw coreError('allocation.member.unknown', wrong, `axes.${axis.id}`);
  return at;
}

/** Cells with an amount that have no place any more: those of a unit that was a leaf and now has a person in it. */
function lostTargets(plan: Plan, { to }: MovedCells): Required<CellRef>[] {
  const found: Required<CellRef>[] = [];
  plan.values.forEach((values, metric) => {
    for (let position = 0; position < to.length && found.length < 100; position += 1) {
      if ((to[position] as number) >= 0 || Number.isNaN(valueAt(values, position))) continue;
      found.push(refOf(plan, metric, boxAt(plan.grid, position)));
    }
  });
  return found;
}

interface Place {
  readonly cells: MovedCells;
  readonly at: number;
  readonly links: SeatLinks;
}

/** What the journal says about the cells that moved; null when none of them has an amount. `seq` is given later. */
function entryOf(plan: Plan, carried: Plan, metric: number, { cells, at, links }: Place, author: Author): JournalEntry | null {
  const values = plan.values[metric] as Values;
  const spoken = cells.moved.filter((position) => !Number.isNaN(valueAt(values, position)));
  const [first] = spoken;
  if (first === undefined) return null;
  const { axes } = carried.grid;
  const place = (position: number): number => cells.to[position] as number;
  const keys = Float64Array.from(spoken, (position) => cellKey(axes, boxAt(carried.grid, place(position))));
  const amounts = gather(values, spoken);
  const target = new Int32Array(axes.length);
  target[at] = boxAt(carried.grid, place(first))[at] as number;
  const was = links.members.indexOf(target[at]);
  const before = was < 0 ? null : boxValue(plan, metric, target.with(at, was));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const division = {
    keys,
    before: new Float64Array(keys.length).fill(NaN),
    after: amounts,
    weights: amounts.slice(),
    reserved: null,
    pool: new Int32Array(keys.length),
    pools: [{ total, of: total, fallback: null, method: 'move' }],
  };
  const { by, at: instant, reason } = author;
  const given = Object.fromEntries(Object.entries({ by, at: instant, reason }).filter(([, value]) => value !== undefined));
  return {
    seq: 0,
    action: 'move',
    metric,
    target,
    before,
    after: boxValue(carried, metric, target),
    divisions: [division],
    ...given,
  };
}
