import { buildInstance } from '../build-instance.ts';
import { RoutingError } from '../error.ts';
import type { ClientSpec, FixedSpec, ReferenceSpec } from '../instance-spec.ts';
import type { Instance } from '../instance.ts';
import type { Appointment, Customer, PublishedVisit } from '../problem/visit-problem.ts';
import type { SpeedProfile } from '../travel/speed-profile.ts';
import type { TravelMatrix } from '../travel/travel-matrix.ts';
import { compileCustomer } from './compile-customer.ts';
import type { CompileContext } from './compile-context.ts';
import { compileSlots } from './compile-slots.ts';
import type { CompiledSlot } from './compile-slots.ts';
import { excludedAltogether } from './excluded.ts';
import type { Excluded } from './excluded.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';
import { placesOfGroup, requiredPlace } from './places-of-group.ts';
import { travelNotices } from './travel-notices.ts';

/** What a client of the instance stands for. */
export type Origin =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'appointment'; readonly appointment: Appointment; readonly representative: string };

/** A group ready for the search, and the way back. */
export interface CompiledGroup {
  readonly instance: Instance;
  readonly context: CompileContext;
  /** One per client of the instance. */
  readonly origins: readonly Origin[];
  /** One per slot of the instance, in its order. */
  readonly slots: readonly CompiledSlot[];
  /** Published visits as the numbers of the instance; those of frozen days are the initial plan. */
  readonly published: readonly {
    readonly client: number;
    readonly day: number;
    readonly vehicle: number;
    readonly start: number | null;
  }[];
  metres(from: number, to: number): number | null;
  readonly excluded: readonly Excluded[];
  readonly notices: readonly Notice[];
  /** Customers of whom nothing is wanted within the horizon. */
  readonly notDue: readonly string[];
}

interface Parts {
  readonly clients: ClientSpec[];
  readonly origins: Origin[];
  readonly fixed: FixedSpec[];
  readonly notDue: string[];
}

/** How travel within a group is known. */
export interface GroupTravel {
  readonly profiles: readonly SpeedProfile[];
  readonly mostPlaces: number;
  /** What a provider said about the points of the group; by the problem itself when left out. */
  readonly asked?: TravelMatrix;
}

/**
 * Compiles one group. Throws `routing.compile.tooLarge` when it has more places than `mostPlaces`, and `routing.problem.matrix` for a
 * matrix of another size.
 */
export function compileGroup(context: CompileContext, { profiles, mostPlaces, asked }: GroupTravel): CompiledGroup {
  const { problem, people, days, personOf, dayOf } = context;
  const { table, placeOf, startOf, endOf, places } = placesOfGroup(context);
  const notices: Notice[] = [];
  const excluded: Excluded[] = [];
  if (table.size > mostPlaces) throw new RoutingError('routing.compile.tooLarge', table.size);
  const findings = { estimated: [], unreachable: [], zero: [] };
  if (asked !== undefined && asked.size !== table.size)
    throw new RoutingError('routing.problem.matrix', `${asked.size} ≠ ${table.size}`);
  const distance = asked === undefined ? table.minutes(profiles, findings) : table.asked(asked, findings);
  notices.push(...travelNotices(findings));
  const minutes = (from: number, to: number): number => distance[from * table.size + to]!;
  const slots = compileSlots(context, { placeOf, startOf, endOf, minutes }, notices, excluded);

  const parts: Parts = { clients: [], origins: [], fixed: [], notDue: [] };
  addCustomers(parts, places, context, { notices, excluded });
  addAppointments(
    parts,
    slots,
    placeOf,
    people.map(({ id }) => id),
  );
  notices.push(
    ...capacityNotice(
      parts,
      slots,
      people.map(({ name }) => name),
    ),
  );
  const clientOf = new Map(
    parts.origins.flatMap((origin, client) => (origin.kind === 'customer' ? [[origin.customer.id, client]] : [])),
  );
  const published = (problem.published ?? []).flatMap(({ customer, date, representative, startMinute }) => {
    const [client, day, vehicle] = [clientOf.get(customer), dayOf.get(date), personOf.get(representative)];
    return client === undefined || day === undefined || vehicle === undefined
      ? []
      : [{ client, day, vehicle, start: startMinute }];
  });
  const { weights } = problem;
  const instance = buildInstance({
    ...{ days: days.length, dayNumbers: days.map(({ number }) => number), places: table.size, distance },
    ...{ clients: parts.clients, slots: slots.map(({ spec }) => spec), fixed: parts.fixed },
    // Appointments are no change: they were in the calendar before there was a plan.
    reference: problem.published === null ? undefined : referenceOf([...published, ...appointmentsOf(parts)], weights),
    weights: {
      ...{ travel: weights.travel, value: 1, cadence: weights.cadenceMinutesPerDay, change: 1 },
      // The search squares the minutes of each day; by the length of a day they are minutes again.
      balance: weights.balance / meanDay(slots),
    },
  });
  const metres = (from: number, to: number): number | null =>
    asked === undefined ? table.metres(from, to, profiles[0]!) : Math.round(asked.metres[from * asked.size + to]!);
  return { instance, context, origins: parts.origins, slots, published, metres, excluded, notices, notDue: parts.notDue };
}

function addCustomers(
  parts: Parts,
  places: readonly (number | null)[],
  context: CompileContext,
  findings: { readonly notices: Notice[]; readonly excluded: Excluded[] },
): void {
  const published = Map.groupBy(context.problem.published ?? [], ({ customer }) => customer);
  context.customers.forEach((customer, index) => {
    const place = places[index] ?? null;
    if (place === null) {
      findings.excluded.push(...excludedAltogether(customer, context.problem.horizon, 'place.missing'));
      return;
    }
    const visits: readonly PublishedVisit[] = published.get(customer.id) ?? [];
    const { client, promises, notDue } = compileCustomer(customer, visits, context, findings);
    if (notDue) parts.notDue.push(customer.id);
    if (client === null) return;
    for (const { day, person, window } of promises) {
      parts.fixed.push({ client: parts.clients.length, day, vehicle: person, window: window ?? undefined });
    }
    parts.clients.push({ place, ...client });
    parts.origins.push({ kind: 'customer', customer });
  });
}

/** Appointments at a place are promises of their representative. */
function addAppointments(
  parts: Parts,
  slots: readonly CompiledSlot[],
  placeOf: (one: Appointment) => number | null,
  ids: readonly string[],
): void {
  for (const { spec, person, workday } of slots) {
    for (const appointment of workday.appointments) {
      const { fromMinute, untilMinute } = appointment;
      const place = requiredPlace(placeOf(appointment), appointment.id);
      parts.fixed.push({ client: parts.clients.length, day: spec.day, vehicle: person, window: [fromMinute, fromMinute] });
      parts.clients.push({ place, service: untilMinute - fromMinute, patterns: [[spec.day]], vehicles: [person] });
      parts.origins.push({ kind: 'appointment', appointment, representative: ids[person]! });
    }
  }
}

function capacityNotice({ clients }: Parts, slots: readonly CompiledSlot[], names: readonly string[]): Notice[] {
  const visits = (client: ClientSpec): number =>
    client.frequency?.visits ?? Math.max(...(client.patterns ?? [[]]).map((set) => set.length));
  const needed = clients.reduce((sum, client) => sum + visits(client) * (client.service ?? 0), 0);
  const available = slots.reduce((sum, { spec, workday }) => {
    return sum + spec.latest! - spec.earliest! - workday.pauses.reduce((total, pause) => total + pause.minutes, 0);
  }, 0);
  if (slots.length === 0) return [notice('days.none', {})];
  if (needed <= available) return [];
  const hours = (minutes: number): number => Math.round(minutes / 60);
  return [notice('capacity.short', { people: names.join('、'), needed: hours(needed), available: hours(available) })];
}

function meanDay(slots: readonly CompiledSlot[]): number {
  const minutes = slots.reduce((sum, { spec }) => sum + spec.latest! - spec.earliest!, 0);
  return slots.length === 0 ? 1 : minutes / slots.length;
}

function appointmentsOf({ origins, fixed }: Parts): CompiledGroup['published'] {
  return fixed.flatMap(({ client, day, vehicle = -1, window }) =>
    origins[client]!.kind === 'appointment' ? [{ client, day, vehicle, start: window?.[0] ?? null }] : [],
  );
}

function referenceOf(
  published: CompiledGroup['published'],
  { dayChangeMinutes, personChangeMinutes }: CompileContext['problem']['weights'],
): ReferenceSpec {
  return {
    visits: published.map(({ client, day, vehicle, start }) => ({ client, day, vehicle, start: start ?? undefined })),
    dayChange: dayChangeMinutes,
    vehicleChange: personChangeMinutes,
  };
}
