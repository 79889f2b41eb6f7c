import { boxAt, cellCount } from '../grid.ts';
import { cellKey } from '../journal.ts';
import { shareOut } from '../share/share-out.ts';
import { cutAxis } from './cut-axis.ts';
import { groupByCell } from './group-by-cell.ts';
import { leafAt } from './leaf-at.ts';
import { regrid } from './regrid.ts';
import { tieRanks } from './tie-ranks.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Division, Pool } from '../journal.ts';
import type { Regrid } from './regrid.ts';

/** Amounts by position of a sheet, and how they came about. */
export interface SharedCells {
  readonly amounts: Float64Array;
  readonly division: Division;
}

/**
 * Shares every received cell over the direct reports in it. `known` weighs the cells of the sheet, NaN says nothing: cells
 * where nobody is known are shared evenly. Null: always evenly.
 */
export function shareCells(grid: Grid, at: number, received: Float64Array, known: Float64Array | null): SharedCells {
  const axis = grid.axes[at] as Axis;
  const above = cellsOfManager(grid, at);
  const { starts, order } = groupByCell(above.to[0] as Int32Array, received.length);
  // Which of the direct reports is first in line turns from cell to cell.
  const turn = tieRanks(above.grid, Int32Array.from(received.keys()));
  const amounts = new Float64Array(cellCount(grid)).fill(NaN);
  const pools: Pool[] = [];
  const weights = Float64Array.from(order, (position) => (known === null ? 1 : (known[position] as number)));
  const shares = new Float64Array(order.length);
  const pool = new Int32Array(order.length).fill(-1);
  const rank = new Int32Array(order.length);
  for (let cell = 0; cell < received.length; cell += 1) {
    const [start, end] = [starts[cell] as number, starts[cell + 1] as number];
    const total = received[cell] as number;
    if (total !== total || start === end) continue;
    let [of, count] = [0, 0];
    for (let index = start; index < end; index += 1) {
      const weight = weights[index] as number;
      if (weight === weight) [of, count] = [of + weight, count + 1];
      rank[index] =
        ((axis.leafRank[leafAt(grid, at, order[index] as number)] as number) + (turn[cell] as number)) % axis.leaves.length;
      pool[index] = pools.length;
    }
    if (count === 0) weights.fill(0, start, end);
    const fallback = shareOut(total, weights, rank, shares, start, end);
    pools.push({ total, of, fallback, method: known === null ? 'even' : 'proportional' });
    for (let index = start; index < end; index += 1) amounts[order[index] as number] = shares[index] as number;
  }
  return { amounts, division: divisionOf(grid, order, { shares, weights, pool, pools }) };
}

/** The received cells, and the one above each cell of the sheet. */
function cellsOfManager(grid: Grid, at: number): Regrid {
  const cut = cutAxis(grid.axes[at] as Axis, 0, () => false);
  return regrid(grid, at, cut.axis, [cut.leafTo]);
}

interface Columns {
  readonly shares: Float64Array;
  readonly weights: Float64Array;
  readonly pool: Int32Array;
  readonly pools: readonly Pool[];
}

function divisionOf(grid: Grid, order: Int32Array, { shares, weights, pool, pools }: Columns): Division {
  const given = Int32Array.from(order.keys()).filter((index) => (pool[index] as number) >= 0);
  return {
    keys: Float64Array.from(given, (index) => cellKey(grid.axes, boxAt(grid, order[index] as number))),
    before: new Float64Array(given.length).fill(NaN),
    after: Float64Array.from(given, (index) => shares[index] as number),
    weights: Float64Array.from(given, (index) => weights[index] as number),
    reserved: null,
    pool: Int32Array.from(given, (index) => pool[index] as number),
    pools,
  };
}
