import { buildInstance } from '../build-instance.ts';
import type { ClientSpec, FixedSpec, InstanceSpec, SlotSpec } from '../instance-spec.ts';
import { buildModel } from '../search/build-model.ts';
import { caseSlot } from './case-slot.ts';
import { casePrices } from './case-prices.ts';
import { collectUnits } from './collect-units.ts';
import type { Collected } from './collect-units.ts';
import type { PlannedVisit } from './planned-visit.ts';
import { NO_EFFECTS, slotsOf } from './read-events.ts';
import type { EventEffects } from './read-events.ts';
import type { ReplanCase, Unit } from './replan-case.ts';
import type { ReplanRequest } from './replan-request.ts';
import { travelLookup } from './travel-lookup.ts';
import { unitDays } from './unit-days.ts';
import { ownWindows, unitPromises } from './unit-promises.ts';

/** Makes the problem of some representatives out of a request: the same costs and rules, events applied, published visits kept apart. */
export function buildCase(request: ReplanRequest, effects: EventEffects, vehicles: readonly number[]): ReplanCase {
  const { instance } = request;
  const { days } = instance;
  const collected = collectUnits(request, effects, vehicles);
  const { units, slots } = collected;
  const numberOf = new Map(vehicles.map((vehicle, i) => [vehicle, i]));
  // Representatives who are not looked at share one number: their visits stay anyway.
  const others = vehicles.length;
  const vehicleOf = (vehicle: number): number => numberOf.get(vehicle) ?? others;
  const touched = touchedSlots(effects, collected, days);
  const bySlot = new Map(slots.map(({ slot, part }, i) => [part === 'open' ? slot : -2 - i, touched[i]!]));
  const isTouched = (visit: PlannedVisit<number>): boolean =>
    slotsOf(instance, visit.vehicle, visit.day).some((slot) => (bySlot.get(slot) ?? -1) >= 0);
  const { fixed, promises, immovable } = unitPromises(
    request,
    effects,
    units,
    isTouched,
    (vehicle) => numberOf.get(vehicle) ?? -1,
  );
  const publishedVehicle = new Int32Array(units.length * days).fill(-1);
  const publishedStart = new Float64Array(units.length * days).fill(NaN);
  units.forEach(({ published }, unit) => {
    for (const { day, vehicle, start } of published) {
      publishedVehicle[unit * days + day] = vehicleOf(vehicle);
      publishedStart[unit * days + day] = start ?? NaN;
    }
  });
  const { spec, slotSpecs } = caseSpec(request, effects, collected, vehicleOf, isTouched, fixed);
  return {
    request,
    effects,
    units,
    vehicles,
    slots,
    model: buildModel(buildInstance(spec)),
    prices: casePrices(request, collected, spec, slotSpecs),
    touched,
    promises,
    immovable: byNode(immovable, units.length, days),
    publishedVehicle,
    publishedStart,
    publishedCount: Int32Array.from(units, ({ published }) => published.length),
  };
}

function byNode(keys: ReadonlySet<number>, units: number, days: number): Uint8Array {
  const nodes = new Uint8Array(units * days);
  for (const key of keys) nodes[(key % days) * units + Math.floor(key / days)] = 1;
  return nodes;
}

/** By slot of the case: the first event that changes what fits into it, -1 where none does. */
function touchedSlots(effects: EventEffects, { slots, units }: Collected, days: number): Int32Array {
  return Int32Array.from(slots, ({ slot, part, day, units: inside }) => {
    if (part !== 'open') return -1;
    const events = [
      effects.absent.get(slot),
      effects.progress.get(slot)?.event,
      effects.appointments.get(slot)?.[0]?.event,
      ...inside.map((unit) => effects.hours.get(units[unit]!.client * days + day)?.event),
      ...inside.map((unit) => effects.wishes.get(units[unit]!.client * days + day)?.event),
    ].filter((event) => event !== undefined);
    return events.length === 0 ? -1 : Math.min(...events);
  });
}

function caseSpec(
  request: ReplanRequest,
  effects: EventEffects,
  { units, slots }: Collected,
  vehicleOf: (vehicle: number) => number,
  isTouched: (visit: PlannedVisit<number>) => boolean,
  fixed: readonly FixedSpec[],
): { readonly spec: InstanceSpec; readonly slotSpecs: readonly SlotSpec[] } {
  const { instance, places: extra = [] } = request;
  const placeOf = new Map<number, number>();
  const places: number[] = [];
  const place = (original: number): number => {
    if (!placeOf.has(original)) placeOf.set(original, places.push(original) - 1);
    return placeOf.get(original)!;
  };
  const clients = units.map((unit) => clientSpec(request, effects, unit, place, vehicleOf, isTouched));
  const eventSlots = slots.map((slot) => caseSlot(request, effects, units, slot, place, vehicleOf));
  const slotSpecs = slots.map((slot) => caseSlot(request, NO_EFFECTS, units, slot, place, vehicleOf));
  const travel = travelLookup(instance, extra);
  const matrix = (between: (from: number, to: number) => number): Float64Array => {
    const out = new Float64Array(places.length ** 2);
    places.forEach((from, i) => places.forEach((to, j) => (out[i * places.length + j] = between(from, to))));
    return out;
  };
  const { reference } = instance;
  const spec: InstanceSpec = {
    days: instance.days,
    dayNumbers: [...instance.dayNumber],
    places: places.length,
    distance: matrix((from, to) => travel.distance(from, to)),
    duration:
      instance.duration === instance.distance && extra.every((one) => one.durationTo === undefined)
        ? undefined
        : matrix((from, to) => travel.duration(from, to)),
    clients,
    slots: eventSlots,
    fixed,
    reference: {
      visits: units.flatMap(({ published }, client) =>
        published.map(({ day, vehicle, start }) => ({ client, day, vehicle: vehicleOf(vehicle), start: start ?? undefined })),
      ),
      dayChange: reference?.dayChange ?? 0,
      vehicleChange: reference?.vehicleChange ?? 0,
    },
    weights: instance.weights,
  };
  return { spec, slotSpecs };
}

function clientSpec(
  request: ReplanRequest,
  effects: EventEffects,
  unit: Unit,
  place: (original: number) => number,
  vehicleOf: (vehicle: number) => number,
  isTouched: (visit: PlannedVisit<number>) => boolean,
): ClientSpec {
  const { instance } = request;
  const wish = unit.urgent === null ? undefined : effects.urgent.find(({ event }) => event === unit.urgent)!.data;
  const fresh = wish !== undefined && typeof wish.client !== 'number' ? wish.client : null;
  const known = fresh === null ? unit.client : -1;
  const { clients, vehicles, allowed, days } = instance;
  const named = wish?.vehicle;
  const may = (vehicle: number): boolean => {
    if (named !== undefined && vehicle !== named) return false;
    if (fresh !== null) return fresh.vehicles?.includes(vehicle) ?? true;
    return allowed === null || allowed[known * vehicles + vehicle] === 1;
  };
  const list = Array.from({ length: vehicles }, (_, vehicle) => vehicle).filter(may);
  const everybody = list.length === vehicles;
  const base = {
    place: place(unit.place),
    service: fresh?.service ?? clients.service[known],
    demand: fresh === null ? clients.demand[known] : (fresh.demand ?? 0),
    prize: wish === undefined ? clients.prize[known] : (wish.prize ?? Infinity),
    vehicles: everybody ? undefined : list.map(vehicleOf),
  };
  const hours = (day: number): readonly (readonly [number, number])[] => {
    if (wish?.window !== undefined) return [wish.window];
    return fresh === null
      ? (effects.hours.get(known * days + day)?.windows ?? ownWindows(instance, known, day))
      : (fresh.windows ?? [[-Infinity, Infinity]]);
  };
  if (wish !== undefined) {
    const dayWindows = Array.from({ length: days }, (_, day) => (wish.days.includes(day) ? hours(day) : []));
    return { ...base, patterns: [...new Set(wish.days)].sort((a, b) => a - b).map((day) => [day]), dayWindows };
  }
  return { ...base, ...unitDays(instance, effects, unit), dayWindows: openDays(request, effects, unit, hours, isTouched) };
}

/** Hours by day; closed where a visit of the client must not go. Undefined when nothing restricts it. */
function openDays(
  { instance, today = 0, lockedUntil = today }: ReplanRequest,
  effects: EventEffects,
  { client, published }: Unit,
  hours: (day: number) => readonly (readonly [number, number])[],
  isTouched: (visit: PlannedVisit<number>) => boolean,
): ClientSpec['dayWindows'] {
  const { days, windows } = instance;
  const planned = new Set(published.map(({ day }) => day));
  // A visit that lost its place on a near day may go to another near day; others may not come in.
  const brought = published.some(
    (visit) => visit.day < lockedUntil && (isTouched(visit) || effects.cancelled.has(client * days + visit.day)),
  );
  let restricted = windows !== null;
  const list = Array.from({ length: days }, (_, day) => {
    const closed =
      effects.cancelled.has(client * days + day) || (day < lockedUntil && !planned.has(day) && !(brought && day >= today));
    restricted ||= closed || effects.hours.has(client * days + day);
    return closed ? [] : hours(day);
  });
  return restricted ? list : undefined;
}
