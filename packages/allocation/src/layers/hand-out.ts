import { isLeaf } from '../axis.ts';
import { exactSum } from '../exact.ts';
import { cellCount, positionsOf } from '../grid.ts';
import { shareOut } from '../share/share-out.ts';
import { gather, valueAt } from '../values.ts';
import { checkAssignment } from './policy.ts';
import { refuse } from './refusal.ts';
import { tieRanks } from './tie-ranks.ts';
import type { Axis } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Hand } from './padding-rule.ts';
import type { AssignmentPolicy } from './policy.ts';
import type { LayerRefusal } from './refusal.ts';

/** What one manager's padding came to, in minor units. */
export interface PaddingStep {
  readonly member: string;
  readonly carriedMinor: number;
  readonly handedOutMinor: number;
}

/** What every cell of a level hands out, NaN for null. */
export interface Handed {
  readonly ok: true;
  readonly amounts: Float64Array;
  readonly steps: readonly PaddingStep[];
}

/**
 * What the managers who are leaves of this level hand out: what they carry, or what `hands` makes of their total, shared over
 * their cells in proportion to what each cell carries.
 */
export function handOut(
  carried: Plan,
  metric: number,
  at: number,
  hands: ReadonlyMap<string, Hand>,
  policy: AssignmentPolicy,
): Handed | LayerRefusal {
  const { grid } = carried;
  const axis = grid.axes[at] as Axis;
  const values = carried.values[metric] as Values;
  const amounts = Float64Array.from({ length: cellCount(grid) }, (_, position) => valueAt(values, position));
  const steps: PaddingStep[] = [];
  for (const [id, hand] of hands) {
    const member = axis.numberOf.get(id);
    // Members above were done on their own level, members below come later.
    if (member === undefined || !isLeaf(axis, member)) continue;
    const positions = positionsOf(
      grid,
      Int32Array.from(grid.axes, (_, index) => (index === at ? member : 0)),
    );
    const weights = gather(values, positions);
    const step = { member: id, carriedMinor: exactSum([...weights].filter((weight) => weight === weight)), handedOutMinor: 0 };
    step.handedOutMinor = hand(step.carriedMinor);
    steps.push(step);
    if (step.handedOutMinor === step.carriedMinor) continue;
    const refusal = refusalOf(step, weights, policy);
    if (refusal !== null) return refusal;
    const shares = new Float64Array(weights.length);
    shareOut(step.handedOutMinor, weights, tieRanks(grid, positions), shares);
    positions.forEach((position, index) => (amounts[position] = shares[index] as number));
  }
  return { ok: true, amounts, steps };
}

function refusalOf(step: PaddingStep, weights: Float64Array, policy: AssignmentPolicy): LayerRefusal | null {
  if (step.handedOutMinor < 0 || weights.some((weight) => weight < 0)) {
    return refuse('allocation.layers.padding.negative', step.member);
  }
  if (step.carriedMinor === 0) return refuse('allocation.layers.padding.empty', step.member);
  return checkAssignment(policy, step.member, step.carriedMinor, step.handedOutMinor);
}
