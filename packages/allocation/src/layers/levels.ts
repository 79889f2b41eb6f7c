/** A plan seen level by level of its organisation: on level d whoever stands d below the top is a leaf. */
import { plainPlan } from './plain-plan.ts';
import { cutAxis } from './cut-axis.ts';
import { regrid, regridded } from './regrid.ts';
import type { Plan } from '../plan.ts';

/** One level. */
export interface Level {
  /** Exact sums of the plan, without holds and journal. */
  readonly plan: Plan;
  /** Position in it by position of the whole plan. */
  readonly to: Int32Array;
}

/** Every level from the top (0) to the lowest, where the plan is whole again. */
export function levelsOf(plan: Plan, at: number): Level[] {
  const axis = plan.grid.axes[at] as Plan['grid']['axes'][number];
  const lowest = axis.depth.reduce((most, depth) => Math.max(most, depth), 0);
  return Array.from({ length: lowest + 1 }, (_, level) => {
    const cut = cutAxis(axis, 0, (member) => (axis.depth[member] as number) < level);
    const { grid, to } = regrid(plan.grid, at, cut.axis, [cut.leafTo]);
    const [positions] = to as [Int32Array];
    const values = plan.values.map((amounts) => regridded(amounts, positions, grid));
    return { plan: plainPlan(plan, grid, values), to: positions };
  });
}
