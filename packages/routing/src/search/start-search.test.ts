import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';
import { featuresOf, randomSpec } from '../testing/random-spec.ts';
import { startSearch } from './start-search.ts';

/** Adds up the objective from the plan alone. */
function costOf(instance: Instance, { routes, unserved }: Solution): number {
  const { distance, duration, places, clients, slots, weights } = instance;
  let cost = 0;
  for (const { slot, visits } of routes) {
    const stops = [slots.startPlace[slot]!, ...visits.map(({ client }) => clients.place[client]!), slots.endPlace[slot]!];
    const sum = (matrix: Float64Array): number =>
      stops.slice(1).reduce((total, to, i) => total + matrix[stops[i]! * places + to]!, 0);
    const work = sum(duration) + visits.reduce((total, { client }) => total + clients.service[client]!, 0);
    cost += sum(distance) * weights.travel + slots.fixedCost[slot]! + weights.balance * work * work;
  }
  for (const { client, missing } of unserved) if (clients.prize[client]! < Infinity) cost += missing * clients.prize[client]!;
  return cost;
}

function solve(instance: Instance, iterations: number, seed = 1): Solution {
  const search = startSearch(instance, { seed });
  for (const event of search.run({ iterations })) void event;
  return search.best();
}

it('never breaks a hard constraint, and its cost is the sum of what the plan shows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 0, max: 4095 }),
      fc.integer({ min: 1, max: 5 }),
      (seed, bits, days) => {
        const features = featuresOf(bits, 1 + (seed % 14), days, 1 + (seed % 3));
        const instance = buildInstance(randomSpec(seed, features));
        const solution = solve(instance, 150, seed);
        expect(checkPlan(instance, solution)).toEqual([]);
        // A promise that is broken although all other visits are made is no missed visit of the frequency.
        if (!features.fixed) expect(solution.cost.total - solution.cost.cadence).toBeCloseTo(costOf(instance, solution), 6);
        expect(solution.cost.missedRequired === 0 || solution.unserved.length > 0).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

it('gives the same bytes for the same seed and iterations', () => {
  for (const bits of [0, 1, 0b1111111]) {
    const spec = randomSpec(5, featuresOf(bits, 12, 3, 2));
    const runs = [1, 2].map(() => JSON.stringify(solve(buildInstance(spec), 500, 3)));
    expect(runs[0]).toBe(runs[1]);
  }
});

it('plans groups as well as the whole knows their numbers', () => {
  const spec = randomSpec(3, { clients: 9, days: 2, vehicles: 3 });
  const owned = { ...spec, clients: spec.clients.map((client, i) => ({ ...client, vehicles: [i % 3] })) };
  const instance = buildInstance(owned);
  const solution = solve(instance, 600);
  expect(checkPlan(instance, solution)).toEqual([]);
  expect(solution.cost.total - solution.cost.cadence).toBeCloseTo(costOf(instance, solution), 6);
});

it('yields the cost of better and better plans, and stops when the caller does', () => {
  const search = startSearch(buildInstance(randomSpec(8, { clients: 14, days: 1, vehicles: 2, fixedCosts: true })));
  const first = search.cost();
  const totals: number[] = [];
  for (const event of search.run({ iterations: 5000 })) {
    totals.push(event.cost.total + event.cost.missedRequired * 1e6);
    if (event.iteration >= 1000) break;
  }
  expect(totals.every((total, i) => i === 0 || total <= totals[i - 1]!)).toBe(true);
  expect(totals[0]).toBe(first.total + first.missedRequired * 1e6);
  expect(search.best().cost.total).toBeCloseTo(search.cost().total, 6);
});

it('stops by a clock that is passed in', () => {
  let time = 0;
  const search = startSearch(buildInstance(randomSpec(8, { clients: 14, days: 1, vehicles: 2 })));
  const seconds = [...search.run({ seconds: 2, now: () => (time += 500) })].map((event) => event.seconds);
  expect(seconds).toEqual([0.5, 1, 1.5, 2]);
});

it('plans nothing for nobody', () => {
  const spec = { days: 0, places: 0, distance: new Float64Array(), clients: [], slots: [] };
  expect(solve(buildInstance(spec), 100)).toMatchObject({ routes: [], unserved: [], cost: { total: 0 } });
});

it('names everybody when nobody works', () => {
  const spec = randomSpec(1, { clients: 3, days: 2, vehicles: 0 });
  const reasons = solve(buildInstance(spec), 100).unserved.map(({ client, reason }) => [client, reason]);
  expect(reasons).toEqual([
    [0, 'no-slot'],
    [1, 'no-slot'],
    [2, 'no-slot'],
  ]);
});
