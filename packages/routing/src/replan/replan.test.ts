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
