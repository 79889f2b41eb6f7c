/** What a division did to the leaf cells of a cell. */
import { lowerBound } from '../grid.ts';
import { cellKey } from '../journal.ts';

import type { Axis } from '../axis.ts';
import type { Box, Grid } from '../grid.ts';
import type { Division } from '../journal.ts';

/** How many leaf cells a division set, and by how much they moved together. */
export interface Moved {
  readonly leaves: number;
  readonly moved: number;
}

/** Looks only at leaf cells: divisions of cells above them explain and set nothing. */
export function movedBelow({ axes }: Grid, division: Division, box: Box): Moved {
  const { keys } = division;
  const last = axes.at(-1) as Axis;
  const size = last.ids.length;
  const [low, high] = [box.at(-1) as number, last.next[box.at(-1) as number] as number];
  const [start, end] = rangeOf(axes, keys, box);
  let [leaves, moved, row, inside] = [0, 0, -1, false];
  for (let index = start; index < end; index += 1) {
    const key = keys[index] as number;
    const own = Math.floor(key / size);
    const member = key - own * size;
    if (member < low || member >= high || last.next[member] !== member + 1) continue;
    if (own !== row) {
      row = own;
      inside = isRowInside(axes, row, box);
    }
    if (!inside) continue;
    leaves += 1;
    moved += change(division, index);
  }
  return { leaves, moved };
}

/** Which part of the keys can lie in the box: ascending ones between its own key and that of its last member. */
function rangeOf(axes: readonly Axis[], keys: Float64Array, box: Box): readonly [number, number] {
  if (!isAscending(keys)) return [0, keys.length];
  const last = box.map((member, at) => ((axes[at] as Axis).next[member] as number) - 1);
  const start = lowerBound(keys, cellKey(axes, box));
  return [start, lowerBound(keys, cellKey(axes, last) + 1, start)];
}

/** Whether the members before the last one, given as one number, are leaves in the box. */
function isRowInside(axes: readonly Axis[], row: number, box: Box): boolean {
  let rest = row;
  for (let at = axes.length - 2; at >= 0; at -= 1) {
    const { ids, next } = axes[at] as Axis;
    const above = Math.floor(rest / ids.length);
    const member = rest - above * ids.length;
    if (member < (box[at] as number) || member >= (next[box[at] as number] as number) || next[member] !== member + 1)
      return false;
    rest = above;
  }
  return true;
}

function change({ before, after }: Division, index: number): number {
  const [was, is] = [before[index] as number, after[index] as number];
  return (is === is ? is : 0) - (was === was ? was : 0);
}

const known = new WeakMap<Float64Array, boolean>();

/** Whether keys ascend, as those of edits do: then they can be searched. */
export function isAscending(keys: Float64Array): boolean {
  let ascending = known.get(keys);
  if (ascending === undefined) {
    ascending = true;
    for (let index = 1; index < keys.length && ascending; index += 1) {
      ascending = (keys[index - 1] as number) < (keys[index] as number);
    }
    known.set(keys, ascending);
  }
  return ascending;
}
