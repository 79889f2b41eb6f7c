import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import type { VisitPlan } from '../plan.ts';
import type { Problem } from '../problem.ts';

/** Minutes of travel over all days, as stated. */
export function travelMinutes({ days }: VisitPlan): number {
  return days.reduce(
    (sum, { visits, homeMinutes }) => sum + homeMinutes + visits.reduce((way, one) => way + one.travelMinutes, 0),
    0,
  );
}

/** The cost of travel is that of the stated ways, none of which is shorter than it is; and the total is the sum of its parts. */
export function planCost({ travelWeight }: Problem, plan: VisitPlan): Broken[] {
  const expected = travelMinutes(plan) * travelWeight;
  const differs = (a: number, b: number): boolean => Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(b));
  return [
    ...(differs(plan.travelCost, expected) ? [breaks('plan.cost', {}, plan.travelCost, expected)] : []),
    ...(differs(plan.total, plan.parts) ? [breaks('plan.cost', {}, plan.total, plan.parts)] : []),
  ];
}
