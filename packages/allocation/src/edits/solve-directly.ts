/**
 * Setting a cell while others keep their totals, where these lie in each other or apart.
 *
 * Vocabulary: the target is the cell that gets a value. Kept cells inside it keep their leaves, the other leaves of the target
 * are free. The smallest kept cell around the target is the frame: it keeps its total, so its other leaves, the siblings,
 * give way. Kept cells that merely cross the target or the frame keep the leaves they share with it; when this leaves no room
 * the whole system of sums is solved at once (`interlock.ts`).
 */
import { gather } from '../values.ts';
import { valueOf } from './plan-total.ts';
import { boxAt } from '../grid.ts';
import { allEmpty, sumOf } from './amounts.ts';
import { holdsAll, isChain, overlaps } from './boxes.ts';
import { without } from './free-cells.ts';
import { regionOf } from './region.ts';
import { MOST_LISTED, conflictOf, refusalWith, refuse } from './refusal.ts';
import { standingAgainst } from './smallest-set.ts';
import { spreadPool } from './spread-pool.ts';
import type { Values } from '../values.ts';
import type { Box } from '../grid.ts';
import type { Part } from './divide-pool.ts';
import type { Refusal, Spread } from './edit.ts';
import type { Question, Solution } from './question.ts';
import type { Kept } from './refusal.ts';

/** Answers divisions that make the target its value and move no kept cell, or a refusal: final when nothing crosses. */
export function solveDirectly(question: Question): Solution {
  const { plan, target, value, current, kept } = question;
  const { grid } = plan;
  const around = kept.filter(({ box }) => holdsAll(grid, box, target));
  const change = (value ?? 0) - current;
  if (
    !isChain(
      grid,
      around.map(({ box }) => box),
    )
  )
    return refuse(plan, question.metric, 'interlocked', around, change);
  const frame = around.find((one) => around.every((other) => holdsAll(grid, other.box, one.box)));
  const within = kept.filter((one) => !around.includes(one) && overlaps(grid, one.box, target));
  const region = regionOf(grid, target);
  const own = { box: target, positions: region, sum: current, stated: question.empty };
  const inside = value === null ? clearCells(question, region) : fill(question, own, value, question.spread, within);
  if (!inside.ok || frame === undefined) return inside;
  const siblingCells = without(grid, frame.box, regionOf(grid, frame.box), [target]);
  // A total of 0 that only this cell said goes on to the siblings, or the frame would turn null.
  const stated = value === null && !question.empty && allEmpty(gather(plan.values[question.metric] as Values, siblingCells));
  if (change === 0 && !stated) return inside;
  const others = kept.filter((one) => overlaps(grid, one.box, frame.box) && !holdsAll(grid, one.box, frame.box));
  const total = valueOf(plan, question.metric, frame.box) ?? 0;
  const rest = {
    box: frame.box,
    positions: siblingCells,
    sum: total - current,
    stated,
    frame,
  };
  const siblings = others.filter(({ box }) => !holdsAll(grid, box, target) && !holdsAll(grid, target, box));
  const outside = fill(question, rest, rest.sum - change, { method: 'proportional' }, siblings);
  return outside.ok ? { ok: true, parts: [...inside.parts, ...outside.parts] } : outside;
}

/** Cells that are to get another sum. */
interface Room {
  readonly box: Box;
  readonly positions: Int32Array;
  /** What they have now in all. */
  readonly sum: number;
  /** Whether a total of 0 is said about cells nobody spoke about: they turn from null into 0. */
  readonly stated: boolean;
  /** The kept cell they are in, when they only give way. */
  readonly frame?: Kept;
}

function clearCells({ plan, metric }: Question, region: Int32Array): Solution {
  const values = plan.values[metric] as Values;
  const before = gather(values, region);
  const nothing = new Float64Array(before.length).fill(NaN);
  const pools = [{ total: 0, of: 0, fallback: null, method: 'clear' }];
  const part: Part = { positions: region, before, after: nothing, weights: nothing, reserved: null, pool: null, pools };
  return { ok: true, parts: [part] };
}

/** Makes the cells of a room add up to `total` with those that are kept left alone. */
function fill(question: Question, room: Room, total: number, spread: Spread, kept: readonly Kept[]): Solution {
  const { plan, metric } = question;
  const { box, frame } = room;
  const boxes = kept.map((one) => one.box);
  const positions = without(plan.grid, box, room.positions, boxes, question.manual);
  const before = gather(plan.values[metric] as Values, positions);
  const sum = positions === room.positions ? room.sum : sumOf(before);
  const pool = total - (room.sum - sum);
  const empty = positions.length === 0;
  if (empty && pool === 0 && !room.stated) return { ok: true, parts: [] };
  const standing = (): Kept[] => [...kept, ...keptByHand(question, room, boxes)];
  if (empty) return refusedBy(question, 'noRoom', standing(), pool, frame);
  if (pool < 0 && sum >= 0) return refusedBy(question, 'belowZero', standing(), pool, frame);
  const parts = spreadPool(question, { box, positions, before, sum, stated: room.stated }, pool, spread);
  // Only where amounts are negative already can a part turn so.
  const fallen = (pool < 0 || question.keepSeasonality) && parts.some(turnsNegative);
  return fallen ? refusedBy(question, 'belowZero', standing(), pool, frame) : { ok: true, parts };
}

/** Whether a leaf cell of a part falls below zero that was not there before. */
function turnsNegative({ before, after, wide }: Part): boolean {
  return wide !== true && after.some((amount, at) => amount < 0 && !((before[at] as number) < 0));
}

/** Leaf cells set by a person that stand outside of every kept cell. */
function keptByHand({ plan, manual }: Question, { box, positions }: Room, boxes: readonly Box[]): Kept[] {
  if (manual === null) return [];
  const apart = without(plan.grid, box, positions, boxes).filter((position) => manual[position] === 1);
  return Array.from(apart, (position) => ({ box: boxAt(plan.grid, position), cause: 'manual' }));
}

/** The refusal with a smallest set of kept cells, and the frame around them. */
function refusedBy(question: Question, code: Refusal['code'], kept: readonly Kept[], missing: number, frame?: Kept): Refusal {
  const { plan, metric } = question;
  const standing = standingAgainst(question, kept, missing).slice(0, MOST_LISTED);
  const conflicts = standing.map((one) => conflictOf(plan, metric, one, missing));
  // The total around gives the other way: it would have to take up what the siblings cannot give.
  const around = frame === undefined ? [] : [conflictOf(plan, metric, frame, 0 - missing)];
  return refusalWith(code, [...around, ...conflicts]);
}
