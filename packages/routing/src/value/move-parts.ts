import { changeCost } from '../search/change-cost.ts';
import { BROKEN, COST, MISSED_REQUIRED } from '../search/state.ts';
import type { SearchState } from '../search/state.ts';
import type { CostParts } from '../solution.ts';

/** Visits and work by slot before any move. */
export interface Base {
  readonly size: Int32Array;
  readonly work: Float64Array;
}

/** Keeps what `moveParts` compares with; the state must not be inside a move. */
export function baseOf({ size, work }: SearchState): Base {
  return { size: size.slice(), work: work.slice() };
}

/** What the current move costs, part by part, from what the search itself keeps: only the slots and clients touched are looked at. */
export function moveParts(state: SearchState, base: Base): CostParts {
  const { model, move, sums } = state;
  const { fixedCost } = model.instance.slots;
  let balance = 0;
  let fixed = 0;
  for (let i = 0; i < move.slotCount; i++) {
    const slot = move.slots[i]!;
    balance += model.balance * (state.work[slot]! ** 2 - base.work[slot]! ** 2);
    const opened = Number(state.size[slot]! > 0) - Number(base.size[slot]! > 0);
    if (opened !== 0) fixed += opened * fixedCost[slot]!;
  }
  let cadence = 0;
  let lostValue = 0;
  for (let i = 0; i < move.clientCount; i++) {
    const client = move.clients[i]!;
    cadence += state.cadence[client]! - move.cadence[i]!;
    if (model.required[client] === 0) lostValue += (state.missing[client]! - move.missing[i]!) * model.missCost[client]!;
  }
  const changes = changesOf(state);
  const cost = sums[COST]! - move.sums[COST]!;
  return {
    brokenPromises: sums[BROKEN]! - move.sums[BROKEN]!,
    missedRequired: sums[MISSED_REQUIRED]! - move.sums[MISSED_REQUIRED]!,
    lostValue,
    cadence,
    // Travel is the rest of what the search paid.
    travel: cost - cadence - fixed - balance - changes,
    fixed,
    balance,
    changes,
    total: cost + lostValue,
  };
}

function changesOf({ model, move, slotOf }: SearchState): number {
  if (model.instance.reference === null) return 0;
  let cost = 0;
  for (let i = 0; i < move.length; i++) {
    const node = move.node[i]!;
    const after = move.after[i]!;
    cost += after < 0 ? changeCost(model, node, slotOf[node]!) : -changeCost(model, node, slotOf[after]!);
  }
  return cost;
}
