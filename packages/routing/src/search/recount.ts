import { setLeg } from './move.ts';
import { COST } from './state.ts';
import type { SearchState } from './state.ts';
import { changeCost } from './change-cost.ts';

/**
 * Adds everything up again from the routes, so that rounding does not pile up over millions of moves. Must not be called inside a move.
 */
export function recount(state: SearchState): void {
  const { model, sums, cadence } = state;
  let cost = 0;
  for (let slot = 0; slot < model.slots; slot++) cost += recountSlot(state, slot);
  for (let client = 0; client < model.clients; client++) cost += cadence[client]!;
  sums[COST] = cost;
}

function recountSlot(state: SearchState, slot: number): number {
  const { model, next, leg, load, work } = state;
  const { clients, slots } = model.instance;
  const end = model.sentinel + slot;
  load[slot] = work[slot] = 0;
  if (next[end] === end) return 0;
  let cost = slots.fixedCost[slot]!;
  let at = slots.startPlace[slot]!;
  let node = end;
  do {
    setLeg(state, node);
    cost += leg[node]!;
    node = next[node]!;
    work[slot] += model.duration[at * model.places + model.place[node]!]!;
    at = model.place[node]!;
    if (node === end) break;
    const client = model.clientOf[node]!;
    load[slot] += clients.demand[client]!;
    work[slot] += clients.service[client]!;
    cost += changeCost(model, node, slot);
  } while (node !== end);
  return cost + model.balance * work[slot] * work[slot];
}
