/** The difference of two plan files as a file. */
import { diffPlans } from '../edits/diff.ts';
import { fileError } from './file-error.ts';
import type { CellChange } from '../edits/edit.ts';
import type { Grid } from '../grid.ts';
import type { Plan } from '../plan.ts';

/** The first line of every difference. */
export const DIFF_FORMAT = 'milepost.target-diff/1';

/** Changed cells, parents before children. */
export interface DiffFile {
  readonly format: typeof DIFF_FORMAT;
  /** Changed leaf cells in all. */
  readonly leaves: number;
  /** Changed cells of any level that are not listed. */
  readonly rest: number;
  readonly cells: readonly CellChange[];
}

/** Compares two plans of the same shape. Throws `allocation.file.shape` naming what is not the same. */
export function diffFileOf(before: Plan, after: Plan, limit: number): DiffFile {
  checkSameShape(before, after);
  const { cells, rest, leaves } = diffPlans(before, after, { limit });
  return { format: DIFF_FORMAT, leaves, rest, cells };
}

function checkSameShape(before: Plan, after: Plan): void {
  const metrics = (plan: Plan): string => JSON.stringify(plan.metrics);
  if (metrics(before) !== metrics(after)) throw fileError('allocation.file.shape', 'metrics', 'metrics');
  const [left, right] = [before.grid, after.grid];
  if (left.axes.length !== right.axes.length)
    throw fileError('allocation.file.shape', `${left.axes.length} ≠ ${right.axes.length}`, 'axes');
  left.axes.forEach((axis, at) => {
    const other = right.axes[at];
    if (other?.id !== axis.id) throw fileError('allocation.file.shape', `${axis.id} ≠ ${other?.id}`, `axes.${at}.id`);
    const wrong = Math.max(axis.ids.length, other.ids.length) - 1;
    for (let member = 0; member <= wrong; member += 1) {
      if (axis.ids[member] === other.ids[member] && axis.parent[member] === other.parent[member]) continue;
      throw fileError(
        'allocation.file.shape',
        `${axis.ids[member] ?? '–'} ≠ ${other.ids[member] ?? '–'}`,
        `axes.${at}.members.${member}`,
      );
    }
  });
  checkSameRows(left, right);
}

function checkSameRows(left: Grid, right: Grid): void {
  const rows = left.rowCount === right.rowCount && left.rows.every((column, at) => same(column, right.rows[at] as Int32Array));
  if (!rows) throw fileError('allocation.file.shape', `${left.rowCount} ≠ ${right.rowCount}`, 'rows');
  if (left.present === null && right.present === null) return;
  const full = new Uint8Array(left.rowCount * left.width).fill(1);
  if (!same(left.present ?? full, right.present ?? full)) throw fileError('allocation.file.shape', 'absent', 'absent');
}

function same(left: Int32Array | Uint8Array, right: Int32Array | Uint8Array): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}
