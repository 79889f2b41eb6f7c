import { describe, expect, it } from 'vitest';
import { replan } from './replan.ts';
import { teamInstance, teamRoutes } from './testing/small-team.ts';

const HOUR = 60;

/** Four clients at 10, 20, 30, 40; one hour each; two representatives, two days. */
function month(latest = 480) {
  const instance = teamInstance({
    at: [0, 10, 20, 30, 40],
    days: 2,
    vehicles: 2,
    latest,
    clients: Array.from({ length: 4 }, () => ({ service: HOUR })),
  });
  const routes = teamRoutes(instance, [
    { slot: 0, clients: [0, 1] },
    { slot: 3, clients: [2, 3] },
  ]);
  return { instance, routes };
}

describe('replan', () => {
  it('puts an urgent visit where it costs least and moves nothing', () => {
    const { instance, routes } = month();
    const answer = replan({
      instance,
      routes,
      events: [{ kind: 'urgent', client: { place: 3, service: 30 }, days: [0] }],
      budget: { moved: 0 },
      seed: 1,
    });
    // On day 0 representative 0 passes 20 and returns: 30 is ten further, there and back.
    expect(answer.keeping).toBeNull();
    expect(answer.within.count).toMatchObject({ moved: 0, added: 1, removed: 0 });
    expect(answer.within.added[0]).toMatchObject({ client: 4, visit: { day: 0, vehicle: 0 } });
    expect(answer.within.difference).toMatchObject({ travel: 20, missedRequired: -1, changes: 0 });
    expect(answer.within.routes.find(({ slot }) => slot === 0)).toMatchObject({ distance: 60 });
  });
  it('names both ways when the budget does not allow what keeps the visit', () => {
    // 190 minutes: two visits of an hour and 60 minutes of road; a third visit fits nowhere on day 0.
    const { instance, routes } = month(190);
    const full = teamRoutes(instance, [
      { slot: 0, clients: [0, 1] },
      { slot: 1, clients: [2, 3] },
    ]);
    expect(routes).toHaveLength(2);
    const request = {
      instance,
      routes: full,
      events: [{ kind: 'urgent', client: { place: 2, service: HOUR }, days: [0] }],
      seed: 1,
    } as const;
    const tight = replan({ ...request, budget: { moved: 0 } });
    expect(tight.within.broken).toEqual([{ kind: 'urgent', client: 4, day: 0, reason: 'budget', event: 0, instead: null }]);
    expect(tight.within.moved).toEqual([]);
    expect(tight.keeping!.moved).toHaveLength(1);
    expect(tight.keeping!.moved[0]).toMatchObject({ to: { day: 1 }, why: { code: 'makes-room', room: [4] } });
    expect(tight.keeping!.broken).toEqual([]);
    const wide = replan({ ...request, budget: { moved: 1 } });
    expect(wide.keeping).toBeNull();
    expect(wide.within.broken).toEqual([]);
    expect(wide.within.count.moved).toBe(1);
  });
  it('gives the visits of an ill colleague to others on their day', () => {
    const { instance, routes } = month();
    const answer = replan({
      instance,
      routes,
      events: [{ kind: 'absent', vehicle: 0, days: [0] }],
      budget: { moved: 2 },
      seed: 1,
      lockedUntil: 1,
    });
    expect(answer.within.dropped).toEqual([]);
    expect(answer.within.moved.map(({ client, why }) => [client, why])).toEqual([
      [0, { code: 'event', event: 0 }],
      [1, { code: 'event', event: 0 }],
    ]);
  });
  it('keeps what is done and drops the least when a day runs late', () => {
    const { instance, routes } = month(200);
    const answer = replan({
      instance,
      routes: teamRoutes(instance, [{ slot: 0, clients: [0, 1] }]),
      events: [{ kind: 'late', vehicle: 0, day: 0, done: 1, freeFrom: 160 }],
      budget: { moved: 1 },
      seed: 1,
    });
    expect(routes).toHaveLength(2);
    expect(answer.within.moved).toHaveLength(1);
    expect(answer.within.moved[0]).toMatchObject({ client: 1, from: { day: 0, vehicle: 0 }, why: { code: 'event', event: 0 } });
    expect(answer.within.routes.find(({ slot }) => slot === 0)!.visits).toEqual([{ client: 0, start: 10 }]);
    expect(answer.within.difference.travel).toBe(20);
  });
});

describe('replan, what people count on', () => {
  it('costs nothing in sum when a visit is cancelled and asked for again', () => {
    const { instance, routes } = month();
    const without = replan({
      instance,
      routes,
      events: [{ kind: 'cancel', client: 1, day: 0, replace: false }],
      budget: { moved: 0 },
      seed: 1,
    }).within;
    expect(without.dropped).toMatchObject([{ client: 1, why: 'cancelled' }]);
    expect(without.difference.travel).toBe(-20);
    expect(without.routes[0]!.visits).toEqual([{ client: 0, start: 10 }]);
    const again = replan({
      instance,
      routes: without.routes,
      events: [{ kind: 'urgent', client: 1, days: [0], vehicle: 0 }],
      budget: { moved: 0 },
      seed: 1,
    });
    expect(again.within.difference.travel + without.difference.travel).toBe(0);
    expect(again.within.added).toMatchObject([{ client: 1, visit: { day: 0, vehicle: 0 } }]);
  });
  it('finds another day for a visit that is to be replaced, and never the day cancelled', () => {
    const { instance, routes } = month();
    const answer = replan({
      instance,
      routes,
      events: [{ kind: 'cancel', client: 1, day: 0, replace: true }],
      budget: { moved: 1 },
      seed: 1,
    });
    expect(answer.within.moved).toMatchObject([
      { client: 1, from: { day: 0 }, to: { day: 1 }, why: { code: 'event', event: 0 } },
    ]);
  });
  it('lets the right hour be asked for where a visit is planned already', () => {
    const { instance, routes } = month();
    const answer = replan({
      instance,
      routes,
      events: [{ kind: 'urgent', client: 1, days: [0], window: [10, 30] }],
      budget: { moved: 0 },
      seed: 1,
    });
    // 20 first, then back to 10: the same way, the other way round.
    expect(answer.within.count).toMatchObject({ moved: 0, added: 0, removed: 0 });
    expect(answer.within.routes[0]!.visits.map(({ client }) => client)).toEqual([1, 0]);
    expect(answer.within.broken).toEqual([]);
  });
  it('keeps the visits people promised rather than more of the others', () => {
    // On the day that runs late one visit is left time for: the one promised.
    const clients = Array.from({ length: 2 }, (_, c) => ({ service: HOUR, prize: c === 0 ? 900 : 1 }));
    const extra = { fixed: [{ client: 1, day: 0 }] };
    const instance = teamInstance({ at: [0, 10, 20], days: 1, vehicles: 1, latest: 240, clients, extra });
    const routes = teamRoutes(instance, [{ slot: 0, clients: [0, 1] }]);
    const answer = replan({
      instance,
      routes,
      events: [{ kind: 'late', vehicle: 0, day: 0, done: 0, freeFrom: 130 }],
      budget: { moved: 5 },
      seed: 1,
    });
    expect(answer.within.broken).toEqual([]);
    expect(answer.within.dropped).toMatchObject([{ client: 0, why: 'full-time' }]);
  });
  it('does not give a near day up for a visit worth more', () => {
    // One visit a day fits. Whoever takes the held one of the ill colleague would have to drop the near one.
    const clients = [900, 10].map((prize) => ({ service: HOUR, prize }));
    const instance = teamInstance({ at: [0, 10, 20], days: 1, vehicles: 2, latest: 110, clients });
    const routes = teamRoutes(instance, [
      { slot: 0, clients: [0] },
      { slot: 1, clients: [1] },
    ]);
    const request = {
      instance,
      routes,
      events: [{ kind: 'absent', vehicle: 0, days: [0] }],
      budget: { moved: 9 },
      seed: 1,
      held: [{ client: 0, day: 0 }],
    } as const;
    const near = replan({ ...request, lockedUntil: 1 }).within;
    expect(near.routes.map(({ vehicle, visits }) => [vehicle, visits.map(({ client }) => client)])).toEqual([[1, [1]]]);
    expect(near.broken).toMatchObject([{ kind: 'held', client: 0, day: 0, reason: 'absent', event: 0, instead: null }]);
    const free = replan({ ...request, lockedUntil: 0 }).within;
    expect(free.routes.map(({ vehicle, visits }) => [vehicle, visits.map(({ client }) => client)])).toEqual([[1, [0]]]);
  });
  it('leaves the other visits of a pattern alone when one finds no place', () => {
    const clients = [{ service: HOUR, prize: 500, patterns: [[0, 2], [1, 3]] }]; // prettier-ignore
    const instance = teamInstance({ at: [0, 10], days: 4, vehicles: 1, clients });
    const routes = teamRoutes(instance, [
      { slot: 0, clients: [0] },
      { slot: 2, clients: [0] },
    ]);
    // Day 0 is past: the other pattern is out of reach.
    const { within } = replan({
      instance,
      routes,
      events: [{ kind: 'absent', vehicle: 0, days: [2] }],
      budget: { moved: 9 },
      seed: 1,
      today: 1,
    });
    expect(within.routes.map(({ day }) => day)).toEqual([0]);
    expect(within.dropped).toMatchObject([{ client: 0, visit: { day: 2 } }]);
    expect(within.difference).toMatchObject({ lostValue: 500, travel: -20 });
  });
  it('finds new times where the way past a cancelled visit is longer than the way by it', () => {
    const distance = Float64Array.from([0, 10, 20, 30, 10, 0, 10, 200, 20, 10, 0, 10, 30, 200, 10, 0]);
    const clients = Array.from({ length: 3 }, () => ({ service: HOUR }));
    const instance = teamInstance({ at: [0, 10, 20, 30], days: 1, vehicles: 1, latest: 480, clients, extra: { distance } });
    const routes = teamRoutes(instance, [{ slot: 0, clients: [0, 1, 2] }]);
    const { within } = replan({
      instance,
      routes,
      events: [{ kind: 'cancel', client: 1, day: 0, replace: false }],
      budget: { moved: 0 },
      seed: 1,
    });
    const [first, last] = within.routes[0]!.visits;
    expect(last!.start - first!.start).toBeGreaterThanOrEqual(HOUR + 200);
  });
  it('refuses what does not exist', () => {
    const { instance, routes } = month();
    const ask =
      (events: Parameters<typeof replan>[0]['events'], moved = 0) =>
      () =>
        replan({ instance, routes, events, budget: { moved }, seed: 1 });
    expect(ask([{ kind: 'cancel', client: 9, day: 0, replace: false }])).toThrow(
      expect.objectContaining({ code: 'routing.replan.number', path: 'events.0.client' }),
    );
    expect(ask([{ kind: 'absent', vehicle: 0, days: [2] }])).toThrow(expect.objectContaining({ path: 'events.0.days.0' }));
    expect(ask([{ kind: 'urgent', client: 0, days: [] }])).toThrow(expect.objectContaining({ code: 'routing.replan.noDay' }));
    expect(ask([{ kind: 'hours', client: 0, day: 0, windows: [[50, 40]] }])).toThrow(
      expect.objectContaining({ code: 'routing.replan.time' }),
    );
    expect(ask([], NaN)).toThrow(expect.objectContaining({ code: 'routing.replan.budget' }));
  });
});
