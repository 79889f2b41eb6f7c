/** Raw weights for the cells that may move, by the method of spreading. NaN: nothing is known about the cell. */
import { changeError } from '../change-error.ts';
import { boxOf } from '../plan.ts';
import { overlaps } from './boxes.ts';
import { setShared } from './free-cells.ts';
import { referenceWeights } from './reference.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { GivenWeight, Spread } from './edit.ts';

/** What is spread, and where. */
export interface SpreadPlace {
  readonly plan: Plan;
  readonly metric: number;
  readonly target: Box;
  /** Leaf cells that may move, ascending, all in the target. */
  readonly positions: Int32Array;
  /** What they have now; NaN for null. */
  readonly before: Float64Array;
}

/** Answers `before` itself for the proportional method, so that it is stored once. */
export function spreadWeights(place: SpreadPlace, spread: Spread): Float64Array {
  switch (spread.method) {
    case 'proportional':
      return place.before;
    case 'even':
      return new Float64Array(place.positions.length).fill(1);
    case 'reference':
      return referenceWeights(place, spread);
    case 'weights':
      return givenWeights(place, spread.weights);
  }
}

function givenWeights({ plan, target, positions }: SpreadPlace, rows: readonly GivenWeight[]): Float64Array {
  const weights = new Float64Array(positions.length);
  rows.forEach(({ at, weight }, index) => {
    const path = `spread.weights.${index}`;
    if (!Number.isFinite(weight) || weight < 0) {
      throw changeError('allocation.weight.invalid', weight, `${path}.weight`);
    }
    const box = boxOf(plan, at, `${path}.at`);
    // Straight into the list: a row per leaf cell must not cost a look at all of them.
    if (overlaps(plan.grid, box, target)) setShared(plan.grid, target, positions, box, weights, weight);
  });
  return weights;
}
