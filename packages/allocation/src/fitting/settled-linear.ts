import { groupsOf } from './sides.ts';
import { solveLinear } from './simplex.ts';
import type { FitProblem } from './problem.ts';
import type { SettledCell } from './settled.ts';

/** Tableaus beyond this many numbers are not tried. */
const LARGEST = 2e5;
/** Cells that stand this near to a bound, beside the mean of all, are suspected of having no choice. */
const NEAR = 0.01;
const NOISE = 1e-9;

interface Suspect extends SettledCell {
  readonly column: number;
}

/**
 * Cells without a choice, whichever way the margins interlock: those near a bound are pulled away from it all together, as far
 * as a linear program allows. Those that gave way are cleared; when the rest cannot move at all, none of them can. Empty for
 * tables too large for the program.
 */
export function settledByProgram(problem: FitProblem, values: Float64Array): SettledCell[] {
  const { seed, fixed } = problem;
  const groups = groupsOf(problem);
  const rows = groups.offset.at(-1)!;
  const cells = [...seed.keys()].filter((cell) => seed[cell]! > 0);
  if (rows * (rows + cells.length) > LARGEST) return [];
  const a = new Float64Array(rows * cells.length);
  cells.forEach((cell, column) =>
    groups.ofCells.forEach((group, margin) => {
      if (group[cell]! >= 0) a[(groups.offset[margin]! + group[cell]!) * cells.length + column] = 1;
    }),
  );
  const b = Float64Array.from(problem.margins.flatMap(({ targets }) => [...targets]));
  const bound = (cell: number, own: number): number => (fixed?.[cell] ? seed[cell]! : own);
  const lower = Float64Array.from(cells, (cell) => bound(cell, problem.lower?.[cell] ?? 0));
  const upper = Float64Array.from(cells, (cell) => bound(cell, problem.upper?.[cell] ?? Infinity));
  const scale = b.reduce((most, target) => Math.max(most, target), 0);
  let suspects = suspectsAmong(cells, values, lower, upper);
  while (suspects.length > 0) {
    const cost = new Float64Array(cells.length);
    for (const { column, at } of suspects) cost[column] = at === 'lower' ? -1 : 1;
    const result = solveLinear({ rows, columns: cells.length, a, b, lower, upper, cost });
    if (result.kind !== 'optimal') return [];
    const left = suspects.filter(({ column, at }) => {
      const away = at === 'lower' ? result.x[column]! - lower[column]! : upper[column]! - result.x[column]!;
      return away <= NOISE * scale;
    });
    if (left.length === suspects.length) return suspects.map(({ cell, at }) => ({ cell, at }));
    suspects = left;
  }
  return [];
}

function suspectsAmong(cells: readonly number[], values: Float64Array, lower: Float64Array, upper: Float64Array): Suspect[] {
  const near = (NEAR * cells.reduce((sum, cell) => sum + values[cell]!, 0)) / cells.length;
  return cells.flatMap((cell, column): Suspect[] => {
    if (lower[column] === upper[column]) return [];
    if (values[cell]! - lower[column]! < near) return [{ cell, column, at: 'lower' }];
    return upper[column]! - values[cell]! < near ? [{ cell, column, at: 'upper' }] : [];
  });
}
