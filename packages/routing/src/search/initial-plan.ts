import { insertVisit } from './links.ts';
import type { SearchModel } from './model.ts';
import { removeClient } from './remove-client.ts';
import type { SearchState } from './state.ts';
import { daysAreAllowed } from './days-allowed.ts';
import { schedule } from './timing/schedule.ts';

/** The visits of one slot in order, to begin with. */
export interface PlannedRoute {
  readonly slot: number;
  readonly clients: readonly number[];
}

/**
 * Puts a plan into an empty state: frozen slots as they are, in the others every visit that keeps the hard constraints, in the order
 * given. Days that break a client's pattern or gaps are taken out again. What clients lack is settled when they are placed.
 */
export function applyPlan(state: SearchState, routes: readonly PlannedRoute[]): void {
  const { model } = state;
  for (const { slot, clients } of routes) {
    const end = model.sentinel + slot;
    let last = end;
    const nodes: number[] = [];
    for (const client of clients) {
      const node = model.instance.slots.day[slot]! * model.clients + client;
      if (state.slotOf[node]! >= 0 || !mayFollow(state, slot, node, nodes)) continue;
      insertVisit(state, node, last);
      nodes.push(node);
      last = node;
    }
  }
  state.trial.partial = true;
  for (let client = 0; client < model.clients; client++) {
    if (!daysAreAllowed(state, client)) removeClient(state, client);
  }
}

function mayFollow(state: SearchState, slot: number, node: number, nodes: readonly number[]): boolean {
  const { model, load, size } = state;
  const { slots, clients } = model.instance;
  if (slots.frozen[slot] === 1) return true;
  const client = model.clientOf[node]!;
  if (load[slot]! + clients.demand[client]! > slots.capacity[slot]! || size[slot]! >= slots.maxVisits[slot]!) return false;
  return takes(model, slot, client) && schedule(model, slot, [...nodes, node]) !== null;
}

function takes({ lists, days, instance }: SearchModel, slot: number, client: number): boolean {
  const row = lists.perClient ? client * days + instance.slots.day[slot]! : instance.slots.day[slot]!;
  return lists.slot.subarray(lists.from[row], lists.from[row + 1]).includes(slot);
}
