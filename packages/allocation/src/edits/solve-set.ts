/** Setting or clearing a cell while holds stay where they are: directly where that works, else all the sums at once. */
import { gather } from '../values.ts';
import { boxValue } from '../plan.ts';
import { holdsAll, overlaps } from './boxes.ts';
import { without } from './free-cells.ts';
import { solveInterlocked } from './interlock.ts';
import { anyCross, outermost } from './nested.ts';
import { refuse } from './refusal.ts';
import { regionOf } from './region.ts';
import { standingAgainst } from './smallest-set.ts';
import { solveDirectly } from './solve-directly.ts';
import type { Values } from '../values.ts';
import type { Question, Solution } from './question.ts';
import type { Kept } from './refusal.ts';

/** Finds leaf values so that the target has its value and no held cell moves. */
export function solveSet(question: Question): Solution {
  const { plan, metric, target, value, current, kept } = question;
  const { grid } = plan;
  const change = (value ?? 0) - current;
  if (regionOf(grid, target).length === 0) return refuse(plan, metric, 'empty', [], 0);
  const near = kept.filter(({ box }) => overlaps(grid, box, target));
  const own = near.filter(({ box }) => holdsAll(grid, box, target) && holdsAll(grid, target, box));
  if (own.length > 0) return refuse(plan, metric, 'held', own, change);
  if (value === null) return clearAround(question, near);
  if (value < 0 && current >= 0) return refuse(plan, metric, 'belowZero', [{ box: target, cause: 'target' }], change);
  const silent = silentAround(question, near);
  if (silent.length > 0) return refuse(plan, metric, 'held', silent, change);
  const tiles = change === 0 ? null : tilesOf(question, near);
  if (tiles !== null) return refuse(plan, metric, 'noRoom', standingAgainst(question, tiles, change), change);
  const direct = solveDirectly(question);
  if (direct.ok || !mayInterlock(question, near)) return direct;
  return solveInterlocked(question);
}

/** A clear takes the leaves away: nothing that is held may lose one, but siblings may take up what it had. */
function clearAround(question: Question, near: readonly Kept[]): Solution {
  const { plan, metric, target, current } = question;
  const values = plan.values[metric] as Values;
  const touched = near.filter(({ box }) => {
    if (holdsAll(plan.grid, box, target)) return false;
    const region = regionOf(plan.grid, target);
    const outside = without(plan.grid, target, region, [box]);
    return filled(gather(values, region)) !== filled(gather(values, outside));
  });
  if (touched.length > 0) return refuse(plan, metric, 'held', touched, 0 - current);
  return solveDirectly(question);
}

function filled(list: Float64Array): number {
  let count = 0;
  for (const value of list) if (value === value) count += 1;
  return count;
}

/** Kept cells around the target that nobody has spoken for: whatever is said in them, they no longer stay null. */
function silentAround({ plan, metric, target, empty }: Question, near: readonly Kept[]): Kept[] {
  if (!empty) return [];
  return near.filter(({ box }) => holdsAll(plan.grid, box, target) && boxValue(plan, metric, box) === null);
}

/** Kept cells that tile the target and so fix its value, whatever else is held; null when they do not. */
function tilesOf({ plan, target }: Question, near: readonly Kept[]): Kept[] | null {
  const { grid } = plan;
  const inside = near.filter(({ box }) => holdsAll(grid, target, box));
  if (inside.length === 0) return null;
  const boxes = inside.map(({ box }) => box);
  if (without(grid, target, regionOf(grid, target), boxes).length > 0) return null;
  const tiles = outermost(grid, inside);
  return anyCross(
    grid,
    tiles.map(({ box }) => box),
  )
    ? null
    : tiles;
}

/** Whether kept cells cross the target or each other: only then can a joint solution exist where the direct one does not. */
function mayInterlock({ plan, target, kept }: Question, near: readonly Kept[]): boolean {
  const { grid } = plan;
  const around = near.filter(({ box }) => holdsAll(grid, box, target));
  const nearest = new Set(near);
  const tied = kept.filter((one) => nearest.has(one) || around.some(({ box }) => overlaps(grid, box, one.box)));
  return anyCross(grid, [target, ...tied.map(({ box }) => box)]);
}
