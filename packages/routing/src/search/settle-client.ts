import { noteAbsence } from './move.ts';
import { COST, MISSED_REQUIRED, PENALTY } from './state.ts';
import type { SearchState } from './state.ts';

/** Sets how many visits a client lacks and what its days cost; sums follow. */
export function settleClient(state: SearchState, client: number, missing: number, cadence: number): void {
  const { model, sums } = state;
  const more = missing - state.missing[client]!;
  if (more !== 0) {
    sums[PENALTY]! += more * model.missCost[client]!;
    if (model.required[client] === 1) sums[MISSED_REQUIRED]! += more;
  }
  sums[COST]! += cadence - state.cadence[client]!;
  state.missing[client] = missing;
  state.cadence[client] = cadence;
  noteAbsence(state, client);
}
