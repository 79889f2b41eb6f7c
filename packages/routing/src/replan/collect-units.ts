import type { Route } from '../solution.ts';
import type { EventEffects } from './read-events.ts';
import type { CaseSlot, Unit } from './replan-case.ts';
import type { ReplanRequest } from './replan-request.ts';
import type { PlannedVisit } from './planned-visit.ts';

/** The units and slots of a case. */
export interface Collected {
  readonly units: readonly Unit[];
  readonly slots: readonly (CaseSlot & { readonly day: number; readonly vehicle: number })[];
}

/** Gathers the clients of some representatives with all their visits, and the urgent ones. */
export function collectUnits(request: ReplanRequest, effects: EventEffects, vehicles: readonly number[]): Collected {
  const { instance, routes } = request;
  const { clients, days } = instance;
  const among = new Set(vehicles);
  const numbers = new Set(
    routes.filter(({ vehicle }) => among.has(vehicle)).flatMap(({ visits }) => visits.map(({ client }) => client)),
  );
  const sorted = [...numbers].sort((a, b) => a - b);
  const indexOf = new Map(sorted.map((client, unit) => [client, unit]));
  const published: PlannedVisit<number>[][] = sorted.map(() => []);
  const lost: PlannedVisit<number>[][] = sorted.map(() => []);
  const slots: (CaseSlot & { day: number; vehicle: number })[] = [];
  const routeOf = new Map(routes.map((route) => [route.slot, route]));
  const gone = (client: number, day: number): boolean => effects.cancelled.has(client * days + day);
  for (const route of routes) {
    for (const { client, start } of route.visits) {
      const unit = indexOf.get(client);
      const cancelled = effects.cancelled.get(client * days + route.day);
      if (unit === undefined) continue;
      const list = cancelled?.replace === false ? lost : published;
      list[unit]!.push({ client, day: route.day, vehicle: route.vehicle, start: Number.isFinite(start) ? start : null });
    }
    if (among.has(route.vehicle)) continue;
    const units = route.visits.flatMap(({ client }) =>
      indexOf.has(client) && !gone(client, route.day) ? [indexOf.get(client)!] : [],
    );
    if (units.length > 0) slots.push({ slot: -1, part: 'kept', units, day: route.day, vehicle: route.vehicle });
  }
  for (let r = 0; r < instance.slots.count; r++) {
    const vehicle = instance.slots.vehicle[r]!;
    if (among.has(vehicle)) slots.push(...partsOf(request, effects, r, routeOf.get(r), indexOf));
  }
  const urgent = effects.urgent.map(({ event, data, client }): Unit => {
    const place = typeof data.client === 'number' ? clients.place[data.client]! : data.client.place;
    return { client, place, urgent: event, published: [], cancelled: [] };
  });
  const known = sorted.map((client, unit): Unit => {
    return { client, place: clients.place[client]!, urgent: null, published: published[unit]!, cancelled: lost[unit]! };
  });
  return { units: [...known, ...urgent], slots: slots.sort((a, b) => a.day - b.day) };
}

function partsOf(
  { instance }: ReplanRequest,
  effects: EventEffects,
  slot: number,
  route: Route | undefined,
  indexOf: ReadonlyMap<number, number>,
): (CaseSlot & { day: number; vehicle: number })[] {
  const day = instance.slots.day[slot]!;
  const vehicle = instance.slots.vehicle[slot]!;
  const all = (route?.visits ?? []).map(({ client }) => client);
  const done = Math.min(effects.progress.get(slot)?.data.done ?? 0, all.length);
  const rest = all.slice(done).filter((client) => !effects.cancelled.has(client * instance.days + day));
  const units = (list: readonly number[]): number[] => list.map((client) => indexOf.get(client)!);
  const open = { slot, part: 'open', units: units(rest), day, vehicle } as const;
  return done === 0 ? [open] : [{ slot, part: 'done', units: units(all.slice(0, done)), day, vehicle }, open];
}
