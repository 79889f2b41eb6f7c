import type { PlanDiff } from './diff-plans.ts';

/** How much two plans differ, in the measure of the objective. */
export interface ChangeCount {
  /** Visits on a day on which their client was not planned: moved to another day, or added. */
  readonly otherDay: number;
  /** Visits on their day with another representative. */
  readonly otherVehicle: number;
  /** Moved in the sense of a budget: another day or another representative; added and removed visits are not among them. */
  readonly moved: number;
  readonly shifted: number;
  readonly added: number;
  readonly removed: number;
}

/** Counts the changes of a difference. `otherDay` and `otherVehicle` are what the search pays `dayChange` and `vehicleChange` for. */
export function countChanges({ moved, shifted, added, removed }: PlanDiff): ChangeCount {
  const sameDay = moved.filter(({ from, to }) => from.day === to.day).length;
  return {
    otherDay: moved.length - sameDay + added.length,
    otherVehicle: sameDay,
    moved: moved.length,
    shifted: shifted.length,
    added: added.length,
    removed: removed.length,
  };
}

/** The part `changes` of the objective for a difference. */
export function costOfChanges(
  count: ChangeCount,
  prices: { readonly dayChange: number; readonly vehicleChange: number },
): number {
  return count.otherDay * prices.dayChange + count.otherVehicle * prices.vehicleChange;
}
