/** Applies a list of edits in order: all of them or none. */
import { applyEdit } from '../edits/apply-edit.ts';
import { placed } from './placed.ts';
import type { Edit, Refusal } from '../edits/edit.ts';
import type { Plan } from '../plan.ts';

/** The plan after the last edit, or which one was refused. */
export type EditsResult =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly path: string; readonly refusal: Refusal };

/** Throws an error with the path in the list. */
export function runEdits(plan: Plan, edits: readonly Edit[]): EditsResult {
  let current = plan;
  for (const [at, edit] of edits.entries()) {
    const path = `edits.${at}`;
    const state = current;
    const result = placed(path, () => applyEdit(state, edit));
    if (!result.ok) return { ok: false, path, refusal: result };
    current = result.plan;
  }
  return { ok: true, plan: current };
}
