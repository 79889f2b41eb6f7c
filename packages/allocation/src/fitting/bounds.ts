import { groupOfCells, membersOf } from './groups.ts';
import type { Held } from './deviation.ts';
import type { Members } from './groups.ts';
import type { FitProblem } from './problem.ts';
import type { SettledCell } from './settled.ts';

/** True when a free value lies outside of its bounds by more than the noise of doubles. Held cells are not asked. */
export function leavesBounds({ lower, upper }: FitProblem, values: Float64Array, fixed?: Uint8Array): boolean {
  for (let cell = 0; cell < values.length; cell += 1) {
    if (fixed?.[cell]) continue;
    if (values[cell]! < (lower?.[cell] ?? 0) || values[cell]! > (upper?.[cell] ?? Infinity)) return true;
  }
  return false;
}

/** A bounded fit under way. */
export interface BoundedFit {
  /** One round over all margins; answers how far the sums were away, Infinity when some sum is out of reach. */
  round(): number;
  /** Puts cells where every table that meets the problem has them. */
  settle(cells: readonly SettledCell[]): void;
}

interface Bounded {
  /** Unclamped values: seed times a factor for each sum. */
  readonly raw: Float64Array;
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Proportional fitting between bounds: every value is its seed times one factor for each sum it belongs to, clamped to its
 * bounds, and each round finds for every sum the factor that brings the clamped values to the target (interval-constrained
 * matrix balancing: Censor and Zenios, Linear Algebra Appl. 150, 1991, 393–421; in surveys, raking with bounds: Deville and
 * Särndal, JASA 87, 1992, 376–382). This is coordinate ascent on the dual of the entropy problem: it reaches the table that
 * departs least from the seed among those that keep margins and bounds. Goes on from the values of `held`, and writes there.
 */
export function fitBounded(problem: FitProblem, held: Held): BoundedFit {
  const { seed, fixed } = problem;
  const free = (cell: number): boolean => !fixed?.[cell] && seed[cell]! > 0;
  const bounded: Bounded = {
    raw: held.values.slice(),
    values: held.values,
    lower: seed.map((_, cell) => (free(cell) ? (problem.lower?.[cell] ?? 0) : 0)),
    upper: seed.map((_, cell) => (free(cell) ? (problem.upper?.[cell] ?? Infinity) : 0)),
  };
  clampAll(bounded);
  const margins = problem.margins.map((margin) => {
    const group = groupOfCells(problem, margin);
    const targets = margin.targets.slice();
    if (fixed !== undefined) seed.forEach((value, cell) => fixed[cell] && group[cell]! >= 0 && (targets[group[cell]!]! -= value));
    return { members: membersOf(group, targets.length, free), targets, asked: margin.targets };
  });
  return {
    round() {
      let worst = 0;
      for (const { members, targets, asked } of margins) {
        for (let group = 0; group < targets.length; group += 1) {
          worst = Math.max(worst, reach(bounded, members, group, targets[group]!, asked[group]!) / (asked[group]! || 1));
        }
      }
      return worst;
    },
    settle(cells) {
      for (const { cell, at } of cells) bounded.raw[cell] = at === 'lower' ? 0 : Infinity;
      clampAll(bounded);
    },
  };
}

function clampAll({ raw, values, lower, upper }: Bounded): void {
  for (let cell = 0; cell < raw.length; cell += 1) values[cell] = Math.min(Math.max(raw[cell]!, lower[cell]!), upper[cell]!);
}

/** What is left of a target this small beside the target is the noise of summing doubles. */
const NOISE = 1e-12;

/** Brings the cells of one sum to its target. Answers how far the sum was away; Infinity when bounds keep it away. */
function reach(bounded: Bounded, { start, cells }: Members, group: number, target: number, asked: number): number {
  const members = cells.subarray(start[group], start[group + 1]);
  const { raw, values, lower, upper } = bounded;
  let sum = 0;
  let least = 0;
  let most = 0;
  for (const cell of members) {
    sum += values[cell]!;
    least += lower[cell]!;
    most += upper[cell]!;
  }
  const slack = NOISE * asked;
  if (target < least - slack || target > most + slack) return Infinity;
  if (sum === target) return 0;
  if (target <= least + slack) for (const cell of members) raw[cell] = 0;
  else if (target >= most - slack) for (const cell of members) raw[cell] = Infinity;
  else {
    const factor = factorFor(bounded, members, target, slack);
    for (const cell of members) raw[cell]! *= factor;
  }
  for (const cell of members) values[cell] = Math.min(Math.max(raw[cell]!, lower[cell]!), upper[cell]!);
  return Math.abs(sum - target) <= slack ? 0 : Math.abs(sum - target);
}

/** The factor that brings the clamped sum to the target: Newton's steps on a rising broken line, bisected where they leave it. */
function factorFor({ raw, lower, upper }: Bounded, members: Int32Array, target: number, slack: number): number {
  let factor = 1;
  let low = 0;
  let high = Infinity;
  for (let step = 0; step < 200; step += 1) {
    let sum = 0;
    let slope = 0;
    // The nearest factors at which another cell leaves its bound, for where the line is flat.
    let next = Infinity;
    let before = 0;
    for (const cell of members) {
      const value = raw[cell]! * factor;
      if (value < lower[cell]!) {
        sum += lower[cell]!;
        if (raw[cell]! > 0) next = Math.min(next, lower[cell]! / raw[cell]!);
      } else if (value > upper[cell]!) {
        sum += upper[cell]!;
        before = Math.max(before, upper[cell]! / raw[cell]!);
      } else {
        sum += value;
        slope += raw[cell]!;
      }
    }
    if (Math.abs(sum - target) <= slack) return factor;
    if (sum < target) low = factor;
    else high = factor;
    const newton = slope > 0 ? factor + (target - sum) / slope : sum < target ? next : before;
    // A step onto the edge of a flat stretch must move, or it would stand still.
    const inside = newton > low && newton < high && newton < Infinity;
    const following = inside ? newton : high === Infinity ? factor * 2 : (low + high) / 2;
    if (following === factor) return factor;
    factor = following;
  }
  return factor;
}
