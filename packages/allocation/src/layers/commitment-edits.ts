import { boxAt } from '../grid.ts';
import { refOf } from '../plan.ts';
import { valueAt } from '../values.ts';
import type { Edit } from '../edits/edit.ts';
import type { Author } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { CommitmentGap } from './commitment-gap.ts';
import type { CommitmentMergeProposal } from './commitment-merge.ts';

/**
 * A proposal as edits: one 'set' for each leaf cell that would change, so it can be previewed, held against and
 * journalled like any change. Cells that stay null are left alone.
 */
export function commitmentMergeEdits(plan: Plan, proposal: CommitmentMergeProposal, author: Author = {}): Edit[] {
  const { metric, positions, amounts } = proposal;
  const values = plan.values[metric] as Values;
  const edits: Edit[] = [];
  positions.forEach((position, index) => {
    const value = amounts[index] as number;
    if (value !== value || value === valueAt(values, position)) return;
    edits.push({ ...author, kind: 'set', target: refOf(plan, metric, boxAt(plan.grid, position)), value });
  });
  return edits;
}

/** What people committed to for one cell as an edit, spread in proportion; null when nobody did, or it is the plan already. */
export function commitmentEdit({ cell, committed, topDown }: CommitmentGap, author: Author = {}): Edit | null {
  return committed === null || committed === topDown ? null : { ...author, kind: 'set', target: cell, value: committed };
}
