/** A loaded plan as the page works with it: the engine's plan with its way back, and what surrounds it. Immutable. */
import { createHistory, heldCells, isHeld, keepStep, leafIds, redo, undo, withHolds } from '@milepost/allocation';
import type { Applied, History, Plan } from '@milepost/allocation';
import { cellAt, timeOf } from '@milepost/allocation/records';
import type { LogEntry, NodePeriod } from '@milepost/allocation/records';
import type { Role } from '@milepost/crm';
import type { AllocationRecord, PlanRecordOf } from '../data/plan-store.ts';
import { cellKey } from '../domain/held-keys.ts';
import type { PlanEdit } from '../domain/plan-edit.ts';
import { rootsOf } from '../domain/roots.ts';
import { headerOf, logOf, planOf } from '../domain/stored.ts';
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
  readonly edits: readonly PlanEdit[];
  readonly undone: readonly PlanEdit[];
  /** The stored changes; `seq` is their number, from 1. */
  readonly log: readonly LogEntry[];
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
  const log = logOf(values);
  const plan = planOf(headerOf(record.value), values, log);
  const reach = reachOf(role);
  const hidden = reach === 'branch' ? ownTotals(values, plan) : [];
  const given = hidden.map(({ node, period }) => cellAt(node, period));
  return {
    record,
    stored,
    values: new Map(values.map((value) => [value.nodeId, value])),
    // Every edit can be taken back until it is saved.
    history: createHistory(withHolds(plan, [...heldCells(plan), ...given]), Infinity),
    edits: [],
    undone: [],
    log,
    since: log.length,
    reach,
    hiddenHolds: new Set(hidden.filter(({ node, period }) => !isHeld(plan, cellAt(node, period))).map(cellKey)),
  };
}

function ownTotals(values: readonly AllocationValue[], plan: Plan): NodePeriod[] {
  return rootsOf(values).flatMap((node) => leafIds(timeOf(plan)).map((period) => ({ node, period })));
}

/** The engine's plan as it is now, unsaved edits included. */
export function planNow(model: PlanModel): Plan {
  return model.history.plan;
}

/** The model after an edit that was tried before. */
export function keepEdit(model: PlanModel, edit: PlanEdit, result: Pick<Applied, 'plan'>): PlanModel {
  return { ...model, history: keepStep(model.history, null, result), edits: [...model.edits, edit], undone: [] };
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
