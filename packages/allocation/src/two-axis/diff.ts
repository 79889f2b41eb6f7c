/** The difference of two versions of one plan, at every level: what a person sees before keeping an edit. */
import { cellValue } from './plan.ts';
import type { CellChange } from './edit.ts';
import type { Axis } from './axis.ts';
import type { Plan, Row } from './plan.ts';

/** Every cell that differs, nodes and periods from the top down. Both plans must have the same axes. */
export function diffPlans(before: Plan, after: Plan): CellChange[] {
  const rows = changedRows(before, after);
  if (rows.length === 0) return [];
  const months = changedMonths(before, after, rows);
  const nodes = touched(after.organisation, rows);
  const periods = touched(after.time, months);
  const leafNodes = new Set(after.organisation.leaves);
  const leafPeriods = new Set(after.time.leaves);
  return nodes.flatMap((node) =>
    periods.flatMap((period) => {
      const [old, fresh] = [cellValue(before, node, period), cellValue(after, node, period)];
      if (old === fresh) return [];
      return [{ node, period, before: old, after: fresh, leaf: leafNodes.has(node) && leafPeriods.has(period) }];
    }),
  );
}

function changedRows(before: Plan, after: Plan): number[] {
  if (before.rows === after.rows) return [];
  const rows = new Set([...before.rows.keys(), ...after.rows.keys()]);
  return [...rows].filter((row) => before.rows.get(row) !== after.rows.get(row)).sort((a, b) => a - b);
}

function changedMonths(before: Plan, after: Plan, rows: readonly number[]): number[] {
  const at = (row: Row | undefined, month: number): number | null => row?.[month] ?? null;
  return after.time.leaves.flatMap((_, month) =>
    rows.some((row) => at(before.rows.get(row), month) !== at(after.rows.get(row), month)) ? [month] : [],
  );
}

/** Members above or at the given leaves, parents before children. `leaves` is ascending. */
function touched(axis: Axis, leaves: readonly number[]): string[] {
  const ids: string[] = [];
  for (const member of axis.members.values()) {
    // The first changed leaf at or after the member's range decides: a binary search keeps wide axes cheap.
    let [low, high] = [0, leaves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((leaves[middle] as number) < member.from) low = middle + 1;
      else high = middle;
    }
    if ((leaves[low] ?? Infinity) < member.to) ids.push(member.id);
  }
  return ids;
}
