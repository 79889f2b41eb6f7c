import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { startSearch } from './start-search.ts';

it('saves routes that cost more than the way round', () => {
  // Four clients at the corners of a square around the depot, demand 1: with capacity 4 one route does, with 2 two.
  const corners = [[0, 0], [10, 10], [-10, 10], [-10, -10], [10, -10]] as const; // prettier-ignore
  const distance = Float64Array.from(corners.flatMap(([x, y]) => corners.map(([u, v]) => Math.hypot(x - u, y - v))));
  const used = (capacity: number, fixedCost: number): number => {
    const slots = [0, 1, 2, 3].map((vehicle) => ({ day: 0, vehicle, start: 0, end: 0, capacity, fixedCost }));
    const clients = [1, 2, 3, 4].map((place) => ({ place, demand: 1, windows: [[0, 1000]] as const }));
    const instance = buildInstance({ days: 1, places: 5, distance, clients, slots });
    const search = startSearch(instance);
    for (const event of search.run({ iterations: 600 })) void event;
    expect(checkPlan(instance, search.best())).toEqual([]);
    return search.best().routes.length;
  };
  expect(used(4, 1000)).toBe(1);
  expect(used(2, 1000)).toBe(2);
  expect(used(1, 1000)).toBe(4);
});

it('serves everybody while it saves routes', () => {
  const count = 30;
  const distance = Float64Array.from({ length: (count + 1) ** 2 }, (_, cell) =>
    Math.abs((Math.floor(cell / (count + 1)) % 7) - ((cell % (count + 1)) % 7)),
  );
  const clients = Array.from({ length: count }, (_, c) => ({
    place: c + 1,
    demand: 1 + (c % 3),
    windows: [[c, c + 60]] as const,
  }));
  const slots = Array.from({ length: 20 }, (_, vehicle) => ({
    day: 0,
    vehicle,
    start: 0,
    end: 0,
    capacity: 10,
    fixedCost: 500,
    latest: 200,
  }));
  const instance = buildInstance({ days: 1, places: count + 1, distance, clients, slots });
  const search = startSearch(instance);
  for (const event of search.run({ iterations: 1500 })) {
    expect(event.cost.missedRequired).toBe(0);
  }
  // The demands add up to 60: six routes of 10 at least.
  expect(search.best().routes.length).toBe(6);
  expect(checkPlan(instance, search.best())).toEqual([]);
});
