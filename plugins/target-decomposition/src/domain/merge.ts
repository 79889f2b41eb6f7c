/**
 * Two people changed one plan. Cells that only one of them changed are taken over; a cell that both changed is a choice
 * for a person. Only what is entered (leaf months, holds) is merged: parents are sums and follow.
 */
import type { AllocationValue } from './types.ts';

/** A node that both changed, with the months in question. */
export interface NodeConflict {
  readonly nodeId: string;
  readonly label: string;
  readonly months: readonly {
    readonly month: string;
    readonly base: number | null;
    readonly mine: number | null;
    readonly theirs: number | null;
  }[];
}

/** What became of a merge. */
export interface Merge {
  /** Months of the leaves after the merge; where both changed, theirs until somebody chooses. */
  readonly leaves: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly conflicts: readonly NodeConflict[];
  /** Nodes that only the other person changed. */
  readonly takenOver: readonly string[];
}

/** Whose value a person wants for a node that both changed. */
export type Choice = 'mine' | 'theirs';

/** Merges by leaf and month. All three have the same nodes; one that is missing in `theirs` keeps mine. */
export function mergeLeaves(
  base: readonly AllocationValue[],
  mine: readonly AllocationValue[],
  theirs: readonly AllocationValue[],
  choices: Readonly<Record<string, Choice>> = {},
): Merge {
  const parents = new Set(mine.map((value) => value.parentId));
  const [old, other] = [byNode(base), byNode(theirs)];
  const leaves: Record<string, Record<string, number | null>> = {};
  const conflicts: NodeConflict[] = [];
  const takenOver: string[] = [];
  for (const value of mine) {
    if (parents.has(value.nodeId)) continue;
    const rows = Object.keys(value.months).map((month) => ({
      month,
      base: old.get(value.nodeId)?.months[month] ?? null,
      mine: value.months[month] ?? null,
      theirs: (other.get(value.nodeId) ?? value).months[month] ?? null,
    }));
    const both = rows.filter((row) => row.mine !== row.base && row.theirs !== row.base && row.mine !== row.theirs);
    if (both.length > 0) conflicts.push({ nodeId: value.nodeId, label: value.label, months: both });
    if (rows.some((row) => row.theirs !== row.base && row.mine === row.base)) takenOver.push(value.nodeId);
    const wanted = choices[value.nodeId] ?? 'theirs';
    leaves[value.nodeId] = Object.fromEntries(rows.map((row) => [row.month, pick(row, wanted)]));
  }
  return { leaves, conflicts, takenOver };
}

function pick(row: { base: number | null; mine: number | null; theirs: number | null }, wanted: Choice): number | null {
  if (row.mine === row.base) return row.theirs;
  if (row.theirs === row.base) return row.mine;
  return wanted === 'mine' ? row.mine : row.theirs;
}

function byNode(values: readonly AllocationValue[]): Map<string, AllocationValue> {
  return new Map(values.map((value) => [value.nodeId, value]));
}
