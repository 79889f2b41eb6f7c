import { noteAbsence } from './move.ts';
import { recount } from './recount.ts';
import type { SearchState } from './state.ts';

/** A plan kept aside: enough to put a state back. */
export interface Snapshot {
  readonly next: Int32Array;
  readonly missing: Int32Array;
  readonly cadence: Float64Array;
  readonly sums: Float64Array;
}

/** Room for a plan. */
export function emptySnapshot(state: SearchState): Snapshot {
  return { next: state.next.slice(), missing: state.missing.slice(), cadence: state.cadence.slice(), sums: state.sums.slice() };
}

/** Copies the plan. */
export function keep(state: SearchState, into: Snapshot): void {
  into.next.set(state.next);
  into.missing.set(state.missing);
  into.cadence.set(state.cadence);
  into.sums.set(state.sums);
}

/** Puts the plan back into the state. */
export function restore(state: SearchState, from: Snapshot): void {
  const { model, next, prev, slotOf, size, timing } = state;
  next.set(from.next);
  state.missing.set(from.missing);
  state.cadence.set(from.cadence);
  state.sums.set(from.sums);
  slotOf.fill(-1, 0, model.sentinel);
  state.broken.set(model.promisesOf);
  for (let slot = 0; slot < model.slots; slot++) {
    const end = model.sentinel + slot;
    size[slot] = 0;
    timing.stale[slot] = 1;
    let node = end;
    do {
      const following = next[node]!;
      prev[following] = node;
      node = following;
      if (node === end) break;
      slotOf[node] = slot;
      if (model.promised !== null && model.promised[node] === 1) state.broken[model.clientOf[node]!]!--;
      size[slot]!++;
    } while (node !== end);
  }
  for (let client = 0; client < model.clients; client++) noteAbsence(state, client);
  recount(state);
}
