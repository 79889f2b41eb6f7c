import { cellCount } from '../grid.ts';
import { shareOut } from '../share/share-out.ts';
import { valueAt } from '../values.ts';
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
  const { starts, order } = childrenByCell(above, below, handedOut.length);
  const ranks = ranksAlong(grid, at);
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
      rank[index] = ranks(position);
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

/** Positions of the lower level grouped by the cell above them: `order[starts[cell] … starts[cell + 1])`. */
function childrenByCell(above: Level, below: Level, cells: number): { starts: Int32Array; order: Int32Array } {
  const up = new Int32Array(cellCount(below.plan.grid)).fill(-1);
  for (let at = 0; at < below.to.length; at += 1) {
    const position = below.to[at] as number;
    if (position >= 0) up[position] = above.to[at] as number;
  }
  const starts = new Int32Array(cells + 1);
  for (const cell of up) if (cell >= 0) starts[cell + 1] = (starts[cell + 1] as number) + 1;
  for (let cell = 0; cell < cells; cell += 1) starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const next = starts.slice();
  const order = new Int32Array(starts[cells] as number);
  up.forEach((cell, position) => {
    if (cell < 0) return;
    order[next[cell] as number] = position;
    next[cell] = (next[cell] as number) + 1;
  });
  return { starts, order };
}

/** Breaks ties by the id of the member on axis `at`. */
function ranksAlong(grid: Grid, at: number): (position: number) => number {
  const { leafRank } = grid.axes[at] as Axis;
  const { rows, width } = grid;
  const column = rows[at];
  if (column === undefined) return (position) => leafRank[position % width] as number;
  return (position) => leafRank[column[Math.floor(position / width)] as number] as number;
}

function idAt(grid: Grid, at: number, position: number): string {
  const axis = grid.axes[at] as Axis;
  const column = grid.rows[at];
  const leaf = column === undefined ? position % grid.width : (column[Math.floor(position / grid.width)] as number);
  return axis.ids[axis.leaves[leaf] as number] as string;
}
