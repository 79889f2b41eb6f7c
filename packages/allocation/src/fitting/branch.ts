import { solveLinear } from './simplex.ts';
import type { Parts } from './round-parts.ts';
import type { Placement } from './round.ts';
import type { LinearProgram } from './simplex.ts';

/** Problems beyond this many numbers are left to the search. */
const LARGEST = 1.2e5;
/** Multiplications spent before the best rounding so far is taken. */
const EFFORT = 1.2e9;
/** A branch must promise a total deviation below this share of the best found. */
const WORTH = 0.995;
/** Price of a unit beyond floor or ceiling: no saving by fractions comes up to it. */
const FURTHER = 1000;

/**
 * Rounds small tables whose margins interlock by branch and bound over linear programs (Land and Doig, Econometrica 28, 1960,
 * 497–520). Floors and ceilings are tried first; only when it is proven that they cannot do, cells may go further.
 */
export function placeByBranching(parts: Parts, order: Int32Array, cost: Float64Array): Placement {
  const near = new Program(parts, order, cost, false);
  if (!near.fits) return 'not-found';
  const placed = near.solve();
  if (placed !== 'none') return placed;
  const far = new Program(parts, order, cost, true);
  return far.fits ? far.solve() : 'not-found';
}

/** A variable: units on a cell, in steps of +1 or -1. */
interface Variable {
  readonly cell: number;
  readonly sign: number;
  readonly cost: number;
  readonly upper: number;
}

class Program {
  readonly fits: boolean;
  readonly #variables: Variable[] = [];
  readonly #program: LinearProgram;
  readonly #cells: number;
  /** Total deviation when every cell stands at its floor. */
  readonly #floors: number;
  #best: Float64Array | null = null;
  #bestCost = Infinity;
  #spent = 0;

  constructor(parts: Parts, order: Int32Array, cost: Float64Array, further: boolean) {
    this.#cells = cost.length;
    this.#floors = parts.part.reduce((sum, part) => sum + part, 0);
    for (const cell of order) if (parts.free[cell]) this.#addVariables(parts, cost, cell, further);
    const rowOf = rowsOf(parts, this.#variables);
    const rows = rowOf.reduce((most, row) => Math.max(most, row + 1), 0);
    const columns = this.#variables.length;
    this.fits = rows * columns <= LARGEST;
    this.#program = {
      rows,
      columns,
      a: this.fits ? matrix(parts, this.#variables, rowOf, rows) : new Float64Array(0),
      b: new Float64Array(rows),
      lower: new Float64Array(columns),
      upper: Float64Array.from(this.#variables, ({ upper }) => upper),
      cost: Float64Array.from(this.#variables, ({ cost: price }) => price),
    };
    rowOf.forEach((row, group) => {
      if (row >= 0) this.#program.b[row] = parts.need[group]!;
    });
  }

  #addVariables({ base, part, lowest, highest }: Parts, cost: Float64Array, cell: number, further: boolean): void {
    const up = highest[cell]! - base[cell]!;
    const fraction = part[cell]! > 0 ? 1 : 0;
    if (fraction > 0) this.#variables.push({ cell, sign: 1, cost: cost[cell]!, upper: 1 });
    if (!further) return;
    if (up > fraction) this.#variables.push({ cell, sign: 1, cost: FURTHER, upper: up - fraction });
    if (base[cell]! > lowest[cell]!) this.#variables.push({ cell, sign: -1, cost: FURTHER, upper: base[cell]! - lowest[cell]! });
  }

  solve(): Placement {
    const proven = this.#branch(this.#program.lower, this.#program.upper);
    if (this.#best === null) return proven ? 'none' : 'not-found';
    const steps = new Float64Array(this.#cells);
    this.#variables.forEach(({ cell, sign }, column) => (steps[cell]! += sign * this.#best![column]!));
    return steps;
  }

  /** Depth first, towards the nearer integer. False when some branch had to be left open. */
  #branch(lower: Float64Array, upper: Float64Array): boolean {
    if (this.#spent > EFFORT) return false;
    const result = solveLinear({ ...this.#program, lower, upper });
    const { rows, columns } = this.#program;
    this.#spent += (result.exchanges + 1) * rows * (rows + columns);
    if (result.kind === 'gave-up') return false;
    if (result.kind === 'infeasible' || result.cost + this.#floors >= WORTH * (this.#bestCost + this.#floors)) return true;
    const column = mostBroken(result.x);
    if (column < 0) {
      this.#best = result.x.map(Math.round);
      this.#bestCost = result.cost;
      return true;
    }
    const value = result.x[column]!;
    const below = upper.slice();
    below[column] = Math.floor(value);
    const above = lower.slice();
    above[column] = Math.ceil(value);
    const branches = [() => this.#branch(lower, below), () => this.#branch(above, upper)];
    if (value - Math.floor(value) > 0.5) branches.reverse();
    return branches.map((go) => go()).every(Boolean);
  }
}

function mostBroken(x: Float64Array): number {
  let worst = 1e-6;
  let column = -1;
  x.forEach((value, at) => {
    const distance = Math.abs(value - Math.round(value));
    if (distance > worst) {
      worst = distance;
      column = at;
    }
  });
  return column;
}

/** Rows for the groups that have variables or lack something; -1 for the others. */
function rowsOf({ groups, need }: Parts, variables: readonly Variable[]): Int32Array {
  const wanted = Uint8Array.from(need, (amount) => (amount === 0 ? 0 : 1));
  for (const { cell } of variables) {
    groups.ofCells.forEach((group, margin) => {
      if (group[cell]! >= 0) wanted[groups.offset[margin]! + group[cell]!] = 1;
    });
  }
  let rows = 0;
  return Int32Array.from(wanted, (one) => (one === 1 ? rows++ : -1));
}

function matrix({ groups }: Parts, variables: readonly Variable[], rowOf: Int32Array, rows: number): Float64Array {
  const a = new Float64Array(rows * variables.length);
  variables.forEach(({ cell, sign }, column) => {
    groups.ofCells.forEach((group, margin) => {
      if (group[cell]! >= 0) a[rowOf[groups.offset[margin]! + group[cell]!]! * variables.length + column] = sign;
    });
  });
  return a;
}
