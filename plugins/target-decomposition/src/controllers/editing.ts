/** Edits of the page done by the engine, and what comes of them in nodes and periods. */
import { applyEdit, diffPlans, leafIds } from '@milepost/allocation';
import type { Applied, Edit, EditResult, GivenWeight, Plan, Spread } from '@milepost/allocation';
import { cellAt, nodePeriodOf, organisationOf, timeOf } from '@milepost/allocation/records';
import type { PlanEdit, PlanSpread, Preview, Refused } from '../domain/plan-edit.ts';
import { keepEdit } from './plan-model.ts';
import type { PlanModel } from './plan-model.ts';

/** What an edit did, or why it cannot be. */
export type Tried = Applied | Refused;

/** Does an edit; nothing is kept. @throws AllocationError for a cell the plan does not have. */
export function tryEdit(model: PlanModel, edit: PlanEdit): Tried {
  const { plan } = model.history;
  return answerOf(applyEdit(plan, engineEdit(plan, edit)));
}

/** What an edit would do, cell by cell. */
export function previewEdit(model: PlanModel, edit: PlanEdit): Preview {
  const tried = tryEdit(model, edit);
  if (!tried.ok) return tried;
  const { cells } = diffPlans(model.history.plan, tried.plan, { limit: Infinity });
  return {
    ok: true,
    changes: cells.map((cell) => ({ ...nodePeriodOf(cell), before: cell.before, after: cell.after, leaf: cell.leaf })),
  };
}

/** Does edits of a draft again. Those that no longer fit are answered, not lost silently. */
export function replay(
  model: PlanModel,
  edits: readonly PlanEdit[],
): { readonly model: PlanModel; readonly failed: readonly PlanEdit[] } {
  let current = model;
  const failed: PlanEdit[] = [];
  for (const edit of edits) {
    const result = safely(() => tryEdit(current, edit));
    if (result?.ok) current = keepEdit(current, edit, result);
    else failed.push(edit);
  }
  return { model: current, failed };
}

function safely(run: () => Tried): Tried | null {
  try {
    return run();
  } catch {
    // A cell of the draft that the plan no longer has: the caller counts it as not applied.
    return null;
  }
}

function answerOf(result: EditResult): Tried {
  if (result.ok) return result;
  const conflicts = result.conflicts.map((conflict) => ({
    ...nodePeriodOf(conflict),
    held: conflict.held,
    needed: conflict.needed,
  }));
  return { ok: false, code: result.code, conflicts };
}

function engineEdit(plan: Plan, edit: PlanEdit): Edit {
  const target = cellAt(edit.node, edit.period);
  if (edit.kind !== 'set') return { ...edit, target };
  const { spread, ...set } = edit;
  return spread === undefined ? { ...set, target } : { ...set, target, spread: engineSpread(plan, spread) };
}

function engineSpread(plan: Plan, spread: PlanSpread): Spread {
  if (spread.method !== 'weights') return spread;
  const months = leafIds(timeOf(plan));
  const weights = leafIds(organisationOf(plan)).flatMap((node) => {
    const own = spread.weights[node] ?? {};
    return months.flatMap((month): GivenWeight[] => (own[month] ? [{ ...cellAt(node, month), weight: own[month] }] : []));
  });
  return { method: 'weights', weights };
}
