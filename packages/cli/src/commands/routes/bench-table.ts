import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { tableLines } from '../target/table.ts';
import { counted } from './counted.ts';
import { gapWords } from './gap.ts';

/** One instance, solved once. */
export interface BenchRow {
  readonly instance: string;
  readonly seed: number;
  readonly clients: number;
  readonly distances: string;
  readonly bestKnown: number | null;
  readonly bestVehicles: number | null;
  readonly cost: number;
  readonly vehicles: number;
  readonly feasible: boolean;
  readonly gapPercent: number | null;
  readonly firstFeasibleSeconds: number | null;
  readonly seconds: number;
  readonly iterations: number;
  /** Constraints that the independent checker found broken. */
  readonly broken: number;
  readonly missing: number;
}

/** The table in few numbers. */
export interface BenchSummary {
  readonly runs: number;
  readonly feasible: number;
  readonly broken: number;
  readonly meanGapPercent: number | null;
  readonly worstGapPercent: number | null;
  readonly worst: string | null;
  readonly slowestFirstFeasibleSeconds: number | null;
}

/** Mean and worst over all rows that have a published value and a feasible plan. */
export function summaryOf(rows: readonly BenchRow[]): BenchSummary {
  const gaps = rows.flatMap(({ instance, gapPercent }) => (gapPercent === null ? [] : [{ instance, gap: gapPercent }]));
  const worst = gaps.reduce<(typeof gaps)[number] | null>(
    (most, one) => (most === null || one.gap > most.gap ? one : most),
    null,
  );
  const firsts = rows.map(({ firstFeasibleSeconds }) => firstFeasibleSeconds);
  return {
    runs: rows.length,
    feasible: rows.filter(({ feasible }) => feasible).length,
    broken: rows.reduce((sum, { broken }) => sum + broken, 0),
    meanGapPercent: gaps.length === 0 ? null : gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length,
    worstGapPercent: worst?.gap ?? null,
    worst: worst?.instance ?? null,
    slowestFirstFeasibleSeconds: firsts.includes(null) ? null : Math.max(...firsts.map(Number)),
  };
}

/** The table for people. */
export function benchLines(context: CommandContext, rows: readonly BenchRow[], summary: BenchSummary): string[] {
  const head = say(context, '算例,种子,已知最优,成本,差距,首个可行（秒）,迭代,核对', 'instance,seed,best known,cost,gap,first feasible s,iterations,check').split(','); // prettier-ignore
  const { meanGapPercent, worstGapPercent, worst, feasible, runs } = summary;
  return [
    ...tableLines([head, ...rows.map((row) => cells(context, row))]),
    '',
    say(
      context,
      `平均差距 ${gapWords(meanGapPercent)}，最差 ${gapWords(worstGapPercent)}（${worst ?? '–'}）`,
      `Mean gap ${gapWords(meanGapPercent)}, worst ${gapWords(worstGapPercent)} (${worst ?? '–'})`,
    ),
    say(
      context,
      `${count(runs)} 次求解，${count(feasible)} 次得到可行方案`,
      `${counted(runs, 'run')}, ${count(feasible)} with a feasible plan`,
    ),
  ];
}

function gapCell(context: CommandContext, { gapPercent, bestVehicles, vehicles, feasible }: BenchRow): string {
  const more = bestVehicles === null || !feasible ? 0 : vehicles - bestVehicles;
  if (more === 0) return gapWords(gapPercent);
  return say(context, `${more > 0 ? '+' : ''}${more} 辆`, `${more > 0 ? '+' : ''}${more} vehicles`);
}

function cells(context: CommandContext, row: BenchRow): string[] {
  const vehicles = (used: number | null): string => (used === null ? '' : `${used} / `);
  const own = row.bestVehicles === null ? null : row.vehicles;
  const check =
    row.broken > 0
      ? say(context, `${row.broken} 处违反`, `${row.broken} broken`)
      : row.missing > 0
        ? say(context, `缺 ${row.missing} 次`, `${row.missing} missing`)
        : say(context, '通过', 'holds');
  return [
    ...[row.instance, String(row.seed), row.bestKnown === null ? '' : `${vehicles(row.bestVehicles)}${row.bestKnown}`],
    ...[`${vehicles(own)}${Number(row.cost.toFixed(2))}`, gapCell(context, row), row.firstFeasibleSeconds?.toFixed(3) ?? '–'],
    ...[count(row.iterations), check],
  ];
}
