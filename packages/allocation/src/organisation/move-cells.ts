/** The cells of a plan on the axis after a move. */
import { coreError } from '../core-error.ts';
import { cellCount } from '../grid.ts';
import { regrid } from '../layers/regrid.ts';
import { valueAt, valuesOf } from '../values.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Values } from '../values.ts';
import type { SeatLinks } from './seat-links.ts';

/** Where every cell is after the move. */
export interface MovedCells {
  readonly grid: Grid;
  /** New position by old position; −1 for positions that are no cells, and for cells of a unit that got its first person. */
  readonly to: Int32Array;
  /** Old positions of cells that changed hands. */
  readonly moved: Int32Array;
}

/** Places the cells. */
export function moveCells(grid: Grid, at: number, axis: Axis, { stay, go, goAt, besideAt, vanish }: SeatLinks): MovedCells {
  const { grid: rows, to: maps } = regrid(grid, at, axis, [stay, ...go]);
  const [stays, ...goes] = maps as [Int32Array, ...Int32Array[]];
  const present = new Uint8Array(cellCount(rows));
  const to = stays.slice();
  const moved: number[] = [];
  for (let position = 0; position < to.length; position += 1) {
    if (grid.present?.[position] === 0) continue;
    const leaf = position % grid.width;
    const beside = goes[besideAt[leaf] as number]?.[position] ?? -1;
    const vanishes = vanish[grid.rows[at]?.[Math.floor(position / grid.width)] as number] === 1;
    const place = vanishes && beside >= 0 ? beside : (goes[goAt[leaf] as number]?.[position] ?? -1);
    if (place >= 0) {
      to[position] = place;
      moved.push(position);
    }
    if (beside >= 0) present[beside] = 1;
    if ((to[position] as number) >= 0) present[to[position] as number] = 1;
  }
  return { grid: { ...rows, present }, to, moved: Int32Array.from(moved) };
}

/** Amounts in their new places. Two that come together are added; throws `allocation.total.invalid` beyond safe integers. */
export function carryValues(values: Values, { grid, to }: MovedCells): Values {
  const flat = new Float64Array(cellCount(grid)).fill(NaN);
  for (let position = 0; position < to.length; position += 1) {
    const [place, value] = [to[position] as number, valueAt(values, position)];
    if (place < 0 || value !== value) continue;
    const before = flat[place] as number;
    const sum = before === before ? before + value : value;
    if (!Number.isSafeInteger(sum)) throw coreError('allocation.total.invalid', sum, 'sum');
    flat[place] = sum;
  }
  return valuesOf(flat);
}
