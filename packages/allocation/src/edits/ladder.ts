/** Which members above the leaves of an axis are looked at. */
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';

/** The chosen members of an axis, and for each leaf where those above it stand among them. */
export interface Ladder {
  /** Member numbers, ascending. */
  readonly members: Int32Array;
  /** Places in `members` of what is chosen above leaf `i`, itself included: `above[start[i] … start[i + 1])`. */
  readonly start: Int32Array;
  readonly above: Int32Array;
}

/** Marks the leaves of every axis that a position lies under. */
export function touchedLeaves(grid: Grid, positions: Int32Array): Uint8Array[] {
  const marks = grid.axes.map((axis) => new Uint8Array(axis.leaves.length));
  const last = marks.at(-1) as Uint8Array;
  let row = -1;
  for (const position of positions) {
    const own = Math.floor(position / grid.width);
    last[position - own * grid.width] = 1;
    if (own === row) continue;
    row = own;
    grid.rows.forEach((column, at) => ((marks[at] as Uint8Array)[column[own] as number] = 1));
  }
  return marks;
}

/** Members of the wanted depths (all, when none are named) that have a touched leaf. */
export function ladderOf(axis: Axis, depths: readonly number[] | undefined, touched: Uint8Array): Ladder {
  const place = new Int32Array(axis.ids.length).fill(-1);
  const wanted = (member: number): boolean => depths === undefined || depths.includes(axis.depth[member] as number);
  const hit = new Uint8Array(axis.ids.length);
  const start = new Int32Array(axis.leaves.length + 1);
  const above: number[] = [];
  axis.leaves.forEach((leaf, at) => {
    if (touched[at] !== 1) return;
    for (let member = leaf; member >= 0 && hit[member] === 0; member = axis.parent[member] as number) hit[member] = 1;
  });
  const members = Int32Array.from(axis.ids.keys()).filter((member) => hit[member] === 1 && wanted(member));
  members.forEach((member, at) => (place[member] = at));
  axis.leaves.forEach((leaf, at) => {
    for (let member = touched[at] === 1 ? leaf : -1; member >= 0; member = axis.parent[member] as number) {
      if ((place[member] as number) >= 0) above.push(place[member] as number);
    }
    start[at + 1] = above.length;
  });
  return { members, start, above: Int32Array.from(above) };
}
