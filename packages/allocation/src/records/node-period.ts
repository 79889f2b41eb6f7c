import type { CellRef, Plan } from '../plan.ts';
import type { Axis } from '../axis.ts';

/** A cell of a plan over an organisation and a year, as records name it. */
export interface NodePeriod {
  readonly node: string;
  readonly period: string;
}

/** The axes of a plan made by `createYearPlan`, by their ids. */
export const YEAR_AXES = { organisation: 'organisation', time: 'time' } as const;

/** The reference of a cell of a year plan. */
export function cellAt(node: string, period: string): CellRef {
  return { at: { [YEAR_AXES.organisation]: node, [YEAR_AXES.time]: period } };
}

/** The node and the period of a reference with both axes named, as the engine answers them. */
export function nodePeriodOf({ at }: CellRef): NodePeriod {
  return { node: at[YEAR_AXES.organisation] as string, period: at[YEAR_AXES.time] as string };
}

/** The organisation of a year plan. */
export function organisationOf(plan: Plan): Axis {
  return plan.grid.axes[0] as Axis;
}

/** The year of a year plan with its quarters and months. */
export function timeOf(plan: Plan): Axis {
  return plan.grid.axes[1] as Axis;
}
