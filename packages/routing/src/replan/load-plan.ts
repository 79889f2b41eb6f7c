import { placeClient } from '../search/place-client.ts';
import { insertVisit } from '../search/links.ts';
import type { SearchModel } from '../search/model.ts';
import { beginMove } from '../search/move.ts';
import { recount } from '../search/recount.ts';
import { emptyState } from '../search/state.ts';
import type { SearchState } from '../search/state.ts';

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

/** Prices what a client has and lacks, with its visits as they are: nothing is put in. */
export function settleAsIs(state: SearchState, client: number): void {
  const { trial, shut } = state;
  const { partial } = trial;
  trial.partial = true;
  shut.fill(1);
  placeClient(state, client);
  shut.fill(0);
  trial.partial = partial;
}
