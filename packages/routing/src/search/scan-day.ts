import { changeCost } from './change-cost.ts';
import type { SearchState } from './state.ts';
import { workAdded } from './work-added.ts';
import { scanGeneral } from './timing/scan-general.ts';
import { scanPlain } from './timing/scan-plain.ts';
import { scanWindows } from './timing/scan-windows.ts';

/**
 * Finds the cheapest insertion of a client on a day over all slots that may take it. The cost (Infinity: none fits) and the node to
 * insert behind are left in `state.trial`.
 */
export function scanDay(state: SearchState, client: number, day: number): void {
  const { model, trial, load, size, shut } = state;
  const { lists, kind, timing, instance } = model;
  const { capacity, maxVisits } = instance.slots;
  const node = day * model.clients + client;
  const row = lists.perClient ? client * model.days + day : day;
  const demand = instance.clients.demand[client]!;
  const scan = ++trial.scan;
  let best = Infinity;
  let after = -1;
  for (let i = lists.from[row]!, end = lists.from[row + 1]!; i < end; i++) {
    const slot = lists.slot[i]!;
    if (load[slot]! + demand > capacity[slot]! || size[slot]! >= maxVisits[slot]! || shut[slot] === 1) continue;
    if (size[slot] === 0) {
      if (trial.kindStamp[kind[slot]!] === scan) continue;
      trial.kindStamp[kind[slot]!] = scan;
    }
    const extra = slotCost(state, slot, node);
    const limit = best - extra;
    let added: number;
    if (timing === 'plain') added = scanPlain(state, slot, node, limit);
    else if (timing === 'windows') added = scanWindows(state, slot, node, limit);
    else added = scanGeneral(state, slot, node, limit);
    if (added === Infinity) continue;
    const total = added + extra + (model.balance === 0 ? 0 : balanceCost(state, slot, node, added));
    if (total < best) {
      best = total;
      after = trial.found;
    }
  }
  trial.cost[day] = best;
  trial.after[day] = after;
  trial.dayStamp[day] = trial.stamp;
}

/** What a visit costs in a slot wherever it goes: opening the slot, changing the published plan. */
function slotCost(state: SearchState, slot: number, node: number): number {
  const { slots, reference } = state.model.instance;
  const opening = state.size[slot] === 0 ? slots.fixedCost[slot]! : 0;
  return reference === null ? opening : opening + changeCost(state.model, node, slot);
}

/** What it costs in balance at the position found, given the travel cost added there. */
function balanceCost(state: SearchState, slot: number, node: number, added: number): number {
  const { model, trial, next, work } = state;
  const { clients, slots } = model.instance;
  const after = trial.found;
  const from = after < model.sentinel ? model.place[after]! : slots.startPlace[slot]!;
  const travel = workAdded(state, slot, from, model.place[node]!, model.place[next[after]!]!, added, 0);
  const more = travel + clients.service[model.clientOf[node]!]!;
  return model.balance * more * (2 * work[slot]! + more);
}
