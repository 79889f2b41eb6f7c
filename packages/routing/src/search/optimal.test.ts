import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import type { InstanceSpec } from '../instance-spec.ts';
import { randomSpec } from '../testing/random-spec.ts';
import { startSearch } from './start-search.ts';

/** All orders of a list. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, i) => orders(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** All ways to hand out the members of a list to some boxes. */
function handOuts<T>(list: readonly T[], boxes: number): T[][][] {
  if (list.length === 0) return [Array.from({ length: boxes }, () => [])];
  return handOuts(list.slice(1), boxes).flatMap((rest) =>
    rest.map((_, box) => rest.map((held, i) => (i === box ? [list[0]!, ...held] : held))),
  );
}

/** The shortest order of some clients in a slot that keeps windows, capacity and hours, by trying them all. */
function shortest(spec: InstanceSpec, slotIndex: number, clients: readonly number[]): number {
  if (clients.length === 0) return 0;
  const slot = spec.slots[slotIndex]!;
  const way = (a: number, b: number): number => spec.distance[a * spec.places + b]!;
  if (clients.reduce((sum, c) => sum + (spec.clients[c]!.demand ?? 0), 0) > (slot.capacity ?? Infinity)) return Infinity;
  let best = Infinity;
  for (const order of orders(clients)) {
    let time = slot.earliest ?? 0;
    let at = slot.start;
    let cost = 0;
    let late = false;
    for (const c of order) {
      const { place, service = 0, windows = [[0, Infinity]] } = spec.clients[c]!;
      cost += way(at, place);
      time = Math.max(time + way(at, place), windows[0]![0]);
      late ||= time > windows[0]![1];
      time += service;
      at = place;
    }
    cost += way(at, slot.end);
    late ||= time + way(at, slot.end) > (slot.latest ?? Infinity);
    if (!late) best = Math.min(best, cost);
  }
  return best;
}

/** The cheapest plan over all choices of patterns and all ways to share out a day's visits, by trying them all. */
function bruteForce(spec: InstanceSpec): number {
  const choices = spec.clients.reduce<number[][]>(
    (all, { patterns = [] }) => all.flatMap((chosen) => patterns.map((_, k) => [...chosen, k])),
    [[]],
  );
  const known = new Map<string, number>();
  const dayCost = (day: number, clients: readonly number[]): number => {
    const key = `${day}:${clients.join()}`;
    const slots = spec.slots.flatMap((slot, r) => (slot.day === day ? [r] : []));
    const cost =
      known.get(key) ??
      Math.min(
        ...handOuts(clients, slots.length).map((boxes) => boxes.reduce((sum, box, i) => sum + shortest(spec, slots[i]!, box), 0)),
      );
    known.set(key, cost);
    return cost;
  };
  const costs = choices.map((chosen) => {
    let cost = 0;
    for (let day = 0; day < spec.days; day++) {
      cost += dayCost(
        day,
        chosen.flatMap((k, c) => (spec.clients[c]!.patterns![k]!.includes(day) ? [c] : [])),
      );
    }
    return cost;
  });
  return Math.min(...costs);
}

function found(spec: InstanceSpec): number {
  const search = startSearch(buildInstance(spec), { seed: 1 });
  for (const event of search.run({ iterations: 3000 })) void event;
  const { cost } = search.best();
  return cost.missedRequired > 0 ? Infinity : cost.total;
}

/** A random problem without what brute force does not know. */
function plain(seed: number, clients: number, days: number, vehicles: number): InstanceSpec {
  const spec = randomSpec(seed, { clients, days, vehicles });
  return {
    ...spec,
    clients: spec.clients.map((client) => ({ ...client, patternCosts: undefined })),
    slots: spec.slots.map((slot) => ({ ...slot, maxDuration: undefined, maxVisits: undefined, latest: 1000 })),
  };
}

it('finds the shortest tour of seven', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const spec = plain(seed, 7, 1, 1);
    const problem = { ...spec, clients: spec.clients.map((client) => ({ ...client, patterns: [[0]] })) };
    expect(found(problem)).toBeCloseTo(shortest(problem, 0, [0, 1, 2, 3, 4, 5, 6]), 6);
  }
});

it('finds the best plan for two vehicles with capacities', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const spec = plain(seed, 6, 1, 2);
    const clients = spec.clients.map((client, c) => ({ ...client, demand: 2 + (c % 3) }));
    const problem = { ...spec, clients, slots: spec.slots.map((slot) => ({ ...slot, capacity: 10 })) };
    expect(found(problem)).toBeCloseTo(bruteForce(problem), 6);
  }
});

it('finds the best days', () => {
  for (let seed = 1; seed <= 8; seed++) {
    const problem = plain(seed, 5, 3, 1);
    expect(found(problem)).toBeCloseTo(bruteForce(problem), 6);
  }
});

it('finds the best plan within windows, and knows when there is none', () => {
  let impossible = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const spec = plain(seed, 5, 1, 2);
    const clients = spec.clients.map((client, c) => ({ ...client, windows: [[(c * 37) % 90, ((c * 37) % 90) + 40]] as const }));
    const problem = { ...spec, clients, slots: spec.slots.map((slot) => ({ ...slot, latest: 200 })) };
    const best = bruteForce(problem);
    if (best === Infinity) impossible++;
    expect(found(problem)).toBeCloseTo(best, 6);
  }
  expect(impossible).toBeGreaterThan(0);
  expect(impossible).toBeLessThan(12);
});
