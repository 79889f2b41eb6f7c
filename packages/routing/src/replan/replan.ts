import { RoutingError } from '../error.ts';
import { affectedVehicles } from './affected-vehicles.ts';
import type { Need } from './affected-vehicles.ts';
import { buildCase } from './build-case.ts';
import { buildOption } from './build-option.ts';
import { readEvents, slotsOf } from './read-events.ts';
import type { EventEffects } from './read-events.ts';
import { repair } from './repair.ts';
import type { ReplanAnswer, ReplanOption } from './replan-answer.ts';
import type { ReplanCase } from './replan-case.ts';
import type { ReplanRequest } from './replan-request.ts';
import { travelLookup } from './travel-lookup.ts';

const NO_LIMITS = { moved: Infinity, shifted: Infinity } as const;

/**
 * Puts a published plan right after events, with as few changes as possible and no more than the budget allows. Looks at the
 * representatives concerned and the nearest others, at more of them only when something finds no place, and never plans from scratch.
 * The same request gives the same answer.
 *
 * @throws RoutingError when an event names what does not exist, or the plan does not belong to the instance
 */
export function replan(request: ReplanRequest): ReplanAnswer {
  checkRequest(request);
  const effects = readEvents(request);
  const cases = casesOf(request, effects);
  const direct = placeDirectly(request, cases);
  return direct ?? search(request, cases);
}

/** Ever wider cases, each built when asked for. */
function casesOf(request: ReplanRequest, effects: EventEffects): (() => ReplanCase)[] {
  const { instance, routes, places = [], reach = 8 } = request;
  const concerned = concernedVehicles(request, effects);
  const needs = needsOf(request, effects);
  const travel = travelLookup(instance, places);
  const built = new Map<string, ReplanCase>();
  return [...new Set([reach, 4 * reach, Math.max(instance.vehicles, 1)])].map((most) => () => {
    const vehicles = affectedVehicles(instance, routes, travel, concerned, needs, most);
    const key = vehicles.join();
    const one = built.get(key) ?? buildCase(request, effects, vehicles);
    built.set(key, one);
    return one;
  });
}

/** The answer when nothing has to move: each visit asked for fits somewhere as it is. Null when something does not. */
function placeDirectly(request: ReplanRequest, cases: readonly (() => ReplanCase)[]): ReplanAnswer | null {
  if (request.improve === true) return null;
  let last: ReplanCase | null = null;
  for (const next of cases) {
    const one = next();
    if (one === last) continue;
    last = one;
    const placed = repair(one, { ...limitsOf(request), iterations: 0 });
    if (placed.displaced.size > 0) return null;
    const lacks = one.units.some((_, unit) => placed.plan.missing[unit]! > 0) || placed.rank[0]! > 0;
    if (!lacks && placed.moved <= request.budget.moved)
      return { within: buildOption(one, placed), keeping: null, looked: lookedAt(one, 0) };
  }
  return null;
}

function search(request: ReplanRequest, cases: readonly (() => ReplanCase)[]): ReplanAnswer {
  const { iterations = 2000 } = request;
  let best: ReplanAnswer | null = null;
  let last: ReplanCase | null = null;
  for (const next of cases.slice(0, 2)) {
    const one = next();
    if (one === last) break;
    last = one;
    const inside = repair(one, { ...limitsOf(request), iterations });
    const within = buildOption(one, inside);
    const keeping = keepsAll(within) ? null : buildOption(one, repair(one, { ...NO_LIMITS, iterations }));
    const answer = settle(request, within, keeping, lookedAt(one, inside.moves * (keeping === null ? 1 : 2)));
    const less = best === null ? -1 : harm(answer.within, best.within);
    if (best === null || less < 0 || (less === 0 && best.keeping === null && answer.keeping !== null)) best = answer;
    if (keepsAll(best.within)) break;
  }
  return best!;
}

/** Both options, or one when the larger budget keeps nothing more or was not needed. */
function settle(
  request: ReplanRequest,
  within: ReplanOption,
  keeping: ReplanOption | null,
  looked: ReplanAnswer['looked'],
): ReplanAnswer {
  if (keeping === null || !keepsMore(keeping, within)) return { within, keeping: null, looked };
  const { moved, shifted } = limitsOf(request);
  if (keeping.count.moved <= moved && keeping.count.shifted <= shifted) return { within: keeping, keeping: null, looked };
  const same = (a: { client: number; day?: number | null }, b: { client: number; day?: number | null }): boolean =>
    a.client === b.client && a.day === b.day;
  return {
    within: {
      ...within,
      broken: within.broken.map((one) =>
        keeping.broken.some((other) => same(one, other) && one.kind === other.kind) ? one : { ...one, reason: 'budget' },
      ),
      dropped: within.dropped.map((one) =>
        one.why === 'cancelled' || keeping.dropped.some((other) => other.client === one.client) ? one : { ...one, why: 'budget' },
      ),
    },
    keeping,
    looked,
  };
}

function limitsOf({ budget }: ReplanRequest): { moved: number; shifted: number } {
  return { moved: budget.moved, shifted: budget.shifted ?? Infinity };
}

function keepsAll({ broken, dropped }: ReplanOption): boolean {
  return broken.length === 0 && dropped.every(({ why }) => why === 'cancelled' || why === 'not-worth');
}

function keepsMore(a: ReplanOption, b: ReplanOption): boolean {
  return a.broken.length - b.broken.length < 0 || (a.broken.length === b.broken.length && a.dropped.length < b.dropped.length);
}

function harm(a: ReplanOption, b: ReplanOption): number {
  return a.broken.length - b.broken.length || a.dropped.length - b.dropped.length || a.count.moved - b.count.moved;
}

function lookedAt({ vehicles, slots, units }: ReplanCase, moves: number): ReplanAnswer['looked'] {
  return {
    vehicles: vehicles.length,
    slots: slots.filter(({ part }) => part === 'open').length,
    visits: units.reduce((sum, { published }) => sum + published.length, 0),
    moves,
  };
}

function concernedVehicles({ instance, routes, events }: ReplanRequest, effects: EventEffects): Set<number> {
  const { days } = instance;
  const keys = new Set([...effects.cancelled.keys(), ...effects.hours.keys(), ...effects.wishes.keys()]);
  const visiting = routes.filter(({ day, visits }) => visits.some(({ client }) => keys.has(client * days + day)));
  const named = events.flatMap((event) => ('vehicle' in event && event.vehicle !== undefined ? [event.vehicle] : []));
  return new Set([...visiting.map(({ vehicle }) => vehicle), ...named]);
}

/** Visits that look for somebody: urgent ones, and those on days that an event touches. */
function needsOf({ instance, routes }: ReplanRequest, effects: EventEffects): Need[] {
  const { clients, vehicles, allowed, days } = instance;
  const may = (client: number, vehicle: number): boolean => allowed === null || allowed[client * vehicles + vehicle] === 1;
  const urgent = effects.urgent.map(({ data }): Need => {
    const { client } = data;
    const place = typeof client === 'number' ? clients.place[client]! : client.place;
    const mayGo = (vehicle: number): boolean => {
      if (data.vehicle !== undefined && vehicle !== data.vehicle) return false;
      return typeof client === 'number' ? may(client, vehicle) : (client.vehicles?.includes(vehicle) ?? true);
    };
    return { place, days: new Set(data.days), mayGo };
  });
  const touched = new Set([...effects.absent.keys(), ...effects.progress.keys(), ...effects.appointments.keys()]);
  for (const key of [...effects.hours.keys(), ...effects.wishes.keys()]) {
    const client = Math.floor(key / days);
    const route = routes.find(({ day, visits }) => day === key % days && visits.some((visit) => visit.client === client));
    for (const slot of route === undefined ? [] : slotsOf(instance, route.vehicle, route.day)) touched.add(slot);
  }
  const displaced = routes
    .filter(({ slot }) => touched.has(slot))
    .flatMap(({ slot, day, visits }) =>
      visits.slice(effects.progress.get(slot)?.data.done ?? 0).map(({ client }): Need => ({
        place: clients.place[client]!,
        days: new Set([day]),
        mayGo: (vehicle) => may(client, vehicle) && slotsOf(instance, vehicle, day).every((one) => !effects.absent.has(one)),
      })),
    );
  return [...urgent, ...displaced];
}

function checkRequest({ instance, routes, budget }: ReplanRequest): void {
  if (!(budget.moved >= 0)) throw new RoutingError('routing.replan.budget', budget.moved, 'budget.moved');
  if (budget.shifted !== undefined && !(budget.shifted >= 0))
    throw new RoutingError('routing.replan.budget', budget.shifted, 'budget.shifted');
  routes.forEach(({ slot, day, vehicle, visits }, i) => {
    const known = instance.slots.day[slot] === day && instance.slots.vehicle[slot] === vehicle;
    if (!known) throw new RoutingError('routing.replan.route', { slot, day, vehicle }, `routes.${i}`);
    const stranger = visits.findIndex(({ client }) => !(client >= 0 && client < instance.clients.count));
    if (stranger >= 0) throw new RoutingError('routing.replan.route', visits[stranger], `routes.${i}.visits.${stranger}`);
  });
}
