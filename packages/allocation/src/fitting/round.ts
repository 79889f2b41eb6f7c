import { placeByBranching } from './branch.ts';
import { placeByChains } from './chains.ts';
import { checkIntegerTargets, checkProblem, checkRounded } from './check-problem.ts';
import { findContradiction } from './contradiction.ts';
import { splitParts } from './round-parts.ts';
import { placeByFlow } from './round-flow.ts';
import { twoSides } from './sides.ts';
import type { Contradiction, FitProblem } from './problem.ts';
import type { Parts } from './round-parts.ts';

export interface RoundOptions {
  /**
   * Among cells with equal claims to a unit, the one of lower rank goes first; default: the order of the cells. With distinct
   * ranks the answer does not depend on the order of the cells, except in the search for large interlocking tables.
   */
  readonly rank?: ArrayLike<number>;
}

/** A cell that stands one unit or more from its fitted value. */
export interface MovedFurther {
  readonly cell: number;
  readonly fitted: number;
  readonly rounded: number;
}

/** A rounded table, or why there is none. */
export type RoundResult =
  | {
      readonly ok: true;
      readonly values: Float64Array;
      /** Sum of the distances of all cells from their fitted values. */
      readonly totalDeviation: number;
      /** Empty: every cell went to its floor or its ceiling. */
      readonly movedFurther: readonly MovedFurther[];
    }
  | {
      readonly ok: false;
      /** `no-integers`: proven, though fractions would do. `not-found`: the search ended without one, which proves nothing. */
      readonly reason: 'contradiction' | 'no-integers' | 'not-found';
      readonly contradiction: Contradiction | null;
    };

/** Units to add to the whole parts; or that there are none, or that none were found. */
export type Placement = Float64Array | 'none' | 'not-found';

/**
 * Rounds a fitted table to integers so that every target comes out exactly; zeros, held cells and bounds stand. With margins
 * of two sides this is a flow: each cell goes to floor or ceiling wherever that can be, at least total deviation. Where three
 * margins or more interlock, small tables are solved by branch and bound (total deviation within half a percent of the least),
 * large ones by a search; when floors and ceilings do not suffice, cells go further and are named. Targets and held cells must
 * be safe integers; amounts up to Number.MAX_SAFE_INTEGER stay exact.
 */
export function roundToMargins(values: Float64Array, problem: FitProblem, { rank }: RoundOptions = {}): RoundResult {
  checkProblem(problem);
  checkIntegerTargets(problem);
  checkRounded(values, problem);
  const parts = splitParts(values, problem);
  const placed = parts === null ? 'none' : place(parts, rank);
  if (parts === null || typeof placed === 'string') {
    const contradiction = findContradiction(wholeBounds(problem));
    const reason = contradiction !== null ? 'contradiction' : placed === 'none' ? 'no-integers' : 'not-found';
    return { ok: false, reason, contradiction };
  }
  return { ok: true, ...report(values, parts, placed) };
}

function place(parts: Parts, rank?: ArrayLike<number>): Placement {
  const order = orderOf(parts.base.length, rank);
  // What a step from floor to ceiling adds to the total deviation.
  const cost = parts.part.map((part) => (part === 0 ? NaN : 1 - 2 * part));
  const sides = twoSides(parts.groups, (cell) => parts.free[cell] === 1);
  if (sides !== null) return placeByFlow(parts, order, cost, sides);
  const placed = placeByBranching(parts, order, cost);
  return placed === 'not-found' ? placeByChains(parts, order, cost) : placed;
}

/** The cells by rank. */
function orderOf(cells: number, rank?: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: cells }, (_, cell) => cell);
  return rank === undefined ? order : order.sort((a, b) => rank[a]! - rank[b]! || a - b);
}

/** No integer lies between a bound and the next integer inside of it. */
function wholeBounds(problem: FitProblem): FitProblem {
  const { lower, upper } = problem;
  return { ...problem, lower: lower?.map(Math.ceil), upper: upper?.map(Math.floor) };
}

function report(fitted: Float64Array, { base, free }: Parts, steps: Float64Array) {
  const values = base.map((whole, cell) => whole + steps[cell]!);
  const movedFurther: MovedFurther[] = [];
  let totalDeviation = 0;
  values.forEach((rounded, cell) => {
    if (!free[cell]) return;
    const distance = Math.abs(rounded - fitted[cell]!);
    totalDeviation += distance;
    if (distance >= 1) movedFurther.push({ cell, fitted: fitted[cell]!, rounded });
  });
  return { values, totalDeviation, movedFurther };
}
