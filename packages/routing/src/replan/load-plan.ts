import { insertVisit } from '../search/links.ts';
import type { SearchModel } from '../search/model.ts';
import { beginMove } from '../search/move.ts';
import { recount } from '../search/recount.ts';
import { settleClient } from '../search/settle-client.ts';
import { emptyState, visitsWanted } from '../search/state.ts';
import type { SearchState } from '../search/state.ts';
import { cadenceAsIs } from './cadence-as-is.ts';

/** A state that holds a given plan, whether it keeps the rules or not. `lists`: clients by slot, in order. */
export function loadPlan(model: SearchModel, lists: readonly (readonly number[])[], seed: number): SearchState {
  const state = emptyState(model, seed);
  lists.forEach((list, slot) => {
    let after = model.sentinel + slot;
    for (const client of list) {
      const node = model.instance.slots.day[slot]! * model.clients + client;
      insertVisit(state, node, after);
      after = node;
    }
  });
  for (let client = 0; client < model.clients; client++) settleAsIs(state, client);
  recount(state);
  beginMove(state);
  return state;
}

/** Prices what a client has and lacks, with its visits as they are. */
export function settleAsIs(state: SearchState, client: number): void {
  const { model, slotOf } = state;
  let served = 0;
  for (let node = client; node < model.sentinel; node += model.clients) if (slotOf[node]! >= 0) served++;
  settleClient(state, client, Math.max(0, visitsWanted(model, client) - served), cadenceAsIs(state, client));
}
