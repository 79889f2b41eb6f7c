/** Doing edits again on another plan, one after the other. */
import { applyEdit } from './apply-edit.ts';
import type { Plan } from '../plan.ts';
import type { Edit, Refusal } from './edit.ts';

/** An edit and its number in the list it came from. */
export interface ScriptLine {
  readonly edit: Edit;
  readonly number: number;
}

/** What came of it. */
export interface Replayed {
  readonly plan: Plan;
  /** The plan before and after every line that was done. */
  readonly done: readonly (ScriptLine & { readonly before: Plan; readonly after: Plan })[];
  readonly refused: readonly (ScriptLine & { readonly refusal: Refusal })[];
}

/** Refused lines are left out and answered; the others are done. Throws what `applyEdit` throws. */
export function replay(start: Plan, script: readonly ScriptLine[]): Replayed {
  let plan = start;
  const done: Replayed['done'][number][] = [];
  const refused: Replayed['refused'][number][] = [];
  for (const line of script) {
    const result = applyEdit(plan, line.edit);
    if (result.ok) {
      done.push({ ...line, before: plan, after: result.plan });
      plan = result.plan;
    } else refused.push({ ...line, refusal: result });
  }
  return { plan, done, refused };
}

/** The lines of a list of edits. */
export function scriptOf(edits: readonly Edit[]): ScriptLine[] {
  return edits.map((edit, number) => ({ edit, number }));
}
