/** The three events of a waterfall; its states are described in `waterfall.ts`. */
import { childrenOf, memberOf } from '../axis.ts';
import { layerError } from './layer-error.ts';
import { boxValue } from '../plan.ts';
import { fingerprintOf } from './fingerprint.ts';
import { checkAssignment } from './policy.ts';
import { receivedPlan } from './received-plan.ts';
import { refuse } from './refusal.ts';
import { sameShape } from './same-shape.ts';
import { sheetGrid } from './sheet.ts';
import { checkManager, stepOf, waterfallAxis } from './waterfall.ts';
import type { Author } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { LayerRefusal } from './refusal.ts';
import type { Waterfall, WaterfallMoved, WaterfallStep } from './waterfall.ts';

/**
 * Keeps a sheet as the manager's draft: one that `draftSheet` made, edited or not. Refuses while the manager is waiting, or
 * has released. Throws `allocation.layers.waterfall.sheetShape` for a plan of another shape.
 */
export function draft(
  plan: Plan,
  waterfall: Waterfall,
  manager: string,
  sheet: Plan,
  author: Author = {},
): WaterfallMoved | LayerRefusal {
  const refusal = checkManager(plan, waterfall, manager);
  if (refusal !== null) return refusal;
  if (stepOf(waterfall, manager)?.state === 'released') return refuse('allocation.layers.waterfall.released', manager);
  const same = JSON.stringify(sheet.metrics) === JSON.stringify(plan.metrics);
  if (!same || !sameShape(sheet.grid, sheetGrid(plan, waterfall, manager).grid)) {
    throw layerError('allocation.layers.waterfall.sheetShape', manager, 'sheet');
  }
  const received = receivedPlan(plan, waterfall, manager);
  if (!received.ok) return received;
  return moved(waterfall, { manager, state: 'drafting', sheet, draftedFrom: fingerprintOf(received.plan), author });
}

/**
 * Shows the direct reports their numbers. Refuses without a draft, when already released, when what was received has changed
 * since the draft, and where the policy forbids the total handed out.
 */
export function release(plan: Plan, waterfall: Waterfall, manager: string, author: Author = {}): WaterfallMoved | LayerRefusal {
  const refusal = checkManager(plan, waterfall, manager);
  if (refusal !== null) return refusal;
  const step = stepOf(waterfall, manager);
  if (step === undefined) return refuse('allocation.layers.waterfall.notDrafted', manager);
  if (step.state === 'released') return refuse('allocation.layers.waterfall.released', manager);
  const received = receivedPlan(plan, waterfall, manager);
  if (!received.ok) return received;
  if (fingerprintOf(received.plan) !== step.draftedFrom) {
    return refuse('allocation.layers.waterfall.receivedChanged', manager);
  }
  const whole = new Int32Array(plan.grid.axes.length);
  for (let metric = 0; metric < plan.metrics.length; metric += 1) {
    const [got, given] = [boxValue(received.plan, metric, whole) ?? 0, boxValue(step.sheet, metric, whole) ?? 0];
    const forbidden = checkAssignment(waterfall.policy, manager, got, given);
    if (forbidden !== null) return forbidden;
  }
  return moved(waterfall, { ...step, state: 'released', author });
}

/** Takes the numbers back; the sheet is a draft again. Refuses when nothing is released, or somebody right below has released. */
export function recall(plan: Plan, waterfall: Waterfall, manager: string, author: Author = {}): WaterfallMoved | LayerRefusal {
  const { axis } = waterfallAxis(plan, waterfall);
  const member = memberOf(axis, manager, 'manager');
  const step = stepOf(waterfall, manager);
  if (step?.state !== 'released') return refuse('allocation.layers.waterfall.notReleased', manager);
  const below = childrenOf(axis, member)
    .map((child) => axis.ids[child] as string)
    .find((id) => stepOf(waterfall, id)?.state === 'released');
  if (below !== undefined) return refuse('allocation.layers.waterfall.belowReleased', below);
  return moved(waterfall, { ...step, state: 'drafting', author });
}

function moved(waterfall: Waterfall, step: WaterfallStep): WaterfallMoved {
  const at = waterfall.steps.findIndex(({ manager }) => manager === step.manager);
  const steps = at < 0 ? [...waterfall.steps, step] : waterfall.steps.with(at, step);
  return { ok: true, waterfall: { ...waterfall, steps } };
}
