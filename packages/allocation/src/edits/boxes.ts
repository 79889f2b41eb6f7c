/** How cells of any level lie to each other. Axes are trees, so two cells share a cell again, or nothing. */
import { isLeaf } from '../axis.ts';
import { covers, overlaps } from '../grid.ts';
import type { Axis } from '../axis.ts';
import type { Box, Grid } from '../grid.ts';

/** Whether both are the same cell. */
export function sameBox(left: Box, right: Box): boolean {
  return left.every((member, at) => member === right[at]);
}

/** What two overlapping cells share: the deeper member on every axis. */
export function sharedBox(grid: Grid, left: Box, right: Box): Box {
  return left.map((member, at) => {
    const other = right[at] as number;
    return ((grid.axes[at] as Axis).depth[member] as number) > ((grid.axes[at] as Axis).depth[other] as number) ? member : other;
  });
}

/** Whether every leaf of `inner` is one of `outer`: by member numbers, or because an only child stands for its parent. */
export function holdsAll(grid: Grid, outer: Box, inner: Box): boolean {
  return grid.axes.every((axis, at) => {
    const [a, b] = [outer[at] as number, inner[at] as number];
    return (axis.from[a] as number) <= (axis.from[b] as number) && (axis.to[b] as number) <= (axis.to[a] as number);
  });
}

/** Whether a cell is a single leaf of every axis. */
export function isLeafBox(grid: Grid, box: Box): boolean {
  return grid.axes.every((axis, at) => isLeaf(axis, box[at] as number));
}

/** Whether each of the cells lies in another or around it. */
export function isChain(grid: Grid, boxes: readonly Box[]): boolean {
  return boxes.every((a) => boxes.every((b) => holdsAll(grid, a, b) || holdsAll(grid, b, a)));
}

export { covers, overlaps };
