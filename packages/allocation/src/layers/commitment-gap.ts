import { isLeaf, memberOf } from '../axis.ts';
import { coreError } from '../core-error.ts';
import { checkAmount } from '../exact.ts';
import { positionsOf } from '../grid.ts';
import { boxOf, boxValue, refOf } from '../plan.ts';
import { valueAt } from '../values.ts';
import { wideWithin } from './committed-in.ts';
import type { Box } from '../grid.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Commitments, WideCommitment } from './commitments.ts';
import type { Ratio } from './ratio.ts';

/** A cell from the top down and from the bottom up, in minor units or pieces. Data: serialises to JSON. */
export interface CommitmentGap {
  readonly cell: Required<CellRef>;
  /** The plan's value; null when nobody planned anything. */
  readonly topDown: number | null;
  /** `own`, or where nobody spoke for the cell as a whole `below`. */
  readonly committed: number | null;
  /** The word given for just this cell. */
  readonly own: number | null;
  /** Sum of the outermost words given for parts of it. */
  readonly below: number | null;
  /** `committed - topDown`: below 0 when people commit to less than they are given. */
  readonly gap: number | null;
  /** The gap as a part of `topDown`; null when that is 0 or null. Never add these: add numerators and denominators. */
  readonly gapRatio: Ratio | null;
  /** The plan's value of the leaf cells that `committed` speaks for: what to compare with while not everybody has spoken. */
  readonly topDownOfStated: number | null;
  readonly coverage: {
    /** Leaf cells somebody spoke for, alone or together with others in this cell. */
    readonly stated: number;
    /** Leaf cells somebody spoke for only together with cells outside of this one: their part is not known. */
    readonly undivided: number;
    readonly leaves: number;
  };
}

/** Top-down value, commitments and gap of a cell of any level. Throws for an unknown cell. */
export function commitmentGap(plan: Plan, commitments: Commitments, at: CellRef['at']): CommitmentGap {
  return gapOf(plan, commitments, boxOf(plan, at));
}

/** The gaps of a cell and of every member below it on one axis, parents before children. Throws for an unknown cell or axis. */
export function commitmentGaps(plan: Plan, commitments: Commitments, axisId: string, at: CellRef['at'] = {}): CommitmentGap[] {
  const box = boxOf(plan, at);
  const index = plan.grid.axes.findIndex((axis) => axis.id === axisId);
  const axis = plan.grid.axes[index];
  if (axis === undefined) throw coreError('allocation.axis.unknown', axisId, 'axisId');
  const top = at[axisId] === undefined ? 0 : memberOf(axis, at[axisId], `at.${axisId}`);
  const members = Array.from({ length: (axis.next[top] as number) - top }, (_, step) => top + step);
  return members.map((member) => gapOf(plan, commitments, box.with(index, member)));
}

function gapOf(plan: Plan, commitments: Commitments, box: Box): CommitmentGap {
  const { metric, leaves, wide } = commitments;
  const positions = positionsOf(plan.grid, box);
  const single = plan.grid.axes.every((axis, at) => isLeaf(axis, box[at] as number));
  const ownAt = wide.findIndex((one) => one.box.every((member, at) => member === box[at]));
  const word = single && positions.length === 1 ? (leaves[positions[0] as number] as number) : NaN;
  const own = ownAt >= 0 ? (wide[ownAt] as WideCommitment).amount : word === word ? word : null;
  const parts = partsOf(plan, commitments, positions, ownAt);
  const topDown = boxValue(plan, metric, box);
  const below = single ? null : parts.below;
  const committed = own ?? below;
  const gap = committed === null || topDown === null ? null : committed - topDown;
  return {
    cell: refOf(plan, metric, box),
    topDown,
    committed,
    own,
    below,
    gap,
    gapRatio: gap === null || topDown === null || topDown === 0 ? null : { numerator: gap, denominator: topDown },
    ...(own === null
      ? { topDownOfStated: parts.planned, coverage: parts.coverage }
      : { topDownOfStated: topDown, coverage: { stated: positions.length, undivided: 0, leaves: positions.length } }),
  };
}

interface Parts {
  readonly below: number | null;
  readonly planned: number | null;
  readonly coverage: CommitmentGap['coverage'];
}

/** What was said for parts of a cell, the outermost words only. */
function partsOf(plan: Plan, commitments: Commitments, positions: Int32Array, ownAt: number): Parts {
  const { metric, leaves, owner, wide } = commitments;
  const values = plan.values[metric] as Values;
  const { inside, outermost } = wideWithin(commitments, positions, ownAt);
  let [sum, words, stated, undivided, planned, count] = [0, outermost.length, 0, 0, 0, 0];
  for (const part of outermost) sum += (wide[part] as WideCommitment).amount;
  for (const position of positions) {
    const word = leaves[position] as number;
    const around = owner[position] as number;
    const covered = around >= 0 && inside[around] === 1;
    if (word === word && !covered) [sum, words] = [sum + word, words + 1];
    if (word !== word && !covered) {
      if (around >= 0) undivided += 1;
      continue;
    }
    stated += 1;
    const value = valueAt(values, position);
    if (value === value) [planned, count] = [planned + value, count + 1];
  }
  return {
    below: words === 0 ? null : checkAmount(sum, 'below'),
    planned: count === 0 ? null : checkAmount(planned, 'topDownOfStated'),
    coverage: { stated, undivided, leaves: positions.length },
  };
}
