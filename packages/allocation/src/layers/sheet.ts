/** The sheet a manager starts from: what was received, shared over the direct reports cell by cell. */
import { memberOf } from '../axis.ts';
import { layerError } from './layer-error.ts';
import { cellCount } from '../grid.ts';
import { boxValue } from '../plan.ts';
import { valueAt, valuesOf } from '../values.ts';
import { cutAxis } from './cut-axis.ts';
import { plainPlan } from './plain-plan.ts';
import { receivedPlan } from './received-plan.ts';
import { regrid, sumsAt } from './regrid.ts';
import { sameShape } from './same-shape.ts';
import { shareCells } from './share-cells.ts';
import { checkManager, stepOf, waterfallAxis } from './waterfall.ts';
import { refuse } from './refusal.ts';
import type { Grid } from '../grid.ts';
import type { Author, JournalEntry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { LayerRefusal } from './refusal.ts';
import type { Waterfall } from './waterfall.ts';

/** The cells of a manager's sheet. */
export interface SheetGrid {
  readonly grid: Grid;
  /** Position in the sheet by position of the plan, -1 outside. */
  readonly to: Int32Array;
}

/** The cells of a manager's sheet: the manager over the direct reports, the other axes as in the plan. */
export function sheetGrid(plan: Plan, waterfall: Waterfall<unknown>, manager: string): SheetGrid {
  const { at, axis } = waterfallAxis(plan, waterfall);
  const member = memberOf(axis, manager, 'manager');
  const cut = cutAxis(axis, member, (open) => open === member);
  const { grid, to } = regrid(plan.grid, at, cut.axis, [cut.leafTo]);
  return { grid, to: to[0] as Int32Array };
}

/** How a sheet begins. */
export interface DraftOptions {
  /**
   * A plan with the cells of the whole plan, for example a proposal or last year: each cell is shared in its proportions.
   * Whoever drafts sees them. Left out: the same for each direct report.
   */
  readonly weights?: Plan;
  readonly author?: Author;
}

/**
 * A sheet that hands out just what was received, in every cell. Ties go round: where single units are left over in many
 * cells, they do not all fall to the first. Refuses while the manager waits or has released. Throws for weights of another
 * shape, or below 0.
 */
export function draftSheet(
  plan: Plan,
  waterfall: Waterfall,
  manager: string,
  { weights, author = {} }: DraftOptions = {},
): { readonly ok: true; readonly sheet: Plan } | LayerRefusal {
  const refusal = checkManager(plan, waterfall, manager);
  if (refusal !== null) return refusal;
  if (stepOf(waterfall, manager)?.state === 'released') return refuse('allocation.layers.waterfall.released', manager);
  if (weights !== undefined && !sameShape(weights.grid, plan.grid)) {
    throw layerError('allocation.layers.weights.shape', 'weights', 'weights');
  }
  const received = receivedPlan(plan, waterfall, manager);
  if (!received.ok) return received;
  const { grid, to } = sheetGrid(plan, waterfall, manager);
  const { at } = waterfallAxis(plan, waterfall);
  const journal: JournalEntry[] = [];
  const values = plan.metrics.map((_, metric) => {
    const base = weights?.values[metric];
    const known = base === undefined ? null : sumsAt(base, to, cellCount(grid));
    const shared = shareCells(grid, at, amountsOf(received.plan, metric), known);
    const top = new Int32Array(grid.axes.length);
    const after = boxValue(received.plan, metric, top);
    if (after !== null) {
      journal.push({ ...author, seq: journal.length + 1, action: 'decompose', metric, target: top, before: null, after, divisions: [shared.division] }); // prettier-ignore
    }
    return valuesOf(shared.amounts);
  });
  return { ok: true, sheet: plainPlan(plan, grid, values, journal) };
}

function amountsOf(plan: Plan, metric: number): Float64Array {
  const values = plan.values[metric] as Values;
  return Float64Array.from({ length: values.length }, (_, position) => valueAt(values, position));
}
