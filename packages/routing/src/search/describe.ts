import type { CostParts, Route, Solution } from '../solution.ts';
import { changeCost } from './change-cost.ts';
import type { SearchModel } from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { BROKEN, MISSED_REQUIRED } from './state.ts';
import { lateSchedule } from './timing/late-schedule.ts';
import { schedule } from './timing/schedule.ts';
import { unservedOf } from './unserved.ts';

/** Turns a kept plan into plain data: routes with times, what is not served and why, what everything costs. */
export function describe(model: SearchModel, plan: Snapshot): Solution {
  const routes: Route[] = [];
  for (let slot = 0; slot < model.slots; slot++) {
    const nodes = nodesOf(model, plan, slot);
    if (nodes.length > 0) routes.push(routeOf(model, slot, nodes));
  }
  return { routes, unserved: unservedOf(model, plan), cost: costOf(model, plan) };
}

/** Visits of a slot in order. */
export function nodesOf(model: SearchModel, { next }: Snapshot, slot: number): number[] {
  const nodes: number[] = [];
  for (let node = next[model.sentinel + slot]!; node < model.sentinel; node = next[node]!) nodes.push(node);
  return nodes;
}

function routeOf(model: SearchModel, slot: number, nodes: readonly number[]): Route {
  const { slots, distance } = model.instance;
  const times = schedule(model, slot, nodes) ?? lateSchedule(model, slot, nodes);
  // Only a frozen slot can be without a schedule: its people may have planned what does not fit.
  const stops = [slots.startPlace[slot]!, ...nodes.map((node) => model.place[node]!), slots.endPlace[slot]!];
  return {
    slot,
    day: slots.day[slot]!,
    vehicle: slots.vehicle[slot]!,
    visits: nodes.map((node, i) => ({ client: model.clientOf[node]!, start: times.starts[i]! })),
    departure: times.departure,
    arrival: times.arrival,
    breaks: times.breaks,
    distance: stops.slice(1).reduce((sum, to, i) => sum + distance[stops[i]! * model.places + to]!, 0),
  };
}

/** The parts of the objective, added up from the routes. */
export function costOf(model: SearchModel, plan: Snapshot): CostParts {
  const { slots, weights, clients } = model.instance;
  let travel = 0;
  let fixed = 0;
  let balance = 0;
  let changes = 0;
  for (let slot = 0; slot < model.slots; slot++) {
    const nodes = nodesOf(model, plan, slot);
    if (nodes.length === 0) continue;
    fixed += slots.fixedCost[slot]!;
    let work = 0;
    let at = slots.startPlace[slot]!;
    for (const node of [...nodes, model.sentinel + slot]) {
      travel += model.cost[at * model.places + model.place[node]!]!;
      work += model.duration[at * model.places + model.place[node]!]!;
      at = model.place[node]!;
      if (node >= model.sentinel) break;
      work += clients.service[model.clientOf[node]!]!;
      changes += changeCost(model, node, slot);
    }
    balance += weights.balance * work * work;
  }
  let lostValue = 0;
  let cadence = 0;
  for (let client = 0; client < model.clients; client++) {
    cadence += plan.cadence[client]!;
    if (model.required[client] === 0) lostValue += plan.missing[client]! * model.missCost[client]!;
  }
  const total = lostValue + cadence + travel + fixed + balance + changes;
  const brokenPromises = plan.sums[BROKEN]!;
  return {
    brokenPromises,
    missedRequired: plan.sums[MISSED_REQUIRED]!,
    lostValue,
    cadence,
    travel,
    fixed,
    balance,
    changes,
    total,
  };
}
