import type { FixedVisits, Instance, Patterns, Reference, Slots, Windows } from '../../instance.ts';
import type { Group } from './find-groups.ts';

/** A part of an instance with its own numbering, and the numbers its clients, vehicles and slots have in the whole. */
export interface Part {
  readonly instance: Instance;
  readonly clients: readonly number[];
  readonly vehicles: readonly number[];
  readonly slots: readonly number[];
}

/** Cuts a group out of an instance, with matrices of the places it uses. */
export function subInstance(whole: Instance, group: Group): Part {
  const { clients, vehicles } = group;
  if (clients.length === whole.clients.count && vehicles.length === whole.vehicles) {
    return { instance: whole, ...group, slots: Array.from({ length: whole.slots.count }, (_, r) => r) };
  }
  const vehicleAt = new Map(vehicles.map((vehicle, index) => [vehicle, index]));
  const slots: number[] = [];
  for (let r = 0; r < whole.slots.count; r++) if (vehicleAt.has(whole.slots.vehicle[r]!)) slots.push(r);
  const places = new Set<number>();
  for (const client of clients) places.add(whole.clients.place[client]!);
  for (const r of slots) places.add(whole.slots.startPlace[r]!).add(whole.slots.endPlace[r]!);
  const placeList = [...places].sort((a, b) => a - b);
  const placeAt = new Map(placeList.map((place, index) => [place, index]));
  const distance = square(whole.distance, whole.places, placeList);
  const { patternFrom } = whole.clients;
  const instance: Instance = {
    ...whole,
    places: placeList.length,
    distance,
    duration: whole.duration === whole.distance ? distance : square(whole.duration, whole.places, placeList),
    clients: {
      ...takeAll(whole.clients, clients),
      count: clients.length,
      place: Int32Array.from(clients, (client) => placeAt.get(whole.clients.place[client]!)!),
      patternFrom: running(clients.map((client) => patternFrom[client + 1]! - patternFrom[client]!)),
    },
    patterns: cutPatterns(whole, clients),
    windows: whole.windows === null ? null : cutWindows(whole.windows, whole.days, clients),
    vehicles: vehicles.length,
    allowed: cutAllowed(whole, group),
    slots: cutSlots(whole, slots, vehicleAt, placeAt),
    fixed: cutFixed(whole.fixed, clients, vehicleAt),
    reference: whole.reference === null ? null : cutReference(whole.reference, whole.days, clients, vehicleAt),
  };
  return { instance, ...group, slots };
}

/** The entries of some members in every typed array of a record. */
function takeAll<T extends object>(arrays: T, members: readonly number[]): T {
  const entries = Object.entries(arrays).map(([key, value]: [string, unknown]) => {
    if (value instanceof Float64Array) return [key, Float64Array.from(members, (member) => value[member]!)];
    if (value instanceof Int32Array) return [key, Int32Array.from(members, (member) => value[member]!)];
    if (value instanceof Uint8Array) return [key, Uint8Array.from(members, (member) => value[member]!)];
    return [key, value];
  });
  return Object.fromEntries(entries) as T;
}

function square(matrix: Float64Array, size: number, places: readonly number[]): Float64Array {
  const out = new Float64Array(places.length * places.length);
  let at = 0;
  for (const from of places) for (const to of places) out[at++] = matrix[from * size + to]!;
  return out;
}

function cutPatterns({ clients: { patternFrom }, patterns }: Instance, clients: readonly number[]): Patterns {
  const kept = clients.flatMap((client) => range(patternFrom[client]!, patternFrom[client + 1]!));
  return {
    dayFrom: running(kept.map((p) => patterns.dayFrom[p + 1]! - patterns.dayFrom[p]!)),
    day: Int32Array.from(kept.flatMap((p) => [...patterns.day.subarray(patterns.dayFrom[p], patterns.dayFrom[p + 1])])),
    cost: Float64Array.from(kept, (p) => patterns.cost[p]!),
  };
}

function cutWindows({ from, open, close }: Windows, days: number, clients: readonly number[]): Windows {
  const rows = clients.flatMap((client) => range(client * days, (client + 1) * days));
  const kept = rows.flatMap((row) => range(from[row]!, from[row + 1]!));
  return {
    from: running(rows.map((row) => from[row + 1]! - from[row]!)),
    open: Float64Array.from(kept, (w) => open[w]!),
    close: Float64Array.from(kept, (w) => close[w]!),
  };
}

function cutAllowed({ allowed, vehicles }: Instance, group: Group): Uint8Array | null {
  if (allowed === null) return null;
  const cells = group.clients.flatMap((client) => group.vehicles.map((vehicle) => allowed[client * vehicles + vehicle]!));
  return cells.includes(0) ? Uint8Array.from(cells) : null;
}

function cutSlots(whole: Instance, kept: readonly number[], vehicleAt: Map<number, number>, placeAt: Map<number, number>): Slots {
  const { slots, days } = whole;
  const perDay = new Array<number>(days).fill(0);
  for (const r of kept) perDay[slots.day[r]!]!++;
  const breaks = kept.flatMap((r) => range(slots.breakFrom[r]!, slots.breakFrom[r + 1]!));
  return {
    ...takeAll(slots, kept),
    count: kept.length,
    dayFrom: running(perDay),
    vehicle: Int32Array.from(kept, (r) => vehicleAt.get(slots.vehicle[r]!)!),
    startPlace: Int32Array.from(kept, (r) => placeAt.get(slots.startPlace[r]!)!),
    endPlace: Int32Array.from(kept, (r) => placeAt.get(slots.endPlace[r]!)!),
    breakFrom: running(kept.map((r) => slots.breakFrom[r + 1]! - slots.breakFrom[r]!)),
    breakOpen: Float64Array.from(breaks, (b) => slots.breakOpen[b]!),
    breakClose: Float64Array.from(breaks, (b) => slots.breakClose[b]!),
    breakMinutes: Float64Array.from(breaks, (b) => slots.breakMinutes[b]!),
  };
}

function cutFixed(fixed: FixedVisits, clients: readonly number[], vehicleAt: Map<number, number>): FixedVisits {
  const clientAt = new Map(clients.map((client, index) => [client, index]));
  const kept = range(0, fixed.count).filter((i) => clientAt.has(fixed.client[i]!));
  return {
    ...takeAll(fixed, kept),
    count: kept.length,
    client: Int32Array.from(kept, (i) => clientAt.get(fixed.client[i]!)!),
    // A promise to a vehicle of another group cannot be kept; a number no slot has says so.
    vehicle: Int32Array.from(kept, (i) => (fixed.vehicle[i]! < 0 ? -1 : (vehicleAt.get(fixed.vehicle[i]!) ?? vehicleAt.size))),
  };
}

function cutReference(reference: Reference, days: number, clients: readonly number[], vehicleAt: Map<number, number>): Reference {
  const rows = clients.flatMap((client) => range(client * days, (client + 1) * days));
  return {
    ...reference,
    vehicle: Int32Array.from(rows, (row) => {
      const vehicle = reference.vehicle[row]!;
      return vehicle < 0 ? -1 : (vehicleAt.get(vehicle) ?? vehicleAt.size);
    }),
    start: Float64Array.from(rows, (row) => reference.start[row]!),
  };
}

function range(begin: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - begin) }, (_, index) => begin + index);
}

function running(counts: readonly number[]): Int32Array {
  const from = new Int32Array(counts.length + 1);
  counts.forEach((count, index) => (from[index + 1] = from[index]! + count));
  return from;
}
