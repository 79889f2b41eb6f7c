/**
 * Undo and redo over a plan. A plan is an immutable value, so the way back is the plan before: exact to the byte, holds and
 * journal included, and cheap, because versions share every chunk of amounts that an edit did not write.
 */
import { applyEdit } from './apply-edit.ts';
import type { Plan } from '../plan.ts';
import type { Applied, Edit, EditResult } from './edit.ts';

/** One version to go to, and the edit that lies between. */
export interface HistoryStep {
  readonly plan: Plan;
  /** Null for a change that was no edit, for example a decomposition. */
  readonly edit: Edit | null;
}

/** A plan with the way back and forth. An immutable value like the plan. */
export interface History {
  readonly plan: Plan;
  /** Steps kept to go back to; the oldest fall out. */
  readonly limit: number;
  /** The last one is taken back first. */
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
  /** Every edit that led from the start to the plan, also those that can no longer be undone: what a draft keeps. */
  readonly edits: readonly Edit[];
}

/** Steps kept when nobody says otherwise. */
const STEPS = 100;

/** A history that starts at a plan. */
export function createHistory(plan: Plan, limit = STEPS): History {
  return { plan, limit: Math.max(0, Math.floor(limit)), undo: [], redo: [], edits: [] };
}

/** Applies an edit; a refused one leaves the history as it was. What had been undone can then not be redone. */
export function editHistory(history: History, edit: Edit): { readonly history: History; readonly result: EditResult } {
  const result = applyEdit(history.plan, edit);
  return { history: result.ok ? keepStep(history, edit, result) : history, result };
}

/** The history after a change that was applied to its plan before, for example to preview it. */
export function keepStep(history: History, edit: Edit | null, { plan }: Pick<Applied, 'plan'>): History {
  const undo = [...history.undo, { plan: history.plan, edit }].slice(-history.limit);
  return {
    ...history,
    plan,
    undo: history.limit === 0 ? [] : undo,
    redo: [],
    edits: edit === null ? history.edits : [...history.edits, edit],
  };
}

/** Takes the last change back; the same history when there is none. */
export function undo(history: History): History {
  const last = history.undo.at(-1);
  if (last === undefined) return history;
  return {
    ...history,
    plan: last.plan,
    undo: history.undo.slice(0, -1),
    redo: [...history.redo, { plan: history.plan, edit: last.edit }],
    edits: last.edit === null ? history.edits : history.edits.slice(0, -1),
  };
}

/** Does the last undone change again; the same history when there is none. */
export function redo(history: History): History {
  const next = history.redo.at(-1);
  if (next === undefined) return history;
  return {
    ...history,
    plan: next.plan,
    undo: [...history.undo, { plan: history.plan, edit: next.edit }],
    redo: history.redo.slice(0, -1),
    edits: next.edit === null ? history.edits : [...history.edits, next.edit],
  };
}
