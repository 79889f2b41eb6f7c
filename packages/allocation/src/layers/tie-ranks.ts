import { placeOf } from './row-keys.ts';
import type { Grid } from '../grid.ts';

/**
 * Places of the positions when they are sorted by the ids of their leaves, axis by axis: ties between equal remainders are
 * then broken the same way whatever the order in which members were given.
 */
export function tieRanks({ axes, rows, width }: Grid, positions: Int32Array): Int32Array {
  const keys = Float64Array.from(positions, (position) => {
    const row = Math.floor(position / width);
    return axes.reduce((key, axis, at) => {
      const column = rows[at];
      const leaf = column === undefined ? position % width : (column[row] as number);
      return key * axis.leaves.length + (axis.leafRank[leaf] as number);
    }, 0);
  });
  const sorted = keys.slice().sort();
  return Int32Array.from(keys, (key) => placeOf(sorted, key));
}
