import { periodInterval, toEpochDay } from '@milepost/calendar';
import { checkOrganisation } from './find-problems.ts';
import { common, spanOf } from './spans.ts';
import { pathOf, stretchesOf, unitsDuring } from './unit-tree.ts';
import { organisationError } from './organisation-error.ts';
import type { DateInterval, PeriodId, PeriodScheme } from '@milepost/calendar';
import type { AxisInput, MemberInput } from '../axis.ts';
import type { Organisation } from './organisation.ts';
import type { Span } from './spans.ts';

/** For which days and in which terms an axis is made. */
export interface OrganisationAxisOptions {
  /** The days of the plan. */
  readonly interval: DateInterval;
  /** What the plan stores about its periods; years from January and calendar months when left out. */
  readonly scheme?: PeriodScheme;
  /** Id of the axis; 'organisation' when left out. */
  readonly id?: string;
  /**
   * In which periods someone has a cell who comes or goes within one: in every period they are there for a day ('overlap', when
   * left out), or only where they are there on its first day ('start').
   */
  readonly rule?: 'overlap' | 'start';
}

/** A leaf of the axis: a person in a unit in its place, or a unit that nobody is in and nothing is below. */
export interface Seat {
  readonly id: string;
  /** Null for a unit of its own. */
  readonly personId: string | null;
  /** Unit ids from the top. */
  readonly path: readonly string[];
  /** When it is taken, in order. */
  readonly spans: readonly Span[];
}

/** An axis made from an organisation. Give `axis` and `belongs()` to `createPlan`, `rename` to `compileFacts`. */
export interface OrganisationAxis {
  readonly organisation: Organisation;
  readonly options: OrganisationAxisOptions;
  readonly axis: AxisInput;
  /** By leaf id. */
  readonly seats: ReadonlyMap<string, Seat>;
  /** Member id of a unit in its place, by `pathKey`. */
  readonly units: ReadonlyMap<string, string>;
  /** Whether a leaf exists in a period. */
  validIn(seatId: string, period: PeriodId): boolean;
  /** Where a person is on a day. */
  seatOn(personId: string, date: string): Seat | null;
  /** For `createPlan`: whether a leaf cell belongs to the plan. `at` is the place of the axis among all, time being the last. */
  belongs(at?: number): (leaves: readonly string[]) => boolean;
  /** For `compileFacts`: facts of a person count for the seat they have in that period of the plan. */
  readonly rename: (axis: string, id: string, period: string | null) => string;
}

/** Key of a place in the tree. */
export function pathKey(path: readonly string[], personId: string | null = null): string {
  return JSON.stringify([...path, personId]);
}

/**
 * Makes the axis of a plan from an organisation that changes while the plan runs. Leaves are seats: whoever moves has one in
 * each unit, and a cell exists only while the seat is taken, so that a sum over a unit and a period is what it was then. The
 * first seat of a person has the person's id, later ones 'person@unit'; a unit that moves has a member in each of its places,
 * 'unit' and then 'unit@parent'. Ids do not change when someone moves later on.
 *
 * Throws what `checkOrganisation` throws, and `allocation.organisation.empty` when no unit exists on these days.
 */
export function organisationAxis(organisation: Organisation, options: OrganisationAxisOptions): OrganisationAxis {
  checkOrganisation(organisation);
  const { interval, scheme = 1, id = 'organisation', rule = 'overlap' } = options;
  const span = { from: toEpochDay(interval.start, 'interval.start'), to: toEpochDay(interval.end, 'interval.end') };
  const { members, seats, units, people } = placeAll(organisation, span);
  if (members.length === 0)
    throw organisationError('allocation.organisation.empty', `${interval.start}…${interval.end}`, 'units');
  const periods = new Map<PeriodId, Span>();
  const daysOf = (period: PeriodId): Span => {
    let days = periods.get(period);
    if (days === undefined) {
      const { start, end } = periodInterval(period, scheme);
      periods.set(period, (days = { from: toEpochDay(start), to: toEpochDay(end) }));
    }
    return days;
  };
  const validIn = (seatId: string, period: PeriodId): boolean => {
    const days = daysOf(period);
    const asked = rule === 'start' ? { from: days.from, to: days.from + 1 } : days;
    return seats.get(seatId)?.spans.some((own) => common(own, asked) !== null) ?? false;
  };
  const seatAt = (personId: string, asked: Span): Seat | null =>
    people.get(personId)?.find(({ spans }) => spans.some((own) => common(own, asked) !== null)) ?? null;
  return {
    organisation,
    options,
    axis: { id, kind: 'organisation', members },
    seats,
    units,
    validIn,
    seatOn: (personId, date) => seatAt(personId, { from: toEpochDay(date), to: toEpochDay(date) + 1 }),
    belongs:
      (at = 0) =>
      (leaves) =>
        validIn(leaves[at] as string, leaves.at(-1) as string),
    rename: (axis, member, period) => (axis !== id || period === null ? member : (seatAt(member, daysOf(period))?.id ?? member)),
  };
}

interface Placing {
  readonly members: MemberInput[];
  readonly seats: Map<string, Seat>;
  readonly units: Map<string, string>;
  readonly people: Map<string, Seat[]>;
}

function placeAll(organisation: Organisation, span: Span): Placing {
  const stretches = stretchesOf(organisation, span).map((stretch) => ({ stretch, now: unitsDuring(organisation, stretch) }));
  const units = new Map<string, string>();
  const members = placeUnits(organisation, stretches, units);
  const taken = new Set(members.map((member) => member.id));
  const seats = new Map<string, Seat & { spans: Span[] }>();
  const byKey = new Map<string, Seat & { spans: Span[] }>();
  const people = new Map<string, Seat[]>();
  const sit = (personId: string | null, path: readonly string[], own: Span): void => {
    const key = pathKey(path, personId);
    const unit = units.get(pathKey(path)) as string;
    let seat = byKey.get(key);
    if (seat === undefined) {
      const first = personId !== null && !taken.has(personId);
      seat = { id: personId === null ? unit : first ? personId : `${personId}@${unit}`, personId, path, spans: [] };
      byKey.set(key, seat);
      seats.set(seat.id, seat);
      if (personId !== null) {
        taken.add(seat.id);
        members.push({ id: seat.id, parentId: unit });
        people.set(personId, [...(people.get(personId) ?? []), seat]);
      }
    }
    const last = seat.spans.at(-1);
    if (last?.to === own.from) seat.spans[seat.spans.length - 1] = { from: last.from, to: own.to };
    else seat.spans.push(own);
  };
  for (const { stretch, now } of stretches) {
    for (const membership of organisation.memberships) {
      const valid = spanOf(membership);
      const own = valid === null ? null : common(valid, stretch);
      const path = own === null ? null : pathOf(now, membership.unitId);
      if (own !== null && path !== null) sit(membership.personId, path, own);
    }
  }
  const above = new Set(members.map((member) => member.parentId));
  for (const { stretch, now } of stretches) {
    for (const unitId of now.keys()) {
      const path = pathOf(now, unitId) as readonly string[];
      if (!above.has(units.get(pathKey(path)) as string)) sit(null, path, stretch);
    }
  }
  return { members, seats, units, people };
}

/** A member per unit and place, parents before their children, in the order in which units are given. */
function placeUnits(
  { units }: Organisation,
  stretches: readonly { readonly now: ReturnType<typeof unitsDuring> }[],
  placed: Map<string, string>,
): MemberInput[] {
  const members: MemberInput[] = [];
  const first = new Set<string>();
  const place = (path: readonly string[]): string => {
    const known = placed.get(pathKey(path));
    if (known !== undefined) return known;
    const above = path.length === 1 ? null : place(path.slice(0, -1));
    const unitId = path.at(-1) as string;
    const id = first.has(unitId) ? `${unitId}@${above ?? ''}` : unitId;
    first.add(unitId);
    placed.set(pathKey(path), id);
    members.push({ id, parentId: above });
    return id;
  };
  for (const { now } of stretches) {
    for (const { id } of units) {
      const path = pathOf(now, id);
      if (path !== null) place(path);
    }
  }
  return members;
}
