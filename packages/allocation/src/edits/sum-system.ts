/** All the sums that hang together with an edit, as one table to be fitted. */
import { boxValue } from '../plan.ts';
import { eachRun, lowerBound } from '../grid.ts';
import { gather } from '../values.ts';
import { sumOf } from './amounts.ts';
import { holdsAll, overlaps } from './boxes.ts';
import { regionOf } from './region.ts';
import { without } from './free-cells.ts';
import { spreadPool } from './spread-pool.ts';
import type { Values } from '../values.ts';
import type { Box, Grid } from '../grid.ts';
import type { FitProblem, Margin } from '../fitting/index.ts';
import type { Question } from './question.ts';
import type { Kept } from './refusal.ts';

/** A sum that must come out. */
export interface Claimed extends Kept {
  readonly total: number;
}

/** The table, and what its parts stand for. */
export interface SumSystem {
  /** Leaf cells that take part, ascending. */
  readonly positions: Int32Array;
  readonly before: Float64Array;
  /** What each cell starts from: its value, in the target as the spread asks; NaN for null. */
  readonly seed: Float64Array;
  /** 1: the cell keeps its value. */
  readonly fixed: Uint8Array;
  /** The sums of every margin, group by group. */
  readonly claims: readonly (readonly Claimed[])[];
  readonly groups: readonly Int32Array[];
}

/** Collects the cells and sums that are tied to the target through cells that overlap. */
export function sumSystem(question: Question): SumSystem {
  const { plan, metric, target, value } = question;
  const { grid } = plan;
  const tied = tiedTo(grid, target, question.kept);
  const positions = union(grid, [target, ...tied.map(({ box }) => box)]);
  const before = gather(plan.values[metric] as Values, positions);
  const fixed = new Uint8Array(positions.length);
  if (question.manual !== null) positions.forEach((position, at) => (fixed[at] = question.manual?.[position] ?? 0));
  const sums = [
    { box: target, cause: 'target' as const, total: value ?? 0 },
    ...tied.map((kept): Claimed => ({ ...kept, total: boxValue(plan, metric, kept.box) ?? 0 })),
  ];
  const margins = intoMargins(grid, sums, positions);
  return { positions, before, seed: seedOf(question, positions, before, fixed), fixed, ...margins };
}

function tiedTo(grid: Grid, target: Box, kept: readonly Kept[]): Kept[] {
  const tied: Kept[] = [];
  const left = new Set(kept);
  const queue = [target];
  for (let box = queue.pop(); box !== undefined; box = queue.pop()) {
    for (const one of left) {
      if (!overlaps(grid, one.box, box)) continue;
      left.delete(one);
      // The same cells twice, held and for this edit only, are one sum.
      if (tied.some((other) => holdsAll(grid, other.box, one.box) && holdsAll(grid, one.box, other.box))) continue;
      tied.push(one);
      queue.push(one.box);
    }
  }
  return tied;
}

function union(grid: Grid, boxes: readonly Box[]): Int32Array {
  let all = new Int32Array(0);
  for (const box of boxes) {
    const region = regionOf(grid, box);
    const own = new Set(all);
    const fresh = all.length === 0 ? region : region.filter((position) => !own.has(position));
    const joined = new Int32Array(all.length + fresh.length);
    joined.set(all);
    joined.set(fresh, all.length);
    all = joined;
  }
  return all.sort();
}

/** Sums that share no cell stand in one margin; one that overlaps another goes to the next. */
function intoMargins(grid: Grid, sums: readonly Claimed[], positions: Int32Array): Pick<SumSystem, 'claims' | 'groups'> {
  const claims: Claimed[][] = [];
  const groups: Int32Array[] = [];
  for (const sum of sums) {
    let margin = claims.findIndex((others) => others.every(({ box }) => !overlaps(grid, box, sum.box)));
    if (margin < 0) margin = claims.push([]) - 1;
    const group = (groups[margin] ??= new Int32Array(positions.length).fill(-1));
    const number = (claims[margin] as Claimed[]).push(sum) - 1;
    let index = 0;
    eachRun(grid, sum.box, (start, end) => {
      index = lowerBound(positions, start, index);
      while (index < positions.length && (positions[index] as number) < end) group[index++] = number;
    });
  }
  return { claims, groups };
}

/** The current values, with those of the target already spread as asked, so that its pattern is the one fitted. */
function seedOf(question: Question, positions: Int32Array, before: Float64Array, fixed: Uint8Array): Float64Array {
  const { plan, target, value, kept } = question;
  const { grid } = plan;
  const seed = before.slice();
  const held = kept.filter(({ box }) => holdsAll(grid, target, box)).map(({ box }) => box);
  const marked = question.manual;
  const free = without(grid, target, regionOf(grid, target), held, marked);
  if (free.length === 0 || fixed.length === 0) return seed;
  const now = gather(plan.values[question.metric] as Values, free);
  const cells = { box: target, positions: free, before: now, sum: sumOf(now), stated: false };
  for (const part of spreadPool(question, cells, Math.max(value ?? 0, 0), question.spread)) {
    if (part.wide === true) continue;
    part.positions.forEach((position, at) => (seed[lowerBound(positions, position)] = part.after[at] as number));
  }
  return seed;
}

/** Whether amounts, null read as 0, meet every sum exactly. */
export function meetsAll({ claims, groups }: SumSystem, amounts: Float64Array): boolean {
  return claims.every((sums, margin) => {
    const left = sums.map(({ total }) => total);
    (groups[margin] as Int32Array).forEach((number, cell) => {
      const amount = amounts[cell] as number;
      if (number >= 0 && amount === amount) left[number] = (left[number] as number) - amount;
    });
    return left.every((missing) => missing === 0);
  });
}

/** Which cells without an amount may take one: none, those nobody spoke about, or zeros as well. */
export type Opening = 'none' | 'empty' | 'all';

/** The table for the fit. Cells below zero keep their value and are taken out of the sums; null when a sum is then below zero. */
export function problemOf({ seed, before, fixed, claims, groups }: SumSystem, opening: Opening): FitProblem | null {
  const cells = seed.length;
  const start = new Float64Array(cells);
  const still = fixed.slice();
  const outside = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    const was = before[cell] as number;
    const value = fixed[cell] === 1 ? was : (seed[cell] as number);
    if (was < 0) [outside[cell], still[cell]] = [was, 1];
    else if (value > 0) start[cell] = value;
    else if (fixed[cell] === 0 && (opening === 'all' || (opening === 'empty' && was !== was))) start[cell] = 1;
  }
  const margins = claims.map((sums, margin): Margin => {
    const group = groups[margin] as Int32Array;
    const targets = Float64Array.from(sums, ({ total }) => total);
    group.forEach((number, cell) => {
      if (number >= 0) targets[number] = (targets[number] as number) - (outside[cell] as number);
    });
    return { group, targets };
  });
  if (margins.some(({ targets }) => targets.some((target) => target < 0))) return null;
  return { dims: [cells], seed: start, margins, fixed: still };
}
