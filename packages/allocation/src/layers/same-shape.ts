import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';

/** Whether two grids have the same trees and the same cells, whichever way they were made. */
export function sameShape(left: Grid, right: Grid): boolean {
  if (left === right) return true;
  if (left.axes.length !== right.axes.length || left.rowCount !== right.rowCount) return false;
  return (
    left.axes.every((axis, at) => sameTree(axis, right.axes[at] as Axis)) &&
    left.rows.every((column, at) => sameList(column, right.rows[at] as Int32Array)) &&
    samePresent(left, right)
  );
}

function sameTree(left: Axis, right: Axis): boolean {
  if (left === right) return true;
  return (
    left.id === right.id &&
    left.kind === right.kind &&
    left.ids.length === right.ids.length &&
    left.ids.every((id, member) => id === right.ids[member]) &&
    sameList(left.parent, right.parent)
  );
}

function sameList(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return left.length === right.length;
}

/** A grid without marks has every cell. */
function samePresent({ present: left }: Grid, { present: right }: Grid): boolean {
  if (left === null || right === null) return left === right || ((left ?? right)?.every((mark) => mark === 1) ?? true);
  return sameList(left, right);
}
