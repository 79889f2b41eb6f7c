/** The pattern of another slice of the plan, cell by cell. */
import { changeError } from '../change-error.ts';
import { boxOf, metricOf } from '../plan.ts';
import { valueAt } from '../values.ts';
import { rowOf } from './region.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Spread } from './edit.ts';
import type { SpreadPlace } from './spread-weights.ts';

/** Leaf positions of the slice by leaf position within the target, -1 for none: one list per axis. */
type Matches = readonly Int32Array[];

/**
 * What stands at the cells of the slice; NaN where it has none. Throws `allocation.reference.shape` when matched by position
 * with another number of leaves on an axis.
 */
export function referenceWeights(place: SpreadPlace, spread: Extract<Spread, { method: 'reference' }>): Float64Array {
  const { plan, positions } = place;
  const { grid } = plan;
  const values = plan.values[spread.metric === undefined ? place.metric : metricOf(plan, spread.metric, 'spread.metric')];
  const matches = matchAxes(place, spread);
  const weights = new Float64Array(positions.length).fill(NaN);
  const last = matches.at(-1) as Int32Array;
  const leaves = new Int32Array(grid.rows.length);
  let [row, from] = [-1, -1];
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as number;
    const own = (position / grid.width) | 0;
    if (own !== row) {
      row = own;
      from = sourceRow(grid, matches, row, leaves);
    }
    const leaf = last[position - row * grid.width] as number;
    if (from < 0 || leaf < 0 || values === undefined) continue;
    weights[index] = valueAt(values, from * grid.width + leaf);
  }
  return weights;
}

function sourceRow(grid: Grid, matches: Matches, row: number, leaves: Int32Array): number {
  for (let at = 0; at < leaves.length; at += 1) {
    const leaf = (matches[at] as Int32Array)[(grid.rows[at] as Int32Array)[row] as number] as number;
    if (leaf < 0) return -1;
    leaves[at] = leaf;
  }
  return rowOf(grid, leaves);
}

function matchAxes({ plan, target }: SpreadPlace, spread: Extract<Spread, { method: 'reference' }>): Matches {
  const named = spread.at ?? {};
  const slice = boxOf(plan, named, 'spread.at');
  return plan.grid.axes.map((axis, at) => {
    const own = target[at] as number;
    const source = named[axis.id] === undefined ? own : (slice[at] as number);
    return spread.match === 'id' ? matchIds(axis, own, source) : matchPlaces(axis, own, source);
  });
}

function matchPlaces(axis: Axis, own: number, source: number): Int32Array {
  const [from, to] = [axis.from[own] as number, axis.to[own] as number];
  const start = axis.from[source] as number;
  if ((axis.to[source] as number) - start !== to - from) {
    throw changeError('allocation.reference.shape', axis.ids[source], `spread.at.${axis.id}`);
  }
  return Int32Array.from({ length: axis.leaves.length }, (_, leaf) => (leaf < from || leaf >= to ? -1 : leaf - from + start));
}

function matchIds(axis: Axis, own: number, source: number): Int32Array {
  const [start, end] = [axis.from[source] as number, axis.to[source] as number];
  const [from, to] = [axis.from[own] as number, axis.to[own] as number];
  return Int32Array.from({ length: axis.leaves.length }, (_, leaf) => {
    if (leaf < from || leaf >= to) return -1;
    if (end - start === 1) return start;
    return leaf >= start && leaf < end ? leaf : -1;
  });
}
