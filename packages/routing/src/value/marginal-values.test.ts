import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../instance.ts';
import { loadPlan } from '../replan/load-plan.ts';
import { minus } from '../replan/price-difference.ts';
import { teamInstance, teamRoutes } from '../replan/testing/small-team.ts';
import { buildModel } from '../search/build-model.ts';
import { costOf } from '../search/describe.ts';
import { emptySnapshot } from '../search/snapshot.ts';
import type { CostParts, Route } from '../solution.ts';
import { nextValues } from './next-values.ts';
import { listsOf, plannedValues } from './planned-values.ts';

/** Two of three clients planned on day 0: at 10 and 20; the third, at 30, has no visit. */
function team(latest: number, prizes = [500, 300, 400]) {
  const instance = teamInstance({
    at: [0, 10, 20, 30],
    days: 1,
    vehicles: 1,
    latest,
    clients: prizes.map((prize) => ({ service: 60, prize })),
  });
  return { instance, routes: teamRoutes(instance, [{ slot: 0, clients: [0, 1] }]) };
}

describe('plannedValues', () => {
  it('adds up what a visit brings and what its way costs', () => {
    const { instance, routes } = team(480);
    const [near, far] = plannedValues(instance, routes);
    // The one at 10 lies on the way; without the one at 20 the way is 20 shorter.
    expect(near).toMatchObject({
      client: 0,
      day: 0,
      vehicle: 0,
      difference: { travel: 0, lostValue: -500, total: -500 },
      worth: 500,
    });
    expect(far).toMatchObject({ client: 1, difference: { travel: 20, lostValue: -300, total: -280 }, worth: 280 });
  });
  it('counts the gap that a visit makes uneven', () => {
    const frequency = { visits: 2, idealGap: 3, cadenceCost: 5 };
    const instance = teamInstance({ at: [0, 10], days: 4, vehicles: 1, clients: [{ service: 60, prize: 100, frequency }] });
    const routes = teamRoutes(instance, [
      { slot: 0, clients: [0] },
      { slot: 2, clients: [0] },
    ]);
    // Two days instead of three.
    expect(plannedValues(instance, routes)[1]).toMatchObject({
      difference: { cadence: 5, travel: 20, lostValue: -100 },
      worth: 75,
    });
  });
  it('does not weigh who must be served', () => {
    const { instance, routes } = team(480, [Infinity, 0, 0]);
    const [must, free] = plannedValues(instance, routes);
    expect(must).toMatchObject({ difference: { missedRequired: -1 }, worth: null });
    expect(free).toMatchObject({ difference: { lostValue: 0, travel: 20 }, worth: -20 });
  });
});

describe('nextValues', () => {
  it('finds the cheapest place of a missing visit', () => {
    const { instance, routes } = team(480);
    const third = nextValues(instance, routes)[2]!;
    expect(third).toMatchObject({ client: 2, kind: 'missing' });
    // 20 further, there and back, wherever on the way it is put.
    expect(third.best).toMatchObject({
      difference: { travel: 20, lostValue: -400, total: -380 },
      worth: 380,
      displaced: null,
    });
  });
  it('exchanges for the visit that is worth least where the day is full', () => {
    // 190: three hours and 60 on the road do not fit, two hours and 60 do.
    const { instance, routes } = team(190);
    const third = nextValues(instance, routes)[2]!.best!;
    // Without the one at 20: 300 lost, 20 of way saved; then 40 more way for the one at 30.
    expect(third.displaced).toMatchObject({ client: 1, difference: { lostValue: 300, travel: -20, total: 280 } });
    expect(third).toMatchObject({ difference: { travel: 20, lostValue: -100, total: -80 }, worth: 80 });
    expect(nextValues(instance, routes, { displace: false })[2]!.best).toBeNull();
  });
  it('tells what nobody said from what is worth nothing', () => {
    const instance = teamInstance({ at: [0, 10], days: 2, vehicles: 1, clients: [{ service: 60, prize: 500 }] });
    const routes = teamRoutes(instance, [{ slot: 0, clients: [0] }]);
    const extra = (value: number | null) => nextValues(instance, routes, { extraValue: () => value })[0]!;
    expect(extra(null)).toMatchObject({ kind: 'extra', best: { day: 1, worth: null, difference: { travel: 20, lostValue: 0 } } });
    expect(extra(0)).toMatchObject({ best: { worth: -20, difference: { lostValue: 0 } } });
    expect(() => extra(-1)).toThrow(expect.objectContaining({ code: 'routing.replan.value', path: 'clients.0' }));
  });
  it('keeps the least gap and counts uneven gaps', () => {
    const frequency = { visits: 1, leastGap: 2, idealGap: 3, cadenceCost: 5 };
    const instance = teamInstance({ at: [0, 10], days: 4, vehicles: 1, clients: [{ service: 60, prize: 100, frequency }] });
    const next = nextValues(instance, teamRoutes(instance, [{ slot: 1, clients: [0] }]))[0]!.best!;
    // Planned on day 1: days 0 and 2 are too near; two days apart is one from the ideal of three.
    expect(next).toMatchObject({ day: 3, difference: { cadence: 5, travel: 20, lostValue: -100 }, worth: 75 });
  });
});

const anyPlan: fc.Arbitrary<{ instance: Instance; routes: Route[] }> = fc
  .record({
    at: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 }),
    latest: fc.integer({ min: 150, max: 400 }),
    prize: fc.array(fc.constantFrom(Infinity, 0, 50, 300), { minLength: 6, maxLength: 6 }),
    cells: fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
    twice: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ at, latest, prize, cells, twice }) => {
    const clients = at.map((_, c) => ({
      service: 30,
      prize: prize[c],
      ...(twice[c]! ? { frequency: { visits: 2, cadenceCost: 2 } } : {}),
    }));
    const instance = teamInstance({
      at: [0, ...at],
      days: 2,
      vehicles: 2,
      latest,
      clients,
      slot: { fixedCost: 7 },
      extra: { weights: { balance: 0.01 } },
    });
    const plan = Array.from({ length: 4 }, (_, slot) => ({
      slot,
      clients: at.map((__, c) => c).filter((c) => cells[c] === slot),
    }));
    const routes = teamRoutes(
      instance,
      plan.filter(({ clients: list }) => list.length > 0),
    );
    return { instance, routes: routes.filter(({ arrival }) => arrival <= latest) };
  });

/** Prices a whole plan from nothing. */
function price(instance: Instance, routes: readonly Route[]): CostParts {
  return costOf(buildModel(instance), emptySnapshot(loadPlan(buildModel(instance), listsOf(instance, routes), 1)));
}

function close(a: CostParts, b: CostParts): void {
  for (const part of Object.keys(a) as (keyof CostParts)[]) expect(a[part]).toBeCloseTo(b[part], 6);
}

describe('marginal values, whatever the plan', () => {
  it('equal the difference of two whole plans, part by part', () => {
    fc.assert(
      fc.property(anyPlan, ({ instance, routes }) => {
        const whole = price(instance, routes);
        for (const value of plannedValues(instance, routes)) {
          const without = routes.map((route) =>
            route.slot === value.slot
              ? { ...route, visits: route.visits.filter(({ client }) => client !== value.client) }
              : route,
          );
          close(value.difference, minus(whole, price(instance, without)));
        }
        for (const { best, kind } of nextValues(instance, routes)) {
          if (best === null || kind === 'extra') continue;
          const visits = (route: Route | undefined) =>
            (route?.visits ?? []).filter(({ client }) => client !== best.displaced?.client);
          const old = visits(routes.find(({ slot }) => slot === best.slot));
          const at = best.after === null ? 0 : old.findIndex(({ client }) => client === best.after) + 1;
          const fresh = {
            ...routes[0]!,
            slot: best.slot,
            day: best.day,
            vehicle: best.vehicle,
            visits: old.toSpliced(at, 0, { client: best.client, start: best.start }),
          };
          close(best.difference, minus(price(instance, [...routes.filter(({ slot }) => slot !== best.slot), fresh]), whole));
          expect(best.start + 30 + instance.distance[best.client + 1]!).toBeLessThanOrEqual(instance.slots.latest[0]! + 1e-6);
        }
      }),
      { numRuns: 100 },
    );
  });
});
