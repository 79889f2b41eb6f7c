/** Independent, slow arithmetic on small tables, to hold the fast one to. */
import fc from 'fast-check';
import { groupOfCells } from '../groups.ts';
import type { Claim, FitProblem, Margin } from '../problem.ts';

/** Short for a Float64Array. */
export function floats(...values: readonly number[]): Float64Array {
  return Float64Array.from(values);
}

/** Sums of a margin, cell by cell from the positions of a row-major table. */
export function sumsOf({ dims }: Pick<FitProblem, 'dims'>, margin: Margin, values: ArrayLike<number>): number[] {
  const sums = Array.from(margin.targets, () => 0);
  Array.from(values).forEach((value, cell) => {
    const group = 'group' in margin ? margin.group[cell]! : indexOf(dims, margin.axes, cell);
    if (group >= 0) sums[group]! += value;
  });
  return sums;
}

function indexOf(dims: readonly number[], axes: readonly number[], cell: number): number {
  const position = dims.map((size, axis) => Math.floor(cell / dims.slice(axis + 1).reduce((a, b) => a * b, 1)) % size);
  return axes.reduce((index, axis) => index * dims[axis]! + position[axis]!, 0);
}

/** The problem whose targets are the sums of a given table. */
export function problemOf(
  dims: readonly number[],
  axes: readonly (readonly number[])[],
  seed: Float64Array,
  table: ArrayLike<number>,
): FitProblem {
  const margins = axes.map((own) => {
    const empty = { axes: own, targets: new Float64Array(own.reduce((size, axis) => size * dims[axis]!, 1)) };
    return { axes: own, targets: Float64Array.from(sumsOf({ dims }, empty, table)) };
  });
  return { dims, seed, margins };
}

/** True when the table meets every target exactly. */
export function meets(problem: FitProblem, values: ArrayLike<number>): boolean {
  return problem.margins.every((margin) => sumsOf(problem, margin, values).every((sum, at) => sum === margin.targets[at]));
}

/** Calls back with every combination of one choice for each cell. */
export function everyTable(choices: readonly (readonly number[])[], visit: (table: readonly number[]) => boolean): boolean {
  const table: number[] = [];
  const go = (cell: number): boolean => {
    if (cell === choices.length) return visit(table);
    return choices[cell]!.some((value) => {
      table[cell] = value;
      return go(cell + 1);
    });
  };
  return go(0);
}

/** Least total deviation of any table of floors and ceilings that meets the targets; Infinity when there is none. */
export function bestRounding(problem: FitProblem, fitted: Float64Array): number {
  let best = Infinity;
  const near = Array.from(fitted, (value, cell) => {
    const whole = Math.abs(value - Math.round(value)) < 1e-6 || problem.seed[cell] === 0 || problem.fixed?.[cell];
    return whole ? [Math.round(value)] : [Math.floor(value), Math.ceil(value)];
  });
  everyTable(near, (table) => {
    const distance = table.reduce((sum, value, cell) => sum + Math.abs(value - fitted[cell]!), 0);
    if (distance < best && meets(problem, table)) best = distance;
    return false;
  });
  return best;
}

/** True when a table of multiples of `grain` meets all claims; zeros of the seed stay zero. Tries every table. */
export function canStand(problem: FitProblem, claims: readonly Claim[], grain: number): boolean {
  const most = Math.max(0, ...claims.map(({ value }) => value));
  const all = Array.from({ length: Math.round(most / grain) + 1 }, (_, step) => step * grain);
  const choices = Array.from(problem.seed, (seed, cell) =>
    (seed === 0 ? [0] : all).filter((value) =>
      claims.every((claim) => claim.kind === 'target' || claim.cell !== cell || allows(claim, value)),
    ),
  );
  const groups = problem.margins.map((margin) => groupOfCells(problem, margin));
  const targets = claims.filter((claim) => claim.kind === 'target');
  return everyTable(choices, (table) =>
    targets.every(
      ({ margin, group, value }) =>
        table.reduce((sum, one, cell) => (groups[margin]![cell] === group ? sum + one : sum), 0) === value,
    ),
  );
}

function allows(claim: Exclude<Claim, { kind: 'target' }>, value: number): boolean {
  if (claim.kind === 'hold') return value === claim.value;
  return claim.kind === 'lower' ? value >= claim.value : value <= claim.value;
}

/** Tables of integers, some zeros among them, with a seed that has the same zeros. */
export function tables(cells: number, most: number): fc.Arbitrary<{ table: number[]; seed: Float64Array }> {
  const cell = fc.record({
    value: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: most }) }, fc.constant(0)),
    seed: fc.integer({ min: 1, max: 40 }),
  });
  return fc.array(cell, { minLength: cells, maxLength: cells }).map((list) => ({
    table: list.map(({ value }) => value),
    seed: Float64Array.from(list, ({ value, seed }) => (value === 0 ? 0 : seed / 8)),
  }));
}
