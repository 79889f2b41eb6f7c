import { changeError } from '../change-error.ts';
import { cellCount, positionsOf } from '../grid.ts';
import { boxOf } from '../plan.ts';
import type { Method } from '../methods/method.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { CellWeights } from './spec.ts';

/** A weight for all leaf cells under a cell; null: nothing is known about them. */
export interface WeightRow {
  readonly at: CellRef['at'];
  readonly weight: number | null;
}

/** Weights per leaf cell from rows; a later row overrules an earlier one, a leaf cell that no row names is silent. */
export function cellWeights(plan: Plan, name: string, rows: readonly WeightRow[]): CellWeights {
  const weights = new Float64Array(cellCount(plan.grid)).fill(NaN);
  rows.forEach(({ at, weight }, index) => {
    const box = boxOf(plan, at, `crossed.${index}.at`);
    for (const position of positionsOf(plan.grid, box)) weights[position] = weight ?? NaN;
  });
  return { name, weights };
}

/** The weights as the method of the one pool that a crossed decomposition has. Throws `allocation.cells.length`. */
export function checkCells(plan: Plan, positions: Int32Array, { name, weights }: CellWeights): Method {
  if (weights.length !== cellCount(plan.grid)) {
    throw changeError('allocation.cells.length', weights.length, 'crossed.weights');
  }
  return {
    name,
    weigh(_, out) {
      for (let at = 0; at < out.length; at += 1) out[at] = weights[positions[at] as number] as number;
    },
  };
}
