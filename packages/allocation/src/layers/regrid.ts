/**
 * The same cells over another tree on one axis: a level of the organisation, the sheet of one manager, what one viewer sees.
 * Every position of the fine grid knows its position in the new one, so amounts are carried over in one pass.
 */
import { coreError } from '../core-error.ts';
import { cellCount } from '../grid.ts';
import { valueAt, valuesOf } from '../values.ts';
import { distinctKeys, innerCounts, placesOf, rowKeys, rowsOfKeys } from './row-keys.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Values } from '../values.ts';

/** A grid made from another. */
export interface Regrid {
  readonly grid: Grid;
  /** Per leaf map given: new position by old position, -1 where the map leaves the cell out. */
  readonly to: readonly Int32Array[];
}

/**
 * Replaces axis `at`. Each map gives the new leaf position by old leaf position (-1: left out); a cell exists in the new grid
 * when any map puts a cell there.
 */
export function regrid(grid: Grid, at: number, axis: Axis, maps: readonly Int32Array[]): Regrid {
  const axes = grid.axes.map((old, index) => (index === at ? axis : old));
  const { grid: coarse, rowTo } = at === axes.length - 1 ? sameRows(grid, axes, maps) : otherRows(grid, axes, at, maps);
  const to = maps.map((map, index) => {
    const rows = rowTo[index] as Int32Array;
    return at === axes.length - 1 ? alongRows(grid, coarse.width, map) : acrossRows(grid, rows);
  });
  return { grid: grid.present === null ? coarse : { ...coarse, present: presentOf(grid, coarse, to) }, to };
}

interface Rows {
  readonly grid: Grid;
  readonly rowTo: readonly Int32Array[];
}

function sameRows(grid: Grid, axes: readonly Axis[], maps: readonly Int32Array[]): Rows {
  const width = (axes.at(-1) as Axis).leaves.length;
  return { grid: { ...grid, axes, width, present: null }, rowTo: maps.map(() => new Int32Array(0)) };
}

function otherRows(grid: Grid, axes: readonly Axis[], at: number, maps: readonly Int32Array[]): Rows {
  const counts = innerCounts(axes);
  const keys = maps.map((map) => rowKeys(grid, counts, at, map));
  const found = distinctKeys(keys);
  const rowTo = keys.map((list) => placesOf(found, list));
  const rows = rowsOfKeys(found, counts);
  return { grid: { axes, width: grid.width, rowCount: found.length, rows, present: null }, rowTo };
}

function alongRows(grid: Grid, width: number, map: Int32Array): Int32Array {
  const to = new Int32Array(cellCount(grid));
  for (let row = 0, position = 0; row < grid.rowCount; row += 1) {
    for (let leaf = 0; leaf < grid.width; leaf += 1, position += 1) {
      const moved = map[leaf] as number;
      to[position] = moved < 0 ? -1 : row * width + moved;
    }
  }
  return absentOut(grid, to);
}

function acrossRows(grid: Grid, rowTo: Int32Array): Int32Array {
  const to = new Int32Array(cellCount(grid));
  for (let row = 0, position = 0; row < grid.rowCount; row += 1) {
    const start = (rowTo[row] as number) * grid.width;
    for (let leaf = 0; leaf < grid.width; leaf += 1, position += 1) to[position] = start < 0 ? -1 : start + leaf;
  }
  return absentOut(grid, to);
}

function absentOut({ present }: Grid, to: Int32Array): Int32Array {
  if (present !== null) for (let at = 0; at < to.length; at += 1) if (present[at] === 0) to[at] = -1;
  return to;
}

function presentOf(fine: Grid, coarse: Grid, to: readonly Int32Array[]): Uint8Array {
  const present = new Uint8Array(cellCount(coarse));
  for (const list of to) {
    for (let at = 0; at < list.length; at += 1) {
      const position = list[at] as number;
      if (position >= 0 && fine.present?.[at] === 1) present[position] = 1;
    }
  }
  return present;
}

/** Sums of amounts by new position: null where every one is null. Throws `allocation.total.invalid` beyond safe integers. */
export function sumsAt(values: Values, to: Int32Array, size: number): Float64Array {
  const sums = new Float64Array(size).fill(NaN);
  for (let at = 0; at < to.length; at += 1) {
    const position = to[at] as number;
    if (position < 0) continue;
    const value = valueAt(values, at);
    if (value !== value) continue;
    const before = sums[position] as number;
    const sum = before === before ? before + value : value;
    if (!Number.isSafeInteger(sum)) throw coreError('allocation.total.invalid', sum, 'sum');
    sums[position] = sum;
  }
  return sums;
}

/** `sumsAt` as values of the new grid. */
export function regridded(values: Values, to: Int32Array, grid: Grid): Values {
  return valuesOf(sumsAt(values, to, cellCount(grid)));
}
