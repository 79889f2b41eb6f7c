/** The leaf cells in which two lists of amounts differ. */
import { valueAt } from '../values.ts';
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
  const found: number[] = [];
  const size = after.chunks[0]?.length ?? 1;
  after.chunks.forEach((chunk, number) => {
    const old = before.chunks[number] as Float64Array;
    if (old === chunk) return;
    for (let index = 0; index < size; index += 1) {
      const [was, is] = [old[index] as number, chunk[index] as number];
      if (was !== is && (was === was || is === is)) found.push(number * size + index);
    }
  });
  const positions = Int32Array.from(grid.present === null ? found : found.filter((position) => grid.present?.[position] === 1));
  return {
    positions,
    before: Float64Array.from(positions, (position) => valueAt(before, position)),
    after: Float64Array.from(positions, (position) => valueAt(after, position)),
  };
}
