import { coreError } from '../core-error.ts';
import { eachRun } from '../grid.ts';
import { valueAt } from '../values.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';

/**
 * What lies in a box by leaf of one axis, in one pass over its cells; NaN where every cell is null. Throws
 * `allocation.total.invalid` for a sum that is no safe integer.
 */
export function leafSums({ grid, values }: Plan, metric: number, axis: number, box: Box): Float64Array {
  const sums = new Float64Array((grid.axes[axis] as Axis).leaves.length).fill(NaN);
  const own = values[metric] as Values;
  const rows = grid.rows[axis];
  eachRun(grid, box, (start, end) => {
    for (let position = start; position < end; position += 1) {
      const value = valueAt(own, position);
      if (value !== value) continue;
      const leaf = rows === undefined ? position % grid.width : (rows[Math.floor(position / grid.width)] as number);
      const before = sums[leaf] as number;
      const sum = before === before ? before + value : value;
      if (!Number.isSafeInteger(sum)) throw coreError('allocation.total.invalid', sum, 'sum');
      sums[leaf] = sum;
    }
  });
  return sums;
}
