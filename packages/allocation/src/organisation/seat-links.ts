/** Where the leaves of an organisation axis are after a person has moved. */
import { fromEpochDay, periodInterval, toEpochDay } from '@milepost/calendar';
import { pathKey } from './organisation-axis.ts';
import { common } from './spans.ts';
import type { Axis } from '../axis.ts';
import type { OrganisationAxis, Seat } from './organisation-axis.ts';
import type { Span } from './spans.ts';

/** The axis before and after a move, and what each was made from. */
export interface AxisPair {
  readonly old: Axis;
  readonly axis: Axis;
  readonly built: OrganisationAxis;
  readonly after: OrganisationAxis;
}

/** Leaf positions after the move by leaf position before it; −1 for nowhere. */
export interface SeatLinks {
  /** The same seat. */
  readonly stay: Int32Array;
  /** One list per seat that the person gets: from the seats they leave. */
  readonly go: readonly Int32Array[];
  /** By leaf of the time axis: number of the list in `go`; −1 where cells stay. */
  readonly goAt: Int32Array;
  /** By leaf of the time axis: the list in `go` whose cells come to exist beside those that stay: the move falls into it. */
  readonly besideAt: Int32Array;
  /** By leaf: 1 for seats that are not taken any more in that period; their cells go along. */
  readonly vanish: Uint8Array;
  /** Member number after the move by member number before it. */
  readonly members: Int32Array;
}

/** Links seats by person and place; the periods that start within `moved` go to the seat that the person then has. */
export function linkSeats({ old, axis, built, after }: AxisPair, time: Axis, personId: string, moved: Span): SeatLinks {
  const seatIds = new Map([...after.seats.values()].map((seat) => [pathKey(seat.path, seat.personId), seat.id]));
  const seatAt = (leaf: number): Seat => built.seats.get(old.ids[leaf] as string) as Seat;
  const stayId = (leaf: number): string | undefined => seatIds.get(pathKey(seatAt(leaf).path, seatAt(leaf).personId));
  const positionOf = (id: string | undefined): number =>
    id === undefined ? -1 : (axis.from[axis.numberOf.get(id) as number] as number);
  const { goAt, besideAt, seats } = periodsOf(time, built, after, personId, moved);
  // Only seats of the unit that is left: one in another unit may follow within the same period.
  const unit = built.seatOn(personId, fromEpochDay(moved.from))?.path.at(-1);
  const leaves = (leaf: number): boolean => {
    const seat = seatAt(leaf);
    return seat.personId === personId && seat.path.at(-1) === unit && seat.spans.some((span) => common(span, moved) !== null);
  };
  const within = besideAt.findIndex((list) => list >= 0);
  const stays = (id: string | undefined): boolean =>
    id !== undefined && within >= 0 && after.validIn(id, time.ids[time.leaves[within] as number] as string);
  const unitsAfter = new Map([...built.units].map(([path, id]) => [id, after.units.get(path) as string]));
  return {
    stay: Int32Array.from(old.leaves, (leaf) => positionOf(stayId(leaf))),
    go: seats.map((id) => Int32Array.from(old.leaves, (leaf) => (leaves(leaf) ? positionOf(id) : -1))),
    goAt,
    besideAt,
    vanish: Uint8Array.from(old.leaves, (leaf) => (leaves(leaf) && !stays(stayId(leaf)) ? 1 : 0)),
    members: Int32Array.from(old.ids, (id, member) => {
      const now = unitsAfter.get(id) ?? stayId(member) ?? seats[0];
      return axis.numberOf.get(now as string) as number;
    }),
  };
}

function periodsOf(time: Axis, { options }: OrganisationAxis, after: OrganisationAxis, personId: string, moved: Span) {
  const seats: string[] = [];
  const listOf = (day: number): number => {
    const id = after.seatOn(personId, fromEpochDay(day))?.id;
    if (id !== undefined && !seats.includes(id)) seats.push(id);
    return id === undefined ? -1 : seats.indexOf(id);
  };
  const goAt = new Int32Array(time.leaves.length).fill(-1);
  const besideAt = goAt.slice();
  time.leaves.forEach((leaf, position) => {
    const { start, end } = periodInterval(time.ids[leaf] as string, options.scheme ?? 1);
    const [from, to] = [toEpochDay(start), toEpochDay(end)];
    if (from >= moved.from && from < moved.to) goAt[position] = listOf(from);
    else if (options.rule !== 'start' && from < moved.from && moved.from < to) besideAt[position] = listOf(moved.from);
  });
  return { goAt, besideAt, seats };
}
