/** The leaf cells in which two lists of amounts differ. */
import { gather } from '../values.ts';
import type { Grid } from '../grid.ts';
import type { Values } from '../values.ts';

/** Side by side: where, what was there and what is. NaN for null. */
export interface ChangedCells {
  readonly positions: Int32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** Compares only chunks that are not shared. */
export function changedCells(grid: Grid, before: Values, after: Values): ChangedCells {
  const size = after.chunks[0]?.length ?? 1;
  const fresh = [...after.chunks.keys()].filter((number) => before.chunks[number] !== after.chunks[number]);
  const found = new Int32Array(fresh.length * size);
  let count = 0;
  for (const number of fresh) {
    const [old, chunk] = [before.chunks[number] as Float64Array, after.chunks[number] as Float64Array];
    for (let index = 0; index < size; index += 1) {
      const [was, is] = [old[index] as number, chunk[index] as number];
      const position = number * size + index;
      const same = was === is || (was !== was && is !== is) || grid.present?.[position] === 0;
      if (!same) found[count++] = position;
    }
  }
  const positions = found.slice(0, count);
  return { positions, before: gather(before, positions), after: gather(after, positions) };
}
