/**
 * Decomposing a total down to leaf cells: axis by axis, every pool by the weights of the step's method, or all leaf cells at
 * once. All of it runs in columns; the journal keeps each division, so that the way to any number can be read back.
 */
import { finish } from '../edits/write.ts';
import { cellKey } from '../journal.ts';
import { boxOf, boxValue, metricOf, withValues } from '../plan.ts';
import { scatter } from '../values.ts';
import { checkCells } from './cell-weights.ts';
import { checkSteps, checkTotal } from './check-spec.ts';
import { divideLevel } from './divide-level.ts';
import { keptCells } from './kept.ts';
import { refusal, refuseCell, refuseKept } from './refusals.ts';
import { keptProfile } from './seasonal.ts';
import { heldTotal, placeOf, standingIn } from './standing.ts';
import { layFlat, layTree } from './tree.ts';
import { currentOf, leafAmounts, startWork } from './work.ts';
import type { Box } from '../grid.ts';
import type { Division } from '../journal.ts';
import type { Method } from '../methods/method.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { LevelResult } from './divide-level.ts';
import type { DecomposeRefusal, DecomposeResult, DecomposeSpec } from './spec.ts';
import type { Place } from './standing.ts';
import type { Tree } from './tree.ts';
import type { Work } from './work.ts';

/**
 * Fills the target from its total. What is held inside it keeps its leaf cells and the others share the rest; what stands against
 * the total is answered as `ok: false`, and nothing is applied. The given plan is left as it is.
 *
 * Throws an AllocationError for a total that is negative or no safe integer, an axis without a step or with two, an unknown
 * cell, weights that are none.
 */
export function decompose(plan: Plan, spec: DecomposeSpec): DecomposeResult {
  const total = checkTotal(spec.total);
  const metric = metricOf(plan, spec.target?.metric);
  const target = boxOf(plan, spec.target?.at ?? {}, 'target.at');
  const way = wayOf(plan, target, spec);
  if (way.tree.positions.length === 0) return refusal('empty', []);
  const place = placeOf(plan, metric, target, spec.keepManual);
  const held = heldTotal(place, total);
  if (held !== null) return held;
  const work = begin(place, way.tree, spec);
  const refused = startTotal(place, work, total);
  if (refused !== null) return refused;
  const divisions = divideAll(place, work, way);
  if ('ok' in divisions) return divisions;
  const amounts = leafAmounts(work);
  const changed = withValues(plan, metric, scatter(plan.values[metric] as Values, way.tree.positions, amounts));
  // Throws where the whole plan would no longer add up to a safe integer.
  boxValue(changed, metric, new Int32Array(target.length));
  return finish(plan, changed, { action: 'decompose', metric, target, divisions }, spec);
}

/** The way to the leaf cells with the method of each of its steps. */
interface Way {
  readonly tree: Tree;
  readonly methods: readonly Method[];
  readonly keepSeasonality: boolean;
}

function wayOf(plan: Plan, target: Box, spec: DecomposeSpec): Way {
  if ('steps' in spec) {
    const steps = checkSteps(plan, target, spec.steps);
    const methods = steps.map(({ method }) => method);
    return { tree: layTree(plan.grid, target, steps), methods, keepSeasonality: spec.keepSeasonality === true };
  }
  const tree = layFlat(plan.grid, target);
  return { tree, methods: [checkCells(plan, tree.positions, spec.crossed)], keepSeasonality: false };
}

function begin({ plan, metric, target, holds, manual }: Place, tree: Tree, spec: DecomposeSpec): Work {
  const current = currentOf(plan, metric, tree.positions);
  const kept = keptCells(plan, target, tree.positions, current, holds, manual);
  return startWork({ plan, metric, tree, fallback: spec.fallback ?? 'even', kept }, current);
}

/** Puts the total at the top, or says why it cannot be met: too much is kept, or everything is and it is less. */
function startTotal(place: Place, { kept, amounts }: Work, total: number): DecomposeRefusal | null {
  amounts[0] = total;
  if (kept === null) return null;
  const held = kept.sums.at(-1) as number;
  if (total >= held && ((kept.open.at(-1) as number) > 0 || total === held)) return null;
  return refuseKept(place.plan, place.metric, place.target, standingIn(place, place.target), total - held);
}

function divideAll(place: Place, work: Work, { tree, methods, keepSeasonality }: Way): Division[] | DecomposeRefusal {
  const divisions: Division[] = [];
  for (const level of tree.levels) {
    const method = methods[level.step] as Method;
    const seasonal = keepSeasonality && place.plan.grid.axes[level.axis]?.kind === 'time';
    const result = divideLevel(work, level, seasonal ? keptProfile(work, method) : () => method);
    if (!result.ok) return refuseLevel(place, work, result);
    divisions.push(result.division);
  }
  return divisions;
}

function refuseLevel(place: Place, { tree, amounts }: Work, { box, failure }: LevelResult & { ok: false }): DecomposeRefusal {
  const { plan, metric } = place;
  const { code, shift, given } = failure;
  if (code !== 'noBase' && !given) return refuseKept(plan, metric, box, standingIn(place, box), shift);
  const { key, size } = tree.nodes;
  const has = amounts[key.subarray(0, size).indexOf(cellKey(plan.grid.axes, box))] as number;
  return refuseCell(plan, metric, code, box, has, code === 'noBase' ? 0 : has - shift);
}
