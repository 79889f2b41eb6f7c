/** What leaf cells look like before given totals pull at them. */
import { checkCells } from './cell-weights.ts';
import { checkSteps } from './check-spec.ts';
import { divideLevel } from './divide-level.ts';
import { layFlat, layTree } from './tree.ts';
import { currentOf, leafAmounts, startWork } from './work.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { LevelResult } from './divide-level.ts';
import type { DeclaredFallback, MarginsSpec } from './spec.ts';
import type { Tree } from './tree.ts';

/** Divided instead of the total itself, so that a share far below one unit does not become a 0, which would stay one. */
const FINE = 1e15;

/** Start values beside their positions, NaN for cells nothing is known about. */
export interface Seed {
  readonly ok: true;
  readonly name: string;
  readonly positions: Int32Array;
  readonly values: Float64Array;
}

/** The seed of a box, or the division that failed. What is held is not looked at here: the fit takes it out. */
export function seedOf(
  plan: Plan,
  metric: number,
  target: Box,
  seed: MarginsSpec['seed'],
  total: number,
  fallback: DeclaredFallback,
): Seed | Extract<LevelResult, { ok: false }> {
  if (seed === 'current') {
    const { positions } = layFlat(plan.grid, target);
    return { ok: true, name: 'current', positions, values: currentOf(plan, metric, positions) };
  }
  const steps = 'steps' in seed ? checkSteps(plan, target, seed.steps) : [];
  const tree: Tree = 'steps' in seed ? layTree(plan.grid, target, steps) : layFlat(plan.grid, target);
  const methods = 'steps' in seed ? steps.map(({ method }) => method) : [checkCells(plan, tree.positions, seed.crossed)];
  const current = currentOf(plan, metric, tree.positions);
  const work = startWork({ plan, metric, tree, fallback, kept: null }, current);
  // Amounts that a method gives are in units of the total.
  work.amounts[0] = methods.some(({ reserve }) => reserve !== undefined) ? total : FINE;
  for (const level of tree.levels) {
    const result = divideLevel(work, level, () => methods[level.step] as (typeof methods)[number]);
    if (!result.ok) return result;
  }
  return { ok: true, name: methods.map(({ name }) => name).join('+'), positions: tree.positions, values: leafAmounts(work) };
}
