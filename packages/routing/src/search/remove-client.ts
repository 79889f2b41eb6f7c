import { removeVisit } from './links.ts';
import type { SearchState } from './state.ts';

/** Takes all visits of a client out of the plan, except those in frozen slots. */
export function removeClient(state: SearchState, client: number): void {
  const { model, slotOf } = state;
  const { frozen } = model.instance.slots;
  for (let node = client; node < model.sentinel; node += model.clients) {
    const slot = slotOf[node]!;
    if (slot >= 0 && frozen[slot] === 0) removeVisit(state, node);
  }
}
