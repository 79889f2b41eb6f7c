import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { checkOut } from './check-out.ts';
import { openFile } from './open-file.ts';
import { formatOption, natural, objectiveOptions, positive } from './options.ts';
import type { InstanceFlags } from './options.ts';
import { solveInstance } from './solve-instance.ts';
import { solveProblem } from './solve-problem.ts';

/** Options of `routes solve`. */
export interface SolveFlags extends InstanceFlags {
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
    .action(async (file: string, flags: SolveFlags) => {
      checkOut(context, flags.out);
      const opened = openFile(context, file, flags);
      const seconds = flags.seconds ?? (flags.iterations === undefined ? DEFAULT_SECONDS : undefined);
      const budget = { seconds, iterations: flags.iterations, seed: flags.seed };
      if (opened.kind === 'instance') await solveInstance(context, opened, budget, flags);
      else await solveProblem(context, file, opened, budget, flags);
    });
}
