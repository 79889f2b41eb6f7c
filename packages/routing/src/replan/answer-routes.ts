import type { Route, Solution, Visit } from '../solution.ts';
import { keptTimes } from './kept-times.ts';
import type { ReplanCase } from './replan-case.ts';
import { travelLookup } from './travel-lookup.ts';

/**
 * The whole plan: routes of representatives who were not looked at as published, the others as repaired, days under way in one piece
 * with what is done. A day on which nothing changed keeps its published times.
 */
export function answerRoutes(one: ReplanCase, solution: Solution): Route[] {
  const { request, slots, vehicles } = one;
  const among = new Set(vehicles);
  const published = new Map(request.routes.map((route) => [route.slot, route]));
  const routes = request.routes.filter(({ vehicle }) => !among.has(vehicle));
  const found = new Map(solution.routes.map((route) => [route.slot, route]));
  slots.forEach(({ slot, part }, i) => {
    if (part !== 'open') return;
    const route = routeOf(one, i, published.get(slot), found.get(i));
    if (route !== null) routes.push(route);
  });
  return routes.sort((a, b) => a.slot - b.slot);
}

function routeOf(one: ReplanCase, index: number, before: Route | undefined, after: Route | undefined): Route | null {
  const { request, units, slots } = one;
  const { slot } = slots[index]!;
  const done = before?.visits.slice(0, request.events.length === 0 ? 0 : doneOf(one, slot)) ?? [];
  const kept = after === undefined ? null : keptTimes(one, index, nodesOf(one, after));
  const rest =
    after?.visits.map(({ client, start }, i): Visit => ({ client: units[client]!.client, start: kept?.[i] ?? start })) ?? [];
  const visits = [...done, ...rest];
  if (visits.length === 0) return null;
  const same =
    before !== undefined &&
    before.visits.length === visits.length &&
    before.visits.every(({ client }, i) => client === visits[i]!.client);
  if (same && (one.touched[index]! < 0 || rest.length === 0)) return before;
  const { instance, places = [] } = request;
  const travel = travelLookup(instance, places);
  const placeOf = new Map(units.map(({ client, place }) => [client, place]));
  const stops = [
    instance.slots.startPlace[slot]!,
    ...visits.map(({ client }) => placeOf.get(client) ?? instance.clients.place[client]!),
    instance.slots.endPlace[slot]!,
  ];
  const last = done.at(-1);
  const leave = one.effects.progress.get(slot)?.data.freeFrom ?? NaN;
  const home = last === undefined ? NaN : leave + travel.duration(stops[done.length]!, stops.at(-1)!);
  return {
    slot,
    day: instance.slots.day[slot]!,
    vehicle: instance.slots.vehicle[slot]!,
    visits,
    departure: (done.length > 0 ? before?.departure : after?.departure) ?? NaN,
    arrival: after?.arrival ?? home,
    breaks: after?.breaks ?? [],
    distance: stops.slice(1).reduce((sum, to, i) => sum + travel.distance(stops[i]!, to), 0),
    ...(kept === null || before === undefined ? {} : keptEnds(one, index, before, visits)),
  };
}

/** Departure, return and breaks of a day that lost visits and keeps the times of the others. */
function keptEnds({ model, slots, units }: ReplanCase, index: number, before: Route, visits: readonly Visit[]): Partial<Route> {
  const { duration, places, instance } = model;
  const unitOf = (client: number): number => slots[index]!.units.find((unit) => units[unit]!.client === client)!;
  const first = visits[0]!;
  const last = visits.at(-1)!;
  const place = (client: number): number => instance.clients.place[unitOf(client)]!;
  const end = last.start + instance.clients.service[unitOf(last.client)]!;
  const leave = first.start - duration[instance.slots.startPlace[index]! * places + place(first.client)]!;
  const home = end + duration[place(last.client) * places + instance.slots.endPlace[index]!]!;
  // A break before the first or after the last visit keeps its place.
  const early = first.client === before.visits[0]!.client || before.breaks.some((start) => start < first.start);
  const late = last.client === before.visits.at(-1)!.client || before.breaks.some((start) => start >= end);
  return { departure: early ? before.departure : leave, arrival: late ? before.arrival : home, breaks: before.breaks };
}

/** Visits of a route of the case as nodes of its model. */
function nodesOf({ model }: ReplanCase, { day, visits }: Route): number[] {
  return visits.map(({ client }) => day * model.clients + client);
}

function doneOf({ effects }: ReplanCase, slot: number): number {
  return effects.progress.get(slot)?.data.done ?? 0;
}
