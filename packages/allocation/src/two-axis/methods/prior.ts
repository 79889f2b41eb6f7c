import { samePeriodLastYear } from '@milepost/calendar';
import type { CellWeights } from '../edit.ts';
import type { Method } from './method.ts';

/**
 * The share in the same month a year earlier. `actuals` are the earlier year's values by leaf node and month; a missing or
 * negative one (returns above sales) weighs nothing. Read over the whole `window` of months when dividing over nodes
 * in a month would be too noisy; without it each month is compared with its own.
 */
export function prior(actuals: CellWeights, window?: readonly string[]): Method {
  const at = (node: string, month: string): number => Math.max(actuals[node]?.[month] ?? 0, 0);
  const sum = (nodes: readonly string[], months: readonly string[]): number =>
    nodes.reduce((left, node) => months.reduce((inner, month) => inner + at(node, month), left), 0);
  return {
    name: 'prior',
    weigh: ({ axis, members, node, months, leavesUnder }) =>
      axis === 'time'
        ? members.map((month) => sum(leavesUnder(node), [samePeriodLastYear(month)]))
        : members.map((member) => sum(leavesUnder(member), window ?? months.map(samePeriodLastYear))),
  };
}
