import { nodesOf } from '../describe.ts';
import type { SearchModel } from '../model.ts';
import { recount } from '../recount.ts';
import type { Snapshot } from '../snapshot.ts';
import { keep, restore } from '../snapshot.ts';
import type { SearchState } from '../state.ts';
import { makeTour, tourCost } from './tour.ts';
import type { Tour } from './tour.ts';
import { kickTour, settleTour } from './tour-search.ts';

/** A group that is one closed tour: which node each point of the tour is, and the best order so far. */
export interface TourEngine {
  readonly tour: Tour;
  readonly nodes: readonly number[];
  readonly bestOrder: Int32Array;
  best: number;
  now: number;
}

/**
 * A tour engine when the plan is a single route that can be any closed tour: everything served, nothing but its length to keep, the same
 * cost in both directions. Null otherwise.
 */
export function tourEngine(state: SearchState, best: Snapshot): TourEngine | null {
  const { model } = state;
  if (!isSingleTour(model) || state.absentCount > 0) return null;
  const nodes = [model.sentinel, ...nodesOf(model, best, 0)];
  const count = nodes.length;
  if (count < 8) return null;
  const cost = new Float64Array(count * count);
  const place = nodes.map((node) => model.place[node]!);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) cost[a * count + b] = model.cost[place[a]! * model.places + place[b]!]!;
  const tour = makeTour(
    nodes.map((_, point) => point),
    cost,
  );
  settleTour(tour);
  const now = tourCost(tour);
  return { tour, nodes, bestOrder: tour.order.slice(), best: now, now };
}

/** Kicks the tour some times; true when the best one got shorter. */
export function kickSome(engine: TourEngine, state: SearchState, kicks: number, heat: number): boolean {
  const { tour } = engine;
  let better = false;
  for (let kick = 0; kick < kicks; kick++) {
    engine.now -= kickTour(tour, state.random, heat);
    if (engine.now >= engine.best - 1e-7) continue;
    engine.best = engine.now = tourCost(tour);
    engine.bestOrder.set(tour.order);
    better = true;
  }
  return better;
}

/** Writes the best tour into the state and the kept plan. */
export function writeTour(engine: TourEngine, state: SearchState, best: Snapshot): void {
  const { nodes, bestOrder } = engine;
  const begin = bestOrder.indexOf(0);
  const count = nodes.length;
  for (let i = 0; i < count; i++) {
    best.next[nodes[bestOrder[(begin + i) % count]!]!] = nodes[bestOrder[(begin + i + 1) % count]!]!;
  }
  restore(state, best);
  recount(state);
  keep(state, best);
}

function isSingleTour({ instance, timing, slots, days, cost, costTo, sameMatrix, limit, promised }: SearchModel): boolean {
  if (slots !== 1 || days !== 1 || timing !== 'plain' || promised !== null || cost !== costTo) return false;
  if (instance.slots.frozen[0] === 1 || instance.slots.startPlace[0] !== instance.slots.endPlace[0]) return false;
  return sameMatrix || limit[0] === Infinity;
}
