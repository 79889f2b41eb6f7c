/** One plan put together from cells of several: the sheets of managers become what somebody sees. */
import { cellCount } from '../grid.ts';
import { valueAt, valuesOf } from '../values.ts';
import { distinctKeys, innerCounts, placesOf, rowKeys, rowsOfKeys } from './row-keys.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Values } from '../values.ts';

/** Cells of one source. No two parts may give the same cell. */
export interface Part {
  /** Its axes are those of the whole, but for axis `at`. */
  readonly grid: Grid;
  /** Leaf position of the whole by leaf position of the source on axis `at`; -1 leaves it out. */
  readonly leafTo: Int32Array;
  /** In the order of the metrics. */
  readonly values: readonly Values[];
}

/** The grid of all parts over the axes given, and their amounts, in the order of the metrics. */
export function assemble(axes: readonly Axis[], at: number, parts: readonly Part[]): { grid: Grid; values: Values[] } {
  const width = (axes.at(-1) as Axis).leaves.length;
  const counts = innerCounts(axes);
  const keys = parts.map((part) => rowKeys(part.grid, counts, at, part.leafTo));
  const found = distinctKeys(keys);
  const grid = { axes, width, rowCount: found.length, rows: rowsOfKeys(found, counts), present: null };
  const present = new Uint8Array(cellCount(grid));
  const amounts = (parts[0] as Part).values.map(() => new Float64Array(present.length).fill(NaN));
  parts.forEach((part, index) => {
    const rowTo = placesOf(found, keys[index] as Float64Array);
    copyPart(part, at === axes.length - 1 ? part.leafTo : null, rowTo, width, present, amounts);
  });
  return { grid: present.includes(0) ? { ...grid, present } : grid, values: amounts.map(valuesOf) };
}

/** `along` moves the leaves inside a row, when axis `at` is the last one. */
function copyPart(
  { grid, values }: Part,
  along: Int32Array | null,
  rowTo: Int32Array,
  width: number,
  present: Uint8Array,
  amounts: readonly Float64Array[],
): void {
  for (let row = 0, from = 0; row < grid.rowCount; row += 1) {
    const start = (rowTo[row] as number) * width;
    for (let leaf = 0; leaf < grid.width; leaf += 1, from += 1) {
      const moved = along === null ? leaf : (along[leaf] as number);
      if (start < 0 || moved < 0 || grid.present?.[from] === 0) continue;
      present[start + moved] = 1;
      for (let metric = 0; metric < amounts.length; metric += 1) {
        (amounts[metric] as Float64Array)[start + moved] = valueAt(values[metric] as Values, from);
      }
    }
  }
}
