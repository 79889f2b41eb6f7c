/**
 * Decomposing a total down to leaf cells: axis by axis, every pool by the weights of the step's method, or all leaf cells at
 * once. All of it runs in columns; the journal keeps each division, so that the way to any number can be read back.
 */
import { manualCells } from '../edits/manual-cells.ts';
import { holdsAll } from '../edits/boxes.ts';
import { conflictOf } from '../edits/refusal.ts';
import { finish } from '../edits/write.ts';
import { boxOf, boxValue, metricOf, withValues } from '../plan.ts';
import { scatter } from '../values.ts';
import { checkCells } from './cell-weights.ts';
import { checkSteps, checkTotal } from './check-spec.ts';
import { divideLevel } from './divide-level.ts';
import { keptCells, keptInside } from './kept.ts';
import { keptLeaves, refusal, refuseCell, refuseKept } from './refusals.ts';
import { keptProfile } from './seasonal.ts';
import { layFlat, layTree } from './tree.ts';
import { currentOf, startWork } from './work.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Box } from '../grid.ts';
import type { Division } from '../journal.ts';
import type { Method } from '../methods/method.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { LevelResult } from './divide-level.ts';
import type { DecomposeRefusal, DecomposeResult, DecomposeSpec } from './spec.ts';
import type { Tree } from './tree.ts';
import type { Work } from './work.ts';

/** Where a total is decomposed. */
interface Place {
  readonly plan: Plan;
  readonly metric: number;
  readonly target: Box;
}

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
  const place = { plan, metric, target };
  const steps = 'steps' in spec ? checkSteps(plan, target, spec.steps) : [];
  const tree = 'steps' in spec ? layTree(plan.grid, target, steps) : layFlat(plan.grid, target);
  if (tree.positions.length === 0) return refusal('empty', []);
  const holds = [...plan.holds.values()].filter((hold) => hold.metric === metric);
  const kept = holds.map(({ box }): Kept => ({ box, cause: 'hold' }));
  const standing = heldTotal(place, kept, total);
  if (standing !== null) return standing;
  const manual = spec.keepManual === true ? manualCells(plan, metric, target) : null;
  const work = begin(place, tree, spec, kept, manual);
  const refused = startTotal(place, work, total, kept, manual);
  if (refused !== null) return refused;
  const methods: readonly Method[] = 'steps' in spec ? steps.map(({ method }) => method) : [checkCells(plan, tree, spec.crossed)];
  const seasonal = 'steps' in spec && spec.keepSeasonality === true;
  const divisions: Division[] = [];
  for (const level of tree.levels) {
    const method = methods[level.step] as Method;
    const timed = seasonal && plan.grid.axes[level.axis]?.kind === 'time';
    const result = divideLevel(work, level, timed ? keptProfile(work, method) : () => method);
    if (!result.ok) return refuseLevel(place, work, result, kept, manual);
    divisions.push(result.division);
  }
  const amounts = Float64Array.from(tree.leaves, (leaf) => work.amounts[leaf] as number);
  const changed = withValues(plan, metric, scatter(plan.values[metric] as Values, tree.positions, amounts));
  boxValue(changed, metric, new Int32Array(target.length));
  return finish(plan, changed, { action: 'decompose', metric, target, divisions }, spec);
}

function begin(
  { plan, metric, target }: Place,
  tree: Tree,
  spec: DecomposeSpec,
  kept: readonly Kept[],
  manual: Uint8Array | null,
): Work {
  const current = currentOf(plan, metric, tree.positions);
  const cells = keptCells(plan, target, tree.positions, current, kept, manual);
  return startWork({ plan, metric, tree, fallback: spec.fallback ?? 'even', kept: cells }, current);
}

/** A hold of the target or around it keeps the total it has. */
function heldTotal({ plan, metric, target }: Place, kept: readonly Kept[], total: number): DecomposeRefusal | null {
  const around = kept.filter(({ box }) => holdsAll(plan.grid, box, target));
  const change = total - (boxValue(plan, metric, target) ?? 0);
  if (around.length === 0 || change === 0) return null;
  return refusal(
    'held',
    around.map((one) => conflictOf(plan, metric, one, change)),
  );
}

/** Puts the total at the top, or says why it cannot be met: too much is kept, or everything is and it is less. */
function startTotal(
  place: Place,
  { kept, amounts }: Work,
  total: number,
  holds: readonly Kept[],
  manual: Uint8Array | null,
): DecomposeRefusal | null {
  amounts[0] = total;
  if (kept === null) return null;
  const held = kept.sums.at(-1) as number;
  if (total >= held && ((kept.open.at(-1) as number) > 0 || total === held)) return null;
  return refuseKept(place.plan, place.metric, place.target, standingIn(place, place.target, holds, manual), total - held);
}

/** Everything kept that lies in a box of the target. */
function standingIn({ plan, target }: Place, box: Box, holds: readonly Kept[], manual: Uint8Array | null): Kept[] {
  const byHand: number[] = [];
  manual?.forEach((mark, position) => {
    if (mark === 1) byHand.push(position);
  });
  const inside = [...keptInside(plan, target, holds), ...keptLeaves(plan, byHand, 'manual')];
  return inside.filter((one) => holdsAll(plan.grid, box, one.box) || one.cause === 'hold');
}

function refuseLevel(
  place: Place,
  work: Work,
  { box, failure }: Extract<LevelResult, { ok: false }>,
  holds: readonly Kept[],
  manual: Uint8Array | null,
): DecomposeRefusal {
  const { plan, metric } = place;
  const { code, shift, given } = failure;
  if (code !== 'noBase' && !given) return refuseKept(plan, metric, box, standingIn(place, box, holds, manual), shift);
  const has = amountOf(work, plan, box);
  return refuseCell(plan, metric, code, box, has, code === 'noBase' ? 0 : has - shift);
}

/** The part that a cell on the way had got. */
function amountOf({ tree, amounts }: Work, plan: Plan, box: Box): number {
  const key = box.reduce((sum, member, at) => sum * (plan.grid.axes[at]?.ids.length ?? 1) + member, 0);
  return amounts[tree.nodes.key.subarray(0, tree.nodes.size).indexOf(key)] ?? 0;
}
