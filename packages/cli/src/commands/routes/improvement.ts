import type { NamedInstance } from '@milepost/routing/formats';
import type { BetterPlan } from './search-instances.ts';

/** A better plan in the units of its file. */
export interface Improvement {
  /** Since the search was set up. */
  readonly seconds: number;
  readonly iteration: number;
  readonly cost: number;
  /** Vehicles used, where they come first. */
  readonly vehicles: number | null;
  /** Visits that the plan lacks. */
  readonly missing: number;
}

/** Takes what vehicles cost out of the cost of a plan, and gives tenths back as the numbers of the file. */
export function improvementOf(
  { vehicleCost, scale }: NamedInstance,
  { seconds, iteration, total, missing }: BetterPlan,
): Improvement {
  const vehicles = vehicleCost === 0 ? null : Math.floor(total / vehicleCost);
  // The search adds up differences; the plan's own cost is summed anew.
  const cost = Number(((total - (vehicles ?? 0) * vehicleCost) / scale).toFixed(6));
  return { seconds, iteration, cost, vehicles, missing };
}
