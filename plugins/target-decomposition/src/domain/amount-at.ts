import { cellValue } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import { cellAt } from '@milepost/allocation/records';

/** The amount of a node in a period, in 分: the sum of what is below it, null when nobody has said anything there. */
export function amountAt(plan: Plan, node: string, period: string): number | null {
  return cellValue(plan, cellAt(node, period));
}
