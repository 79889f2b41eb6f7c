import { memberOf } from '../axis.ts';
import { cutAxis } from './cut-axis.ts';
import { plainPlan } from './plain-plan.ts';
import { refuse } from './refusal.ts';
import { regrid, regridded } from './regrid.ts';
import { stepOf, superiorOf, waterfallAxis } from './waterfall.ts';
import type { Axis } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { LayerRefusal } from './refusal.ts';
import type { Waterfall } from './waterfall.ts';

/** What a member was given: a plan whose organisation is that one member, without holds and journal. */
export interface Received {
  readonly ok: true;
  readonly plan: Plan;
}

/**
 * What a member received from the manager right above, who must have released; the top receives the plan. Nothing of it
 * depends on what others received. Throws for an unknown member.
 */
export function receivedPlan(plan: Plan, waterfall: Waterfall, member: string): Received | LayerRefusal {
  const { at, axis } = waterfallAxis(plan, waterfall);
  const superior = superiorOf(axis, memberOf(axis, member, 'member'));
  if (superior === null) return { ok: true, plan: partOf(plan, at, member) };
  const step = stepOf(waterfall, superior);
  if (step?.state !== 'released') return refuse('allocation.layers.waterfall.waiting', superior);
  return { ok: true, plan: partOf(step.sheet, at, member) };
}

/** The sums of a plan for one member, over the other axes as they are. */
export function partOf(source: Plan, at: number, member: string): Plan {
  const axis = source.grid.axes[at] as Axis;
  const cut = cutAxis(axis, memberOf(axis, member), () => false);
  const { grid, to } = regrid(source.grid, at, cut.axis, [cut.leafTo]);
  const values = source.values.map((amounts) => regridded(amounts, to[0] as Int32Array, grid));
  return plainPlan(source, grid, values);
}
