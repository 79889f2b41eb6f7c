/** Amounts of a plan as a file has them. */
import { valueAt } from '../values.ts';
import type { Grid } from '../grid.ts';
import type { Values } from '../values.ts';
import type { AmountList } from './plan-file.ts';

/** Amounts row by row; null where nobody has said anything and where the cell does not belong to the plan. */
export function cellsFile(grid: Grid, values: Values): AmountList[] {
  const { width, present } = grid;
  return Array.from({ length: grid.rowCount }, (_, row) => {
    const list: (number | null)[] = [];
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const value = valueAt(values, at);
      list.push(value === value && present?.[at] !== 0 ? value : null);
    }
    return list;
  });
}
