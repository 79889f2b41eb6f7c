import { layerError } from './layer-error.ts';
import { boxOf, cellValue, metricOf } from '../plan.ts';
import { organisationAt } from './cut-axis.ts';
import { fingerprintOf } from './fingerprint.ts';
import { refuse } from './refusal.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Padding } from './padding.ts';
import type { LayerRefusal } from './refusal.ts';

/** A cell with its two numbers, in minor units; null where nobody said anything. */
export interface PaddedValue {
  readonly ok: true;
  /** The plan's own number. */
  readonly baseMinor: number | null;
  /** What the member of the organisation carries after padding above. */
  readonly paddedMinor: number | null;
  /** `paddedMinor - baseMinor`. */
  readonly differenceMinor: number | null;
  /** What the direct reports carry together; null for who has none. */
  readonly handedOutMinor: number | null;
}

/** Whether the layer still fits the plan. Null when it does. */
export function checkPadding(plan: Plan, padding: Pick<Padding, 'madeFor' | 'spec'>): LayerRefusal | null {
  if (fingerprintOf(plan, metricOf(plan, padding.spec.metric)) === padding.madeFor) return null;
  return refuse('allocation.layers.padding.stale', '');
}

/** Both numbers of a cell of any level. Refuses when the plan has been re-allocated since. Throws for an unknown cell. */
export function paddedValue(plan: Plan, padding: Padding, ref: CellRef): PaddedValue | LayerRefusal {
  const stale = checkPadding(plan, padding);
  if (stale !== null) return stale;
  const at = organisationAt(plan.grid.axes, padding.spec.axis);
  const axis = plan.grid.axes[at];
  if (axis === undefined) throw layerError('allocation.layers.axis.missing', padding.spec.axis ?? '', 'axis');
  const member = boxOf(plan, ref.at)[at] as number;
  const depth = axis.depth[member] as number;
  const cell = { metric: ref.metric ?? padding.spec.metric, at: ref.at };
  const baseMinor = cellValue(plan, cell);
  const paddedMinor = cellValue(padding.levels[depth] as Plan, cell);
  const leaf = axis.next[member] === member + 1;
  return {
    ok: true,
    baseMinor,
    paddedMinor,
    differenceMinor: baseMinor === null || paddedMinor === null ? null : paddedMinor - baseMinor,
    handedOutMinor: leaf ? null : cellValue(padding.levels[depth + 1] as Plan, cell),
  };
}
