/**
 * Finding what lies above what among many cells without comparing each with each: a cell is looked up at the levels that
 * occur. An only child stands for its parent, so members with the same leaves count as the topmost of them.
 */
import type { Axis } from './axis.ts';
import type { Box } from './grid.ts';

const known = new WeakMap<Axis, Int32Array>();

/** For each member the topmost one with the same leaves. */
function topmost(axis: Axis): Int32Array {
  let tops = known.get(axis);
  if (tops === undefined) {
    const { parent, from, to } = axis;
    tops = new Int32Array(parent.length);
    for (let member = 1; member < tops.length; member += 1) {
      const above = parent[member] as number;
      tops[member] = from[above] === from[member] && to[above] === to[member] ? (tops[above] as number) : member;
    }
    known.set(axis, tops);
  }
  return tops;
}

/** The cell with the topmost member of the same leaves on every axis. */
export function topmostBox(axes: readonly Axis[], box: Box): Box {
  return box.map((member, at) => topmost(axes[at] as Axis)[member] as number);
}

/** Depth of each member of a cell, as one name: cells of one name lie apart or are the same. */
export function levelOf(axes: readonly Axis[], box: Box): string {
  let name = '';
  for (let at = 0; at < box.length; at += 1) name += `${(axes[at] as Axis).depth[box[at] as number]}.`;
  return name;
}

/** The depths that a level names. */
export function depthsOf(level: string): number[] {
  return level.split('.').slice(0, -1).map(Number);
}

/** Key of the cell at these depths above a cell or the same, -1 when the cell itself lies higher on an axis. */
export function keyAt(axes: readonly Axis[], box: Box, depths: readonly number[]): number {
  let key = 0;
  for (let at = 0; at < box.length; at += 1) {
    const { depth, parent, ids } = axes[at] as Axis;
    let member = box[at] as number;
    const wanted = depths[at] as number;
    if ((depth[member] as number) < wanted) return -1;
    while ((depth[member] as number) > wanted) member = parent[member] as number;
    key = key * ids.length + member;
  }
  return key;
}
