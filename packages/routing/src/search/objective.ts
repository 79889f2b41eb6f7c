import { BROKEN, COST, MISSED_REQUIRED, PENALTY } from './state.ts';
import type { SearchState } from './state.ts';

/** What annealing compares: everything in one number, missing visits at a price that can be weighed against travel. */
export function annealed(state: SearchState, sums: Float64Array): number {
  return sums[COST]! + sums[PENALTY]! + sums[BROKEN]! * state.model.brokenCost;
}

/** Whether the first plan is better: fewer broken promises, then fewer missed visits of required clients, then lower cost. */
export function isBetter(sums: Float64Array, than: Float64Array): boolean {
  if (sums[BROKEN] !== than[BROKEN]) return sums[BROKEN]! < than[BROKEN]!;
  if (sums[MISSED_REQUIRED] !== than[MISSED_REQUIRED]) return sums[MISSED_REQUIRED]! < than[MISSED_REQUIRED]!;
  return sums[COST]! + sums[PENALTY]! < than[COST]! + than[PENALTY]! - 1e-7;
}
