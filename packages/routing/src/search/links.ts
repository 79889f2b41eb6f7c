import { logLink, touchSlot } from './move.ts';
import { workAdded } from './work-added.ts';
import { BROKEN, COST } from './state.ts';
import type { SearchState } from './state.ts';
import { changeCost } from './change-cost.ts';

/** Puts a visit behind `after` (a visit, or the sentinel of a slot for its beginning). Costs and sums follow. */
export function insertVisit(state: SearchState, node: number, after: number): void {
  const { model, next, prev, slotOf, leg, sums } = state;
  const { places, place, cost, sentinel } = model;
  const slot = slotOf[after]!;
  touchSlot(state, slot);
  const following = next[after]!;
  const from = after < sentinel ? place[after]! : model.instance.slots.startPlace[slot]!;
  const at = place[node]!;
  const to = place[following]!;
  const first = cost[from * places + at]!;
  const second = cost[at * places + to]!;
  const added = first + second - leg[after]!;
  next[after] = node;
  prev[node] = after;
  next[node] = following;
  prev[following] = node;
  slotOf[node] = slot;
  leg[after] = first;
  leg[node] = second;
  sums[COST]! += settle(state, slot, node, added, workAdded(state, slot, from, at, to, added, 0), 1);
  logLink(state, node, -1);
}

/** Takes a visit out of the plan. */
export function removeVisit(state: SearchState, node: number): void {
  const { model, next, prev, slotOf, leg, sums } = state;
  const { places, place, cost, sentinel } = model;
  const slot = slotOf[node]!;
  touchSlot(state, slot);
  const before = prev[node]!;
  const following = next[node]!;
  const from = before < sentinel ? place[before]! : model.instance.slots.startPlace[slot]!;
  const to = place[following]!;
  // An empty route is not driven.
  const direct = state.size[slot] === 1 ? 0 : cost[from * places + to]!;
  const saved = leg[before]! + leg[node]! - direct;
  next[before] = following;
  prev[following] = before;
  slotOf[node] = -1;
  leg[before] = direct;
  sums[COST]! += settle(state, slot, node, -saved, -workAdded(state, slot, from, place[node]!, to, saved, 1), -1);
  logLink(state, node, before);
}

/** Updates the sums of a slot for a visit that comes (sign 1) or goes (-1); returns by how much the plan costs more. */
function settle(state: SearchState, slot: number, node: number, travel: number, duration: number, sign: 1 | -1): number {
  const { model, load, work, size, timing, sums, broken } = state;
  const client = model.clientOf[node]!;
  const { clients, slots } = model.instance;
  timing.stale[slot] = 1;
  load[slot]! += sign * clients.demand[client]!;
  const was = work[slot]!;
  const now = was + duration + sign * clients.service[client]!;
  work[slot] = now;
  let change = travel;
  const opens = sign === 1 ? size[slot]!++ === 0 : --size[slot]! === 0;
  if (opens) change += sign * slots.fixedCost[slot]!;
  if (model.balance !== 0) change += model.balance * (now * now - was * was);
  if (model.instance.reference !== null) change += sign * changeCost(model, node, slot);
  if (model.promised !== null && model.promised[node] === 1) {
    sums[BROKEN]! -= sign;
    broken[client]! -= sign;
  }
  return change;
}
