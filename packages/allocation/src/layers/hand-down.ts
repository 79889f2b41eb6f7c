import { cellCount } from '../grid.ts';
import { shareOut } from '../share/share-out.ts';
import { valueAt } from '../values.ts';
import { groupByCell } from './group-by-cell.ts';
import { leafAt } from './leaf-at.ts';
import { refuse } from './refusal.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Values } from '../values.ts';
import type { Level } from './levels.ts';
import type { LayerRefusal } from './refusal.ts';

/** What every cell of the lower level carries, NaN for null. */
export interface Carried {
  readonly ok: true;
  readonly amounts: Float64Array;
}

/**
 * Shares what each cell of a level hands out over the direct reports in the same cell, in proportion to the plan. Cells that
 * hand out just what the plan has below them pass the plan on unchanged.
 */
export function handDown(
  above: Level,
  below: Level,
  metric: number,
  at: number,
  handedOut: Float64Array,
): Carried | LayerRefusal {
  const { grid } = below.plan;
  const base = below.plan.values[metric] as Values;
  const amounts = Float64Array.from({ length: cellCount(grid) }, (_, position) => valueAt(base, position));
  const { starts, order } = groupByCell(cellsAbove(above, below), handedOut.length);
  const { leafRank } = grid.axes[at] as Axis;
  let weights = new Float64Array(64);
  let rank = new Int32Array(64);
  for (let cell = 0; cell < handedOut.length; cell += 1) {
    const [start, end] = [starts[cell] as number, starts[cell + 1] as number];
    const pool = handedOut[cell] as number;
    const size = end - start;
    if (size > weights.length) [weights, rank] = [new Float64Array(size * 2), new Int32Array(size * 2)];
    let [sum, least] = [0, 0];
    for (let index = 0; index < size; index += 1) {
      const position = order[start + index] as number;
      const weight = amounts[position] as number;
      weights[index] = weight;
      rank[index] = leafRank[leafAt(grid, at, position)] as number;
      if (weight !== weight) continue;
      sum += weight;
      least = Math.min(least, weight);
    }
    // A cell without amounts hands out null (NaN), which equals nothing: there is nothing to share.
    if (pool === sum || pool !== pool) continue;
    if (least < 0) return refuse('allocation.layers.padding.negative', idAt(grid, at, order[start] as number));
    shareOut(pool, weights, rank, weights, 0, size);
    for (let index = 0; index < size; index += 1) amounts[order[start + index] as number] = weights[index] as number;
  }
  return { ok: true, amounts };
}

/** The cell above each position of the lower level. */
function cellsAbove(above: Level, below: Level): Int32Array {
  const up = new Int32Array(cellCount(below.plan.grid)).fill(-1);
  for (let at = 0; at < below.to.length; at += 1) {
    const position = below.to[at] as number;
    if (position >= 0) up[position] = above.to[at] as number;
  }
  return up;
}

function idAt(grid: Grid, at: number, position: number): string {
  const axis = grid.axes[at] as Axis;
  return axis.ids[axis.leaves[leafAt(grid, at, position)] as number] as string;
}
