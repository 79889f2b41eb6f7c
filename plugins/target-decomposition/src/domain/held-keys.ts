import { heldCells } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import { nodePeriodOf } from '@milepost/allocation/records';
import type { NodePeriod } from '@milepost/allocation/records';

/** The held cells of a plan by `period|node`. */
export function heldKeys(plan: Plan): Map<string, NodePeriod> {
  return new Map(
    heldCells(plan).map((ref) => {
      const cell = nodePeriodOf(ref);
      return [cellKey(cell), cell];
    }),
  );
}

/** The key of a cell in the sets of the page. */
export function cellKey({ node, period }: NodePeriod): string {
  return `${period}|${node}`;
}
