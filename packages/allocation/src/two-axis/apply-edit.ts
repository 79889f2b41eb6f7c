/** One edit: solve, apply, and answer with the difference, the way back and the explanation. All of it or nothing. */
import { diffPlans } from './diff.ts';
import { addPercent, checkAmount } from '../exact.ts';
import { boxOf, boxValue, cellKey, leavesOf, withLeaves } from './plan.ts';
import { heldBoxes, refuse } from './refusal.ts';
import { overlaps } from './box.ts';
import { solveSet } from './set-cell.ts';
import { amountOf } from './spread.ts';
import type { Applied, Edit, Refusal, Restore } from './edit.ts';
import type { LogEntry, Split } from './log.ts';
import type { Box, CellRef, LeafValue, Plan } from './plan.ts';

/** What `applyEdit` answers. */
export type EditResult = Applied<Plan> | Refusal;

/**
 * Applies one edit. The given plan is left as it is. Holds that stand against the edit are answered as `ok: false` with
 * the conflicts and a remedy; an unknown cell or an amount that is no safe integer throws an AllocationError.
 */
export function applyEdit(plan: Plan, edit: Edit): EditResult {
  const target = boxOf(plan, edit);
  switch (edit.kind) {
    case 'set':
      return setTo(plan, target, edit, checkAmount(edit.value, 'value'));
    case 'add':
      return setTo(plan, target, edit, checkAmount(amountOf(plan, target) + checkAmount(edit.value, 'value')));
    case 'percent':
      return setTo(plan, target, edit, addPercent(amountOf(plan, target), edit.percent));
    case 'clear':
      return clear(plan, target, edit);
    case 'hold':
      return finish(plan, withHold(plan, target.ref, true), target, edit, []);
    case 'release':
      return finish(plan, withHold(plan, target.ref, false), target, edit, []);
  }
}

function setTo(plan: Plan, target: Box, edit: Edit, value: number): EditResult {
  const spread = ('spread' in edit ? edit.spread : undefined) ?? ({ method: 'proportional' } as const);
  const solution = solveSet(plan, target, value, spread);
  return solution.ok ? finish(plan, withSplits(plan, solution.splits), target, edit, solution.splits) : solution;
}

function clear(plan: Plan, target: Box, edit: Edit): EditResult {
  const value = amountOf(plan, target);
  const holds = heldBoxes(plan).filter((hold) => overlaps(hold, target));
  if (holds.length > 0) return refuse(plan, 'held', holds, 0 - value);
  const splits = leavesOf(plan, target).flatMap((leaf): Split[] => {
    if (leaf.value === null) return [];
    const { node, period, value: before } = leaf;
    return [{ node, period, before, after: null, method: 'clear', pool: 0, weight: 0, of: 0, fallback: null }];
  });
  return finish(plan, withSplits(plan, splits), target, edit, splits);
}

/** The plan with the leaves of splits set; splits of parents only explain. */
export function withSplits(plan: Plan, splits: readonly Split[]): Plan {
  const changes = splits.flatMap((split): LeafValue[] => {
    const node = plan.organisation.members.get(split.node);
    const period = plan.time.members.get(split.period);
    if (node === undefined || period === undefined) return [];
    if (node.children.length > 0 || period.children.length > 0) return [];
    return [{ row: node.from, month: period.from, value: split.after }];
  });
  return withLeaves(plan, changes);
}

function withHold(plan: Plan, ref: CellRef, held: boolean): Plan {
  if (plan.holds.has(cellKey(ref)) === held) return plan;
  const holds = new Map(plan.holds);
  if (held) holds.set(cellKey(ref), ref);
  else holds.delete(cellKey(ref));
  return { ...plan, holds };
}

function finish(before: Plan, changed: Plan, target: Box, edit: Edit, splits: readonly Split[]): EditResult {
  const { by, at, reason } = edit;
  const entry = logEntry(before, changed, target, edit.kind, splits, { by, at, reason });
  const plan = { ...changed, log: [...before.log, entry] };
  return { ok: true, plan, diff: diffPlans(before, plan), inverse: restoreTo(before, plan), entry };
}

/** The entry for a change; fields of the author that are not given are left out, so that stored forms stay equal. */
export function logEntry(
  before: Plan,
  after: Plan,
  target: Box,
  action: LogEntry['action'],
  splits: readonly Split[],
  author: { by?: string; at?: string; reason?: string },
): LogEntry {
  const given = Object.entries(author).filter(([, value]) => value !== undefined);
  return {
    seq: (before.log.at(-1)?.seq ?? 0) + 1,
    action,
    target: target.ref,
    before: boxValue(before, target),
    after: boxValue(after, target),
    splits,
    ...Object.fromEntries(given),
  };
}

/** The edit that leads from `to` back to `from`. */
export function restoreTo(from: Plan, to: Plan): Restore {
  const cells = diffPlans(to, from)
    .filter((change) => change.leaf)
    .map(({ node, period, after }) => ({ node, period, value: after }));
  return { kind: 'restore', cells, holds: [...from.holds.values()], log: from.log };
}

/** Applies the inverse of an edit. Answers the plan and the inverse of the inverse. */
export function applyRestore(plan: Plan, restore: Restore): { readonly plan: Plan; readonly inverse: Restore } {
  const changes = restore.cells.map(({ node, period, value }): LeafValue => {
    const box = boxOf(plan, { node, period });
    return { row: box.node.from, month: box.period.from, value };
  });
  const holds = new Map(restore.holds.map((ref) => [cellKey(ref), ref]));
  const restored = { ...withLeaves(plan, changes), holds, log: restore.log };
  return { plan: restored, inverse: restoreTo(plan, restored) };
}
