import { solutionFile } from '@milepost/routing/formats';
import type { SolutionFile } from '@milepost/routing/formats';
import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';
import { progress } from '../target/progress-line.ts';
import { writeJson } from '../target/write-file.ts';
import { gapPercent } from './gap.ts';
import { formatOption, natural, objectiveOptions, positive } from './options.ts';
import type { InstanceFlags } from './options.ts';
import { readInstanceFile } from './read-instance-file.ts';
import type { InstanceFile } from './read-instance-file.ts';
import { searchInstance } from './search-instance.ts';
import type { Improvement, SearchOutcome } from './search-instance.ts';
import { improvementWords, noteLines, resultLines } from './solve-words.ts';

interface SolveFlags extends InstanceFlags {
  readonly seconds?: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly bestKnown?: number;
  readonly out?: string;
  readonly json?: boolean;
}

const DEFAULT_SECONDS = 10;

/** `milepost routes solve <file>`: a plan for an instance, better ones as they are found. */
export function solveCommand(routes: Command, context: CommandContext): void {
  const command = routes
    .command('solve')
    .argument('<file>', say(context, '算例文件', 'instance file'))
    .description(
      say(
        context,
        '求解算例；Ctrl-C 停止并输出已找到的最好方案',
        'Solve an instance; Ctrl-C stops and prints the best plan so far',
      ),
    )
    .addOption(formatOption(context));
  for (const option of objectiveOptions(context)) command.addOption(option);
  command
    .option(
      '--seconds <n>',
      say(context, '求解秒数；与 --iterations 都省略则为 10 秒', 'seconds to search; 10 when --iterations is left out too'),
      positive,
    )
    .option(
      '--iterations <n>',
      say(context, '迭代次数；相同种子和次数得到相同的方案', 'iterations; the same seed and number give the same plan'),
      natural,
    )
    .option('--seed <n>', say(context, '随机种子', 'seed'), natural, 1)
    .option('--best-known <cost>', say(context, '已知最优成本，用于计算差距', 'best known cost, for the gap'), positive)
    .option('--out <file>', say(context, '写出方案文件', 'write the plan'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((file: string, flags: SolveFlags) => runSolve(context, file, flags));
}

async function runSolve(context: CommandContext, file: string, flags: SolveFlags): Promise<void> {
  const quiet = flags.json === true;
  const read = readInstanceFile(context, file, flags);
  if (!quiet) for (const line of noteLines(context, read)) context.err(`${line}\n`);
  const { iterations, seed } = flags;
  const seconds = flags.seconds ?? (iterations === undefined ? DEFAULT_SECONDS : undefined);
  const show = progress(context, quiet);
  const better = (improvement: Improvement): void => show(improvementWords(context, improvement));
  const outcome = await searchInstance(context, read.named, { seconds, iterations, seed }, better);
  show(null);
  const plan = solutionFile(read.named, outcome.solution, read.name);
  if (flags.out !== undefined && !outcome.cancelled) await writeJson(context, flags.out, plan);
  const result = resultOf(read, outcome, plan, flags);
  if (!quiet) context.out(`${resultLines(context, result, plan).join('\n')}\n`);
  if (outcome.cancelled) throw stopped(quiet ? result : {});
  if (quiet) context.out(`${JSON.stringify({ ok: true, ...result })}\n`);
}

/** What `--json` prints. */
export interface SolveResult {
  readonly instance: string;
  readonly format: string;
  readonly formatGuessed: boolean;
  readonly objective: string;
  readonly distances: string;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly feasible: boolean;
  readonly cost: number;
  readonly vehicles: number;
  readonly bestKnown: number | null;
  readonly gapPercent: number | null;
  readonly firstFeasibleSeconds: number | null;
  readonly improvements: readonly Improvement[];
  readonly routes: SolutionFile['routes'];
  readonly unserved: SolutionFile['unserved'];
  readonly notes: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly out: string | null;
}

function resultOf(
  { named, name, guessed }: InstanceFile,
  outcome: SearchOutcome,
  plan: SolutionFile,
  flags: SolveFlags,
): SolveResult {
  const { seconds, iterations, firstFeasibleSeconds, improvements } = outcome;
  const bestKnown = flags.bestKnown ?? null;
  const feasible = plan.unserved.length === 0;
  return {
    ...{ instance: name, format: named.format, formatGuessed: guessed, objective: named.objective, distances: named.distances },
    ...{ seed: flags.seed, seconds, iterations, feasible, cost: plan.cost, vehicles: plan.routes.length, bestKnown },
    gapPercent: feasible ? gapPercent(plan.cost, bestKnown) : null,
    ...{ firstFeasibleSeconds, improvements, routes: plan.routes, unserved: plan.unserved, notes: named.notes },
    out: outcome.cancelled ? null : (flags.out ?? null),
  };
}

function stopped(details: Readonly<Record<string, unknown>> | SolveResult): WordedFailure {
  const texts = {
    zh: '已按 Ctrl-C 停止，输出的是到此为止最好的方案；重新运行可继续求解。',
    en: 'Stopped with Ctrl-C; this is the best plan up to then. Run it again to search for longer.',
  };
  return new WordedFailure('routes.stopped', texts, { details: { ...details }, exitCode: 130 });
}
