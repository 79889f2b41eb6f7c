import { removeVisit } from './links.ts';
import { beginMove } from './move.ts';
import { placeClient } from './place-client.ts';
import type { SearchState } from './state.ts';
import { slotFits } from './timing/slot-fits.ts';

/**
 * Empties slots that stopped fitting when a visit was taken out, which happens where a detour is shorter than the direct way, and places
 * their clients anew; in the end only what fits is left.
 */
export function makeFeasible(state: SearchState): void {
  const { model, next } = state;
  for (let round = 0; round <= model.slots; round++) {
    const slot = firstUnfit(state);
    if (slot < 0) return;
    beginMove(state);
    const clients: number[] = [];
    for (let node = next[model.sentinel + slot]!; node < model.sentinel; node = next[model.sentinel + slot]!) {
      clients.push(model.clientOf[node]!);
      removeVisit(state, node);
    }
    state.shut[slot] = 1;
    state.trial.partial = true;
    for (const client of clients) placeClient(state, client);
  }
}

function firstUnfit(state: SearchState): number {
  for (let slot = 0; slot < state.model.slots; slot++) if (!slotFits(state, slot)) return slot;
  return -1;
}
