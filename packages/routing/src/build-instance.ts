import type { Clients, FixedVisits, Instance, Patterns, Reference, Slots, Windows } from './instance.ts';
import { NEVER_VISITED } from './instance.ts';
import type { ClientSpec, InstanceSpec, ReferenceSpec } from './instance-spec.ts';

const NO_LIMIT = 2_147_483_647;

/**
 * Packs readable parts into the typed arrays of an instance. Slots are put in order of their day. Nothing is judged here: what
 * cannot be served is found by the search, what makes no sense is refused where problems are read.
 */
export function buildInstance(spec: InstanceSpec): Instance {
  const dayNumber = Int32Array.from(spec.dayNumbers ?? Array.from({ length: spec.days }, (_, day) => day));
  const { clients, patterns } = packClients(spec, dayNumber);
  const vehicles = spec.slots.reduce((most, slot) => Math.max(most, slot.vehicle + 1), 0);
  return {
    days: spec.days,
    dayNumber,
    places: spec.places,
    distance: spec.distance,
    duration: spec.duration ?? spec.distance,
    clients,
    patterns,
    windows: packWindows(spec),
    vehicles,
    allowed: packAllowed(spec.clients, vehicles),
    slots: packSlots(spec),
    fixed: packFixed(spec),
    reference: spec.reference === undefined ? null : packReference(spec.reference, spec.clients.length, spec.days),
    weights: { travel: 1, value: 1, cadence: 1, balance: 0, change: 1, ...spec.weights },
  };
}

function packClients(spec: InstanceSpec, dayNumber: Int32Array): { clients: Clients; patterns: Patterns } {
  const list = spec.clients;
  const span = spec.days === 0 ? 0 : dayNumber[spec.days - 1]! - dayNumber[0]! + 1;
  const once = Array.from({ length: spec.days }, (_, day) => [day]);
  const sets = list.map((client) => client.patterns ?? (client.frequency === undefined ? once : []));
  const flat = sets.flat();
  const ints = (pick: (client: ClientSpec, index: number) => number): Int32Array => Int32Array.from(list, pick);
  const floats = (pick: (client: ClientSpec) => number): Float64Array => Float64Array.from(list, pick);
  const visits = ints((client, c) => client.frequency?.visits ?? Math.max(0, ...sets[c]!.map((days) => days.length)));
  const clients: Clients = {
    count: list.length,
    place: ints((client) => client.place),
    service: floats((client) => client.service ?? 0),
    demand: floats((client) => client.demand ?? 0),
    prize: floats((client) => client.prize ?? Infinity),
    visits,
    patternFrom: running(sets.map((set) => set.length)),
    leastGap: ints((client) => client.frequency?.leastGap ?? 1),
    greatestGap: ints((client) => client.frequency?.greatestGap ?? NO_LIMIT),
    lastVisit: ints((client) => client.frequency?.lastVisit ?? NEVER_VISITED),
    idealGap: Float64Array.from(list, (client, c) => client.frequency?.idealGap ?? span / Math.max(1, visits[c]!)),
    cadenceCost: floats((client) => client.frequency?.cadenceCost ?? 0),
  };
  const patterns: Patterns = {
    dayFrom: running(flat.map((days) => days.length)),
    day: Int32Array.from(flat.flat()),
    cost: Float64Array.from(sets.flatMap((set, c) => set.map((_, k) => list[c]!.patternCosts?.[k] ?? 0))),
  };
  return { clients, patterns };
}

function packWindows({ clients, days }: InstanceSpec): Windows | null {
  if (clients.every((client) => client.windows === undefined && client.dayWindows === undefined)) return null;
  const always = [[-Infinity, Infinity]] as const;
  const perDay = clients.flatMap((client) =>
    Array.from({ length: days }, (_, day) => client.dayWindows?.[day] ?? client.windows ?? always),
  );
  const flat = perDay.flat();
  return {
    from: running(perDay.map((list) => list.length)),
    open: Float64Array.from(flat, ([open]) => open),
    close: Float64Array.from(flat, ([, close]) => close),
  };
}

function packAllowed(clients: readonly ClientSpec[], vehicles: number): Uint8Array | null {
  if (clients.every((client) => client.vehicles === undefined)) return null;
  const allowed = new Uint8Array(clients.length * vehicles);
  clients.forEach((client, c) => {
    if (client.vehicles === undefined) allowed.fill(1, c * vehicles, (c + 1) * vehicles);
    else for (const vehicle of client.vehicles) if (vehicle >= 0 && vehicle < vehicles) allowed[c * vehicles + vehicle] = 1;
  });
  return allowed;
}

function packSlots(spec: InstanceSpec): Slots {
  const list = spec.slots.toSorted((a, b) => a.day - b.day);
  const perDay = Array.from({ length: spec.days }, (_, day) => list.filter((slot) => slot.day === day).length);
  const breaks = list.flatMap((slot) => slot.breaks ?? []);
  return {
    count: list.length,
    dayFrom: running(perDay),
    day: Int32Array.from(list, (slot) => slot.day),
    vehicle: Int32Array.from(list, (slot) => slot.vehicle),
    startPlace: Int32Array.from(list, (slot) => slot.start),
    endPlace: Int32Array.from(list, (slot) => slot.end),
    earliest: Float64Array.from(list, (slot) => slot.earliest ?? 0),
    latest: Float64Array.from(list, (slot) => slot.latest ?? Infinity),
    maxDuration: Float64Array.from(list, (slot) => slot.maxDuration ?? Infinity),
    capacity: Float64Array.from(list, (slot) => slot.capacity ?? Infinity),
    maxVisits: Int32Array.from(list, (slot) => slot.maxVisits ?? NO_LIMIT),
    fixedCost: Float64Array.from(list, (slot) => slot.fixedCost ?? 0),
    frozen: Uint8Array.from(list, (slot) => (slot.frozen === true ? 1 : 0)),
    breakFrom: running(list.map((slot) => slot.breaks?.length ?? 0)),
    breakOpen: Float64Array.from(breaks, (pause) => pause.open),
    breakClose: Float64Array.from(breaks, (pause) => pause.close),
    breakMinutes: Float64Array.from(breaks, (pause) => pause.minutes),
  };
}

function packFixed({ fixed = [] }: InstanceSpec): FixedVisits {
  return {
    count: fixed.length,
    client: Int32Array.from(fixed, (visit) => visit.client),
    day: Int32Array.from(fixed, (visit) => visit.day),
    vehicle: Int32Array.from(fixed, (visit) => visit.vehicle ?? -1),
    open: Float64Array.from(fixed, (visit) => visit.window?.[0] ?? -Infinity),
    close: Float64Array.from(fixed, (visit) => visit.window?.[1] ?? Infinity),
  };
}

function packReference(spec: ReferenceSpec, clients: number, days: number): Reference {
  const vehicle = new Int32Array(clients * days).fill(-1);
  const start = new Float64Array(clients * days).fill(NaN);
  for (const visit of spec.visits) {
    vehicle[visit.client * days + visit.day] = visit.vehicle;
    start[visit.client * days + visit.day] = visit.start ?? NaN;
  }
  return { vehicle, start, dayChange: spec.dayChange, vehicleChange: spec.vehicleChange };
}

/** Running sums from 0: where the entries of each member begin. */
function running(counts: readonly number[]): Int32Array {
  const from = new Int32Array(counts.length + 1);
  counts.forEach((count, index) => (from[index + 1] = from[index]! + count));
  return from;
}
