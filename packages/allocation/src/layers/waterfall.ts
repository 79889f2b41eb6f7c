/**
 * Waterfall 逐级下达: a target goes down level by level. Everybody with people below distributes what was received to the direct
 * reports, and to nobody else. Each manager works on a sheet: a plan of its own whose organisation is the manager and
 * the direct reports, edited like any plan.
 *
 * States of a manager:
 * - waiting: the manager above has not released, so there is no number yet;
 * - received: the number from above is there, nothing is drafted;
 * - drafting: a sheet exists that only its manager sees;
 * - released: the direct reports see their own part of the sheet, the managers above see all of it.
 *
 * Events: draft (received or drafting → drafting), release (drafting → released), recall (released → drafting, while
 * nobody right below has released). Whatever else is asked for is refused, by name.
 *
 * A manager may hand out more or less than was received, within the policy. The difference is never stored: it is what was
 * received less what the sheet hands out, and subordinates see no sheet but their own.
 */
import { isLeaf, memberOf } from '../axis.ts';
import { layerError } from './layer-error.ts';
import { organisationAt } from './cut-axis.ts';
import { anyAssignment, checkAssignment } from './policy.ts';
import { refuse } from './refusal.ts';
import type { Axis } from '../axis.ts';
import type { Author } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { AssignmentPolicy } from './policy.ts';
import type { LayerRefusal } from './refusal.ts';

/** See the head of this file. */
export type StepState = 'waiting' | 'received' | 'drafting' | 'released';

/** What one manager has done. `Sheet` is a Plan, or whatever a file keeps in its place. */
export interface WaterfallStep<Sheet = Plan> {
  readonly manager: string;
  readonly state: 'drafting' | 'released';
  readonly sheet: Sheet;
  /** `fingerprintOf` what was received when the sheet was drafted. */
  readonly draftedFrom: string;
  /** Who drafted or released last. */
  readonly author: Author;
}

/** See the head of this file. Data but for the sheets: `withSheets` turns those into data as well. */
export interface Waterfall<Sheet = Plan> {
  /** Id of the organisation axis. */
  readonly axis: string;
  /** How far the total of a sheet may differ from what was received, per metric. */
  readonly policy: AssignmentPolicy;
  readonly steps: readonly WaterfallStep<Sheet>[];
}

/** A step that was taken. */
export interface WaterfallMoved {
  readonly ok: true;
  readonly waterfall: Waterfall;
}

/** A waterfall where nobody has done anything. Throws `allocation.layers.axis.missing`. */
export function openWaterfall(plan: Plan, { axis, policy }: { axis?: string; policy?: AssignmentPolicy } = {}): Waterfall {
  const found = plan.grid.axes[organisationAt(plan.grid.axes, axis)];
  if (found === undefined) throw layerError('allocation.layers.axis.missing', axis ?? '', 'axis');
  checkAssignment(policy ?? anyAssignment, '', 0, 0);
  return { axis: found.id, policy: policy ?? anyAssignment, steps: [] };
}

/** The same waterfall with other things in place of the sheets, for example plan files. */
export function withSheets<From, To>(waterfall: Waterfall<From>, change: (sheet: From, manager: string) => To): Waterfall<To> {
  return { ...waterfall, steps: waterfall.steps.map((step) => ({ ...step, sheet: change(step.sheet, step.manager) })) };
}

/** The step of a manager, when there is one. */
export function stepOf<Sheet>(waterfall: Waterfall<Sheet>, manager: string): WaterfallStep<Sheet> | undefined {
  return waterfall.steps.find((step) => step.manager === manager);
}

/** The organisation axis of the waterfall, and its place among the axes. */
export function waterfallAxis(plan: Plan, waterfall: Waterfall<unknown>): { readonly at: number; readonly axis: Axis } {
  const at = organisationAt(plan.grid.axes, waterfall.axis);
  const axis = plan.grid.axes[at];
  if (axis === undefined) throw layerError('allocation.layers.axis.missing', waterfall.axis, 'waterfall.axis');
  return { at, axis };
}

/** Who has to release before the member has a number: the member right above; null for the top. */
export function superiorOf(axis: Axis, member: number): string | null {
  const parent = axis.parent[member] as number;
  return parent < 0 ? null : (axis.ids[parent] as string);
}

/** Refuses for who has nobody below, and for who has not received anything. Throws for an unknown member. */
export function checkManager(plan: Plan, waterfall: Waterfall<unknown>, manager: string): LayerRefusal | null {
  const { axis } = waterfallAxis(plan, waterfall);
  const member = memberOf(axis, manager, 'manager');
  if (isLeaf(axis, member)) return refuse('allocation.layers.waterfall.noReports', manager);
  const superior = superiorOf(axis, member);
  if (superior === null || stepOf(waterfall, superior)?.state === 'released') return null;
  return refuse('allocation.layers.waterfall.waiting', superior);
}

/** The state of a manager. Throws for an unknown member. */
export function stateOf(plan: Plan, waterfall: Waterfall<unknown>, manager: string): StepState {
  const refusal = checkManager(plan, waterfall, manager);
  if (refusal?.code === 'allocation.layers.waterfall.waiting') return 'waiting';
  return stepOf(waterfall, manager)?.state ?? 'received';
}
