import { innerCounts, placeOf, rowKeys } from './row-keys.ts';
import type { Axis } from '../axis.ts';
import type { Box, Grid } from '../grid.ts';

/** Finds the position of a leaf cell, -1 when the plan does not have it: `positionOf` for many cells in a row. */
export function leafFinder(grid: Grid): (leaf: Box) => number {
  const counts = innerCounts(grid.axes);
  const keys = rowKeys(grid, counts, -1, new Int32Array(0));
  return (leaf) => {
    let key = 0;
    for (let at = 0; at < counts.length; at += 1) {
      key = key * (counts[at] as number) + ((grid.axes[at] as Axis).from[leaf[at] as number] as number);
    }
    const row = placeOf(keys, key);
    if (keys[row] !== key) return -1;
    const position = row * grid.width + ((grid.axes.at(-1) as Axis).from[leaf[counts.length] as number] as number);
    return grid.present?.[position] === 0 ? -1 : position;
  };
}
