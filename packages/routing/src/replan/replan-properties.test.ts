import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../instance.ts';
import type { Route } from '../solution.ts';
import type { PlanEvent } from './plan-event.ts';
import { replan } from './replan.ts';
import type { ReplanRequest } from './replan-request.ts';
import { openFrom, teamInstance, teamRoutes } from './testing/small-team.ts';

const DAYS = 3;
const VEHICLES = 2;

/** Places of new clients lie on the road as well: at 12, 24 and 36. */
const SPARE = 3;

interface Sample {
  readonly instance: Instance;
  readonly routes: Route[];
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    at: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 6 }),
    latest: fc.integer({ min: 120, max: 320 }),
    open: fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 60, max: 240 })), { minLength: 6, maxLength: 6 }),
    twice: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    prize: fc.array(fc.constantFrom(Infinity, 200, 1000), { minLength: 6, maxLength: 6 }),
    order: fc.array(fc.nat({ max: DAYS * VEHICLES - 1 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ at, latest, open, twice, prize, order }) => {
    const instance = teamInstance({
      at: [0, ...at, 12, 24, 36],
      days: DAYS,
      vehicles: VEHICLES,
      latest,
      clients: at.map((_, c) => ({
        service: 40,
        prize: prize[c],
        windows: [[open[c]![0], open[c]![0] + open[c]![1]]],
        ...(twice[c]! ? { frequency: { visits: 2 } } : {}),
      })),
      slot: { maxVisits: 3 },
    });
    const plan: { slot: number; clients: number[] }[] = Array.from({ length: DAYS * VEHICLES }, (_, slot) => ({
      slot,
      clients: [],
    }));
    let turn = 0;
    at.forEach((_, c) => {
      const used = new Set<number>();
      for (let k = twice[c]! ? 2 : 1; k > 0; k--) {
        const first = order[turn++ % order.length]!;
        for (let i = 0; i < plan.length; i++) {
          const one = plan[(first + i) % plan.length]!;
          if (used.has(Math.floor(one.slot / VEHICLES)) || !isFeasible(instance, one.slot, [...one.clients, c])) continue;
          one.clients.push(c);
          used.add(Math.floor(one.slot / VEHICLES));
          break;
        }
      }
    });
    return {
      instance,
      routes: teamRoutes(
        instance,
        plan.filter(({ clients }) => clients.length > 0),
      ),
    };
  });

/** A visit after another, as early as possible: independent of the solver. */
function isFeasible(instance: Instance, slot: number, clients: readonly number[]): boolean {
  const [route] = teamRoutes(instance, [{ slot, clients }]);
  return clients.length <= instance.slots.maxVisits[slot]! && route!.arrival <= instance.slots.latest[slot]!;
}

function event(instance: Instance, routes: readonly Route[]): fc.Arbitrary<PlanEvent> {
  const visits = routes.flatMap(({ day, visits: list }) => list.map(({ client }) => ({ client, day })));
  const day = fc.nat({ max: DAYS - 1 });
  const kinds: fc.Arbitrary<PlanEvent>[] = [
    fc.record({
      kind: fc.constant('urgent' as const),
      client: fc.record({
        place: fc.integer({ min: instance.places - SPARE, max: instance.places - 1 }),
        service: fc.constantFrom(20, 60),
      }),
      days: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('absent' as const),
      vehicle: fc.nat({ max: VEHICLES - 1 }),
      days: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('late' as const),
      vehicle: fc.nat({ max: VEHICLES - 1 }),
      day,
      done: fc.nat({ max: 2 }),
      freeFrom: fc.integer({ min: 60, max: 250 }),
    }),
    fc.record({
      kind: fc.constant('appointment' as const),
      vehicle: fc.nat({ max: VEHICLES - 1 }),
      day,
      from: fc.constant(100),
      until: fc.constantFrom(130, 200),
    }),
  ];
  if (visits.length > 0) {
    kinds.push(
      fc
        .constantFrom(...visits)
        .chain((visit) => fc.boolean().map((replace) => ({ kind: 'cancel' as const, ...visit, replace }))),
    );
    kinds.push(fc.constantFrom(...visits).map((visit) => ({ kind: 'hours' as const, ...visit, windows: [[150, 200]] as const })));
  }
  return fc.oneof(...kinds);
}

const request: fc.Arbitrary<ReplanRequest> = sample.chain(({ instance, routes }) =>
  fc
    .record({
      events: fc.array(event(instance, routes), { minLength: 1, maxLength: 2 }),
      moved: fc.nat({ max: 3 }),
      shifted: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
      seed: fc.nat({ max: 5 }),
      lockedUntil: fc.nat({ max: 2 }),
      improve: fc.boolean(),
    })
    .map(({ events, moved, shifted, ...rest }) => ({
      instance,
      routes,
      events,
      budget: { moved, shifted },
      iterations: 60,
      ...rest,
    })),
);

const RUNS = { numRuns: 150 };

describe('replan, whatever happens', () => {
  it('moves no more visits than allowed and lists each', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { within } = replan(asked);
        expect(within.count.moved).toBeLessThanOrEqual(asked.budget.moved);
        expect(within.moved).toHaveLength(within.count.moved);
        const before = asked.routes.reduce((sum, { visits }) => sum + visits.length, 0);
        const after = within.routes.reduce((sum, { visits }) => sum + visits.length, 0);
        expect(after - before).toBe(within.count.added - within.count.removed);
      }),
      RUNS,
    );
  });
  it('breaks no hours, windows or limits', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const answer = replan(asked);
        for (const option of [answer.within, answer.keeping]) for (const route of option?.routes ?? []) checkRoute(asked, route);
      }),
      RUNS,
    );
  });
  it('gives the same answer again', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(JSON.stringify(replan(asked))).toBe(JSON.stringify(replan(asked)));
      }),
      { numRuns: 40 },
    );
  });
  it('never moves past days, visits done and visits held; near days only where an event takes the place', () => {
    fc.assert(
      fc.property(request, fc.nat(), (asked, pick) => {
        const visits = asked.routes.flatMap((route) =>
          route.visits.map(({ client }) => ({ client, day: route.day, vehicle: route.vehicle })),
        );
        fc.pre(visits.length > 0);
        const held = visits[pick % visits.length]!;
        fc.pre(asked.events.every((one) => one.kind !== 'cancel' || one.client !== held.client || one.day !== held.day));
        const { within } = replan({ ...asked, held: [{ client: held.client, day: held.day }], today: 0 });
        const touched = touchedDays(asked);
        const left = [
          ...within.moved.map(({ from }) => from),
          ...within.dropped.filter(({ why }) => why !== 'cancelled').map(({ visit }) => visit),
        ];
        for (const visit of left) {
          const free = touched.has(`${visit.day} ${visit.vehicle}`);
          if (visit.day < asked.lockedUntil!) expect(free).toBe(true);
          if (visit.client === held.client && visit.day === held.day)
            expect(free && within.broken.some(({ kind, client }) => kind === 'held' && client === held.client)).toBe(true);
          const late = asked.events.findLast(
            (one) => one.kind === 'late' && one.day === visit.day && one.vehicle === visit.vehicle,
          );
          const route = asked.routes.find(({ day, vehicle }) => day === visit.day && vehicle === visit.vehicle)!;
          const done = route.visits.slice(0, late?.kind === 'late' ? late.done : 0);
          expect(done.some(({ client }) => client === visit.client)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

/** Days of representatives that an event touches: there visits may lose their place. */
function touchedDays({ events, routes }: ReplanRequest): Set<string> {
  const keys = events.flatMap((one) => {
    if (one.kind === 'absent') return one.days.map((day) => `${day} ${one.vehicle}`);
    if (one.kind === 'late' || one.kind === 'appointment') return [`${one.day} ${one.vehicle}`];
    if (one.kind === 'urgent') return [];
    return routes
      .filter(({ day, visits }) => day === one.day && visits.some(({ client }) => client === one.client))
      .map(({ day, vehicle }) => `${day} ${vehicle}`);
  });
  return new Set(keys);
}

/** Checks a route by adding minutes up; nothing of the solver takes part. */
function checkRoute({ instance, events, routes }: ReplanRequest, route: Route): void {
  const published = routes.find(({ slot }) => slot === route.slot);
  const late = events.findLast((one) => one.kind === 'late' && one.day === route.day && one.vehicle === route.vehicle);
  const done = late?.kind === 'late' ? Math.min(late.done, published?.visits.length ?? 0) : 0;
  if (
    published !== undefined &&
    JSON.stringify(published) === JSON.stringify(route) &&
    touchedDays({ events, routes } as ReplanRequest).size === 0
  )
    return;
  const fresh = events.flatMap((one) => (one.kind === 'urgent' && typeof one.client !== 'number' ? [one.client] : []));
  const place = (client: number): number =>
    client < instance.clients.count ? instance.clients.place[client]! : fresh[client - instance.clients.count]!.place;
  const service = (client: number): number =>
    client < instance.clients.count ? instance.clients.service[client]! : fresh[client - instance.clients.count]!.service;
  expect(route.visits.length).toBeLessThanOrEqual(Math.max(3, done));
  let at = done > 0 ? place(route.visits[done - 1]!.client) : 0;
  let ready = late?.kind === 'late' ? late.freeFrom : 0;
  for (const { client, start } of route.visits.slice(done)) {
    ready += Math.abs(instance.distance[at * instance.places + place(client)]!);
    expect(start).toBeGreaterThanOrEqual(ready - 1e-6);
    if (client < instance.clients.count) {
      const hours = events.findLast((one) => one.kind === 'hours' && one.client === client && one.day === route.day);
      if (hours?.kind === 'hours')
        expect(hours.windows.some(([open, close]) => open - 1e-6 <= start && start <= close + 1e-6)).toBe(true);
      else expect(openFrom(instance, client, route.day, start - 1e-6)).toBeCloseTo(start, 4);
    }
    for (const one of events) {
      if (one.kind !== 'appointment' || one.day !== route.day || one.vehicle !== route.vehicle) continue;
      expect(start + service(client) <= one.from + 1e-6 || start >= one.until - 1e-6).toBe(true);
    }
    ready = start + service(client);
    at = place(client);
  }
  if (route.visits.length > done)
    expect(ready + instance.distance[at * instance.places]!).toBeLessThanOrEqual(instance.slots.latest[route.slot]! + 1e-6);
  for (const one of events) {
    if (one.kind === 'absent' && one.vehicle === route.vehicle && one.days.includes(route.day))
      expect(route.visits.length).toBe(done);
  }
}
