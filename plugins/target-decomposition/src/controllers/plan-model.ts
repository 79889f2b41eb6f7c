/** A loaded plan as the page works with it: the engine's plan with its way back, and what surrounds it. Immutable. */
import { applyEdit, createHistory, redo, undo } from '@milepost/allocation';
import type { Applied, Edit, EditResult, History, Plan } from '@milepost/allocation';
import type { Role } from '@milepost/crm';
import type { AllocationRecord, PlanRecordOf } from '../data/plan-store.ts';
import { rootsOf } from '../domain/roots.ts';
import { headerOf, planOf } from '../domain/stored.ts';
import type { AllocationValue } from '../domain/types.ts';

/** How much of a plan a person may change. */
export type Reach = 'all' | 'branch' | 'none';

/** See the head of this file. */
export interface PlanModel {
  readonly record: PlanRecordOf;
  readonly stored: readonly AllocationRecord[];
  readonly values: ReadonlyMap<string, AllocationValue>;
  readonly history: History;
  /** The edits behind `history.undo`, oldest first: what a draft keeps. */
  readonly edits: readonly Edit[];
  readonly undone: readonly Edit[];
  /** `seq` of the last stored change. */
  readonly since: number;
  readonly reach: Reach;
  /** Cells held for the person, as `period|node`: a manager's own total is given from above. */
  readonly hiddenHolds: ReadonlySet<string>;
}

/** How far a role may change plans. */
export function reachOf(role: Role): Reach {
  if (role === 'ops' || role === 'admin') return 'all';
  return role === 'manager' ? 'branch' : 'none';
}

/** Opens stored records. @throws AllocationError when the stored sums do not hold. */
export function openModel(record: PlanRecordOf, stored: readonly AllocationRecord[], role: Role): PlanModel {
  const values = stored.map((item) => item.value);
  const plan = planOf(headerOf(record.value), values);
  const reach = reachOf(role);
  const hidden = reach === 'branch' ? ownTotals(values, plan) : [];
  const holds = new Map(plan.holds);
  for (const ref of hidden) holds.set(`${ref.period}|${ref.node}`, ref);
  return {
    record,
    stored,
    values: new Map(values.map((value) => [value.nodeId, value])),
    history: createHistory({ ...plan, holds }),
    edits: [],
    undone: [],
    since: plan.log.at(-1)?.seq ?? 0,
    reach,
    hiddenHolds: new Set(
      hidden.filter((ref) => !plan.holds.has(`${ref.period}|${ref.node}`)).map((ref) => `${ref.period}|${ref.node}`),
    ),
  };
}

function ownTotals(values: readonly AllocationValue[], plan: Plan): { node: string; period: string }[] {
  return rootsOf(values).flatMap((node) => plan.time.leaves.map((period) => ({ node, period })));
}

/** The engine's plan as it is now, unsaved edits included. */
export function planNow(model: PlanModel): Plan {
  return model.history.plan;
}

/** What an edit would do; nothing is kept. */
export function tryEdit(model: PlanModel, edit: Edit): EditResult {
  return applyEdit(model.history.plan, edit);
}

/** The model after an edit that was tried before. */
export function keepEdit(model: PlanModel, edit: Edit, result: Applied<Plan>): PlanModel {
  const history = { plan: result.plan, undo: [...model.history.undo, result.inverse], redo: [] };
  return { ...model, history, edits: [...model.edits, edit], undone: [] };
}

/** Takes the last edit back. */
export function undoEdit(model: PlanModel): PlanModel {
  const last = model.edits.at(-1);
  if (last === undefined) return model;
  return { ...model, history: undo(model.history), edits: model.edits.slice(0, -1), undone: [...model.undone, last] };
}

/** Does the last undone edit again. */
export function redoEdit(model: PlanModel): PlanModel {
  const next = model.undone.at(-1);
  if (next === undefined) return model;
  return { ...model, history: redo(model.history), edits: [...model.edits, next], undone: model.undone.slice(0, -1) };
}

/** Does edits of a draft again. Those that no longer fit are answered, not lost silently. */
export function replay(
  model: PlanModel,
  edits: readonly Edit[],
): { readonly model: PlanModel; readonly failed: readonly Edit[] } {
  let current = model;
  const failed: Edit[] = [];
  for (const edit of edits) {
    const result = safely(() => tryEdit(current, edit));
    if (result?.ok) current = keepEdit(current, edit, result);
    else failed.push(edit);
  }
  return { model: current, failed };
}

function safely(run: () => EditResult): EditResult | null {
  try {
    return run();
  } catch {
    // A cell of the draft that the plan no longer has: the caller counts it as not applied.
    return null;
  }
}

/** Whether there is anything to save. */
export function isDirty(model: PlanModel): boolean {
  return model.edits.length > 0;
}

/** Whether the person may enter something at a node. A manager's own total is given from above. */
export function mayEdit(model: PlanModel, node: string): boolean {
  if (model.reach === 'all') return true;
  if (model.reach === 'none') return false;
  return !rootsOf([...model.values.values()]).includes(node);
}
