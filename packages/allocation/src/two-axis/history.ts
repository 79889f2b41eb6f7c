/** Undo and redo over a plan: two lists of inverse edits beside the current value. */
import { applyEdit, applyRestore } from './apply-edit.ts';
import type { EditResult } from './apply-edit.ts';
import type { Edit, Restore } from './edit.ts';
import type { Plan } from './plan.ts';

/** A plan with the way back and forth. An immutable value like the plan. */
export interface History {
  readonly plan: Plan;
  /** The last one is taken back first. */
  readonly undo: readonly Restore[];
  readonly redo: readonly Restore[];
}

/** A history that starts at a plan. */
export function createHistory(plan: Plan): History {
  return { plan, undo: [], redo: [] };
}

/** Applies an edit; a refused one leaves the history as it was. What had been undone can then not be redone. */
export function editHistory(history: History, edit: Edit): { readonly history: History; readonly result: EditResult } {
  const result = applyEdit(history.plan, edit);
  if (!result.ok) return { history, result };
  return { history: { plan: result.plan, undo: [...history.undo, result.inverse], redo: [] }, result };
}

/** Takes the last edit back; the same history when there is none. */
export function undo(history: History): History {
  const last = history.undo.at(-1);
  if (last === undefined) return history;
  const { plan, inverse } = applyRestore(history.plan, last);
  return { plan, undo: history.undo.slice(0, -1), redo: [...history.redo, inverse] };
}

/** Does the last undone edit again; the same history when there is none. */
export function redo(history: History): History {
  const next = history.redo.at(-1);
  if (next === undefined) return history;
  const { plan, inverse } = applyRestore(history.plan, next);
  return { plan, undo: [...history.undo, inverse], redo: history.redo.slice(0, -1) };
}
