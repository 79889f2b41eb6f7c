/**
 * Padding 加码 (over-assignment): people are given more than the company needs, so that it is safe when some fall short. It is
 * a layer over the exact plan, applied last: the plan keeps its numbers, the layer has one more plan per level of the
 * organisation with what that level carries. Each manager carries an amount and hands out that amount plus the
 * padding; what is handed out is shared over the other axes in proportion to what is carried and over the direct reports in
 * proportion to the plan, so on every level all axes add up in integers.
 *
 * The layer knows which amounts it was made for. After a re-allocation it says that it is stale.
 */
import { layerError } from './layer-error.ts';
import { boxValue, metricOf, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import { organisationAt } from './cut-axis.ts';
import { fingerprintOf } from './fingerprint.ts';
import { handDown } from './hand-down.ts';
import { handOut } from './hand-out.ts';
import { levelsOf } from './levels.ts';
import { compileRules } from './padding-rule.ts';
import { anyAssignment, checkAssignment } from './policy.ts';
import type { Plan } from '../plan.ts';
import type { PaddingStep } from './hand-out.ts';
import type { Level } from './levels.ts';
import type { PaddingRule } from './padding-rule.ts';
import type { AssignmentPolicy } from './policy.ts';
import type { LayerRefusal } from './refusal.ts';

/** What padding is made from. Data: serialises to JSON. */
export interface PaddingSpec {
  /** May be left out when the plan has one. */
  readonly metric?: string;
  /** Left out: the first axis of kind organisation. */
  readonly axis?: string;
  readonly rules: readonly PaddingRule[];
  /** Limits of each step and of the whole company; left out: none. */
  readonly policy?: AssignmentPolicy;
}

/** See the head of this file. Without `levels` it is data: keep `spec` and `madeFor`, and pad the same plan again. */
export interface Padding {
  readonly ok: true;
  readonly spec: PaddingSpec;
  /** `fingerprintOf` the plan's metric. */
  readonly madeFor: string;
  /** By depth of the organisation: what members of that depth, and leaves above it, carry. */
  readonly levels: readonly Plan[];
  /** Managers with a rule, top down. */
  readonly steps: readonly PaddingStep[];
}

/** Pads a plan. Refuses where the policy forbids it, or nothing is there to pad. Throws for rules that are none. */
export function padPlan(plan: Plan, spec: PaddingSpec): Padding | LayerRefusal {
  const metric = metricOf(plan, spec.metric);
  const at = organisationAt(plan.grid.axes, spec.axis);
  const axis = plan.grid.axes[at];
  if (axis === undefined) throw layerError('allocation.layers.axis.missing', spec.axis ?? '', 'axis');
  const hands = compileRules(axis, spec.rules);
  const levels = levelsOf(plan, at);
  const policy = spec.policy ?? anyAssignment;
  const padded = [(levels[0] as Level).plan];
  const steps: PaddingStep[] = [];
  for (let depth = 0; depth + 1 < levels.length; depth += 1) {
    const below = levels[depth + 1] as Level;
    const handed = handOut(padded[depth] as Plan, metric, at, hands, policy);
    if (!handed.ok) return handed;
    steps.push(...handed.steps);
    const carried = handDown(levels[depth] as Level, below, metric, at, handed.amounts);
    if (!carried.ok) return carried;
    padded.push(withValues(below.plan, metric, valuesOf(carried.amounts)));
  }
  const [first, last] = [total(padded[0] as Plan, metric), total(padded.at(-1) as Plan, metric)];
  const refusal = checkAssignment(policy, axis.ids[0] as string, first, last);
  return refusal ?? { ok: true, spec, madeFor: fingerprintOf(plan, metric), levels: padded, steps };
}

function total(plan: Plan, metric: number): number {
  return boxValue(plan, metric, new Int32Array(plan.grid.axes.length)) ?? 0;
}
