/** Reading and replacing the held cells of a plan as a whole; `applyEdit` holds and releases single ones and journals it. */
import { boxOf, holdKey, metricOf, refOf } from './plan.ts';
import type { CellRef, Hold, Plan } from './plan.ts';

/** The held cells, in the order they were held. */
export function heldCells(plan: Plan): Required<CellRef>[] {
  return [...plan.holds.values()].map(({ metric, box }) => refOf(plan, metric, box));
}

/** Whether exactly this cell is held. Throws an AllocationError for a cell the plan does not have. */
export function isHeld(plan: Plan, ref: CellRef): boolean {
  return plan.holds.has(holdKey(metricOf(plan, ref.metric), boxOf(plan, ref.at)));
}

/**
 * The plan with these cells held and no others. The journal says nothing about it: for holds that were stored, or that only
 * stand while somebody works. Throws an AllocationError for a cell the plan does not have.
 */
export function withHolds(plan: Plan, refs: readonly CellRef[]): Plan {
  const holds = new Map<string, Hold>();
  for (const ref of refs) {
    const hold = { metric: metricOf(plan, ref.metric), box: boxOf(plan, ref.at) };
    holds.set(holdKey(hold.metric, hold.box), hold);
  }
  return { ...plan, holds };
}
