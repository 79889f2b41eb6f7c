import type { CostParts } from '../solution.ts';
import { BROKEN, COST, MISSED_REQUIRED } from '../search/state.ts';
import type { SearchState } from '../search/state.ts';

/**
 * What the current move costs, part by part, from what the search itself keeps: only the slots and clients touched are looked at.
 *
 * @param sizes visits by slot before the move
 */
export function moveParts(state: SearchState, sizes: Int32Array): CostParts {
  const { model, move, sums } = state;
  let travel = 0;
  let balance = 0;
  let fixed = 0;
  for (let i = 0; i < move.slotCount; i++) {
    const slot = move.slots[i]!;
    travel += state.travelCost[slot]! - move.before[i * 3 + 1]!;
    balance += model.balance * (state.work[slot]! ** 2 - move.before[i * 3 + 2]! ** 2);
    const opened = Number(state.size[slot]! > 0) - Number(sizes[slot]! > 0);
    if (opened !== 0) fixed += opened * model.instance.slots.fixedCost[slot]!;
  }
  let cadence = 0;
  let lostValue = 0;
  for (let i = 0; i < move.clientCount; i++) {
    const client = move.clients[i]!;
    cadence += state.cadence[client]! - move.cadence[i]!;
    if (model.required[client] === 0) lostValue += (state.missing[client]! - move.missing[i]!) * model.missCost[client]!;
  }
  const plain = model.instance.reference === null;
  const changes = plain ? 0 : sums[COST]! - move.sums[COST]! - travel - balance - fixed - cadence;
  return {
    brokenPromises: sums[BROKEN]! - move.sums[BROKEN]!,
    missedRequired: sums[MISSED_REQUIRED]! - move.sums[MISSED_REQUIRED]!,
    lostValue,
    cadence,
    travel,
    fixed,
    balance,
    changes,
    total: lostValue + cadence + travel + fixed + balance + changes,
  };
}
