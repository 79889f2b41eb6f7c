import { solveLinear } from './simplex.ts';
import type { Claims, Oracle } from './claims.ts';
import type { FitProblem } from './problem.ts';
import type { Groups } from './sides.ts';

/** Cells that stand in the same sums and claim nothing act as one column; so does each cell that claims something. */
interface Column {
  readonly rows: readonly number[];
  readonly cell: number;
}

/** Tableaus beyond this many numbers are not tried. */
const LARGEST = 6e5;

/**
 * Answers by linear programming, whichever way the margins interlock. The multipliers that prove a contradiction (Farkas; for
 * their use here: Chinneck, Feasibility and Infeasibility in Optimization, 2008) name its claims. Too large a problem counts
 * as free of contradiction.
 */
export function lpOracle(problem: FitProblem, claims: Claims, groups: Groups): Oracle {
  return {
    contradicts(active) {
      const rowOf = new Int32Array(groups.offset.at(-1)!).fill(-1);
      const targets: number[] = [];
      for (let target = 0; target < rowOf.length; target += 1) if (active[target]) rowOf[target] = targets.push(target) - 1;
      const columns = columnsOf(problem, claims, groups, active, rowOf);
      if (targets.length * (columns.length + targets.length) > LARGEST) return null;
      const bound = (claim: number, otherwise: number): number =>
        claim >= 0 && active[claim] ? claims.list[claim]!.value : otherwise;
      const a = new Float64Array(targets.length * columns.length);
      columns.forEach(({ rows }, column) => rows.forEach((row) => (a[row * columns.length + column] = 1)));
      const result = solveLinear({
        rows: targets.length,
        columns: columns.length,
        a,
        b: Float64Array.from(targets, (target) => claims.list[target]!.value),
        lower: Float64Array.from(columns, ({ cell }) => bound(claims.floor[cell]!, 0)),
        upper: Float64Array.from(columns, ({ cell }) => bound(claims.ceiling[cell]!, Infinity)),
        cost: new Float64Array(columns.length),
      });
      return result.kind === 'infeasible' ? guilty(result.multipliers, targets, columns, claims, active) : null;
    },
  };
}

function columnsOf(
  { seed }: FitProblem,
  { floor, ceiling }: Claims,
  { ofCells, offset }: Groups,
  active: Uint8Array,
  rowOf: Int32Array,
): Column[] {
  const columns: Column[] = [];
  const merged = new Set<string>();
  const claimed = (claim: number): boolean => claim >= 0 && active[claim] === 1;
  for (let cell = 0; cell < seed.length; cell += 1) {
    if (seed[cell] === 0) continue;
    const rows: number[] = [];
    ofCells.forEach((group, margin) => {
      const row = group[cell]! < 0 ? -1 : rowOf[offset[margin]! + group[cell]!]!;
      if (row >= 0) rows.push(row);
    });
    if (rows.length === 0) continue;
    if (!claimed(floor[cell]!) && !claimed(ceiling[cell]!)) {
      const key = rows.join(' ');
      if (merged.has(key)) continue;
      merged.add(key);
    }
    columns.push({ rows, cell });
  }
  return columns;
}

function guilty(
  multipliers: Float64Array,
  targets: readonly number[],
  columns: readonly Column[],
  { floor, ceiling }: Claims,
  active: Uint8Array,
): number[] {
  const found = new Set(targets.filter((_, row) => Math.abs(multipliers[row]!) > 1e-7));
  for (const { rows, cell } of columns) {
    // A cell that would help to meet the targets is at its greatest value, one that harms at its least.
    const help = rows.reduce((sum, row) => sum + multipliers[row]!, 0);
    const claim = help > 1e-7 ? ceiling[cell]! : help < -1e-7 ? floor[cell]! : -1;
    if (claim >= 0 && active[claim]) found.add(claim);
  }
  return [...found];
}
