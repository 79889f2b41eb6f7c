import { solutionFile } from '@milepost/routing/formats';
import { checkRoutes } from '@milepost/routing-checker';
import { Option } from 'commander';
import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';
import { progress } from '../target/progress-line.ts';
import { benchCases } from './bench-folder.ts';
import type { BenchCase } from './bench-folder.ts';
import { benchLines, summaryOf } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { counted } from './counted.ts';
import { gapPercent } from './gap.ts';
import { openInstance } from './open-file.ts';
import { names, natural, naturals, objectiveOptions, positive } from './options.ts';
import type { InstanceFlags } from './options.ts';
import { isInstance } from './is-instance.ts';
import { readText } from './read-text.ts';
import { cpuClock, searchInstances, wallClock } from './search-instances.ts';
import { stopped } from './stopped.ts';

interface BenchFlags extends InstanceFlags {
  readonly seconds?: number;
  readonly iterations?: number;
  readonly seeds: readonly number[];
  readonly only?: readonly string[];
  readonly clock: 'wall' | 'cpu';
  readonly json?: boolean;
}

const DEFAULT_SECONDS = 10;

/** `milepost routes bench <folder>`: solves every instance of a folder and compares with its published values. */
export function benchCommand(routes: Command, context: CommandContext): void {
  const command = routes
    .command('bench')
    .argument('<folder>', say(context, '算例文件夹', 'folder of instances'))
    .description(
      say(
        context,
        '求解文件夹中的全部算例，与 best-known.csv 对比，并逐一用独立的代码核对',
        'Solve the instances of a folder, compare with its best-known.csv, and check every plan with independent code',
      ),
    )
    .option(
      '--seconds <n>',
      say(
        context,
        '每个算例的秒数；与 --iterations 都省略则为 10 秒',
        'seconds for each instance; 10 when --iterations is left out too',
      ),
      positive,
    )
    .option('--iterations <n>', say(context, '每个算例的迭代次数', 'iterations for each instance'), natural)
    .option('--seeds <list>', say(context, '随机种子，如 1,2,3', 'seeds, such as 1,2,3'), naturals, [1])
    .option(
      '--only <list>',
      say(context, '只求解名称以此开头的算例，如 p01,pr', 'only instances whose name begins so, such as p01,pr'),
      names,
    );
  for (const option of objectiveOptions(context)) command.addOption(option);
  const clock = say(
    context,
    '秒数按经过的时间，或按本进程占用的处理器时间（机器繁忙时）',
    'seconds as they pass, or of processor time, for a busy machine',
  );
  command
    .addOption(new Option('--clock <clock>', clock).choices(['wall', 'cpu']).default('wall'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((folder: string, flags: BenchFlags) => runBench(context, folder, flags));
}

async function runBench(context: CommandContext, folder: string, flags: BenchFlags): Promise<void> {
  const wanted = benchCases(context, folder, flags.objective).filter(({ label }) => isWanted(label, flags.only));
  const [cases, skipped] = instancesOf(context, wanted);
  if (flags.json !== true) for (const label of skipped) context.err(`${skippedWords(context, label)}\n`);
  if (cases.length === 0) throw emptyFailure(folder);
  const show = progress(context, flags.json === true);
  const rows: BenchRow[] = [];
  for (const one of cases) {
    for (const seed of flags.seeds) {
      if (context.signal.aborted) break;
      show(`${rows.length + 1}/${cases.length * flags.seeds.length} ${one.label}`);
      rows.push(await measure(context, one, seed, flags));
    }
  }
  show(null);
  report(context, rows, skipped, flags.json === true);
}

function report(context: CommandContext, rows: readonly BenchRow[], skipped: readonly string[], json: boolean): void {
  const summary = summaryOf(rows);
  if (!json) context.out(`${benchLines(context, rows, summary).join('\n')}\n`);
  const failure = context.signal.aborted ? stopped() : summary.broken > 0 ? brokenFailure(summary.broken) : null;
  if (failure !== null)
    throw json ? new WordedFailure(failure.code, failure.texts, { ...failure, details: { summary, rows, skipped } }) : failure;
  if (json) context.out(`${JSON.stringify({ ok: true, summary, rows, skipped })}\n`);
}

/** Instances, and names of files that are none, such as a readme among them. */
function instancesOf(context: CommandContext, all: readonly BenchCase[]): [cases: BenchCase[], skipped: string[]] {
  const [cases, skipped]: [BenchCase[], string[]] = [[], []];
  for (const one of all) {
    if (isInstance(readText(context, one.file))) cases.push(one);
    else skipped.push(one.label);
  }
  return [cases, skipped];
}

function skippedWords(context: CommandContext, label: string): string {
  return say(context, `提示 已跳过 ${label}：不是公开算例`, `note ${label} is skipped: it is no published instance`);
}

function isWanted(label: string, only: readonly string[] | undefined): boolean {
  const name = label.split(/[\\/]/).at(-1) ?? label;
  return only === undefined || only.some((start) => name.startsWith(start) || label.startsWith(start));
}

async function measure(context: CommandContext, one: BenchCase, seed: number, flags: BenchFlags): Promise<BenchRow> {
  const { text, named, name } = openInstance(context, one.file, flags);
  const { iterations } = flags;
  const seconds = flags.seconds ?? (iterations === undefined ? DEFAULT_SECONDS : undefined);
  const outcome = await searchInstances(
    context,
    [named],
    { seconds, iterations, seed },
    undefined,
    flags.clock === 'cpu' ? cpuClock : wallClock,
  );
  const plan = solutionFile(named, outcome.solutions[0]!, name);
  const { broken } = checkRoutes(text, JSON.stringify(plan), named.format);
  const feasible = plan.unserved.length === 0 && broken.length === 0;
  return {
    ...{ instance: one.label, seed, clients: named.clientIds.length, distances: named.distances },
    ...{ bestKnown: one.bestKnown, bestVehicles: one.bestVehicles, cost: plan.cost, vehicles: plan.routes.length, feasible },
    // With more or fewer vehicles the ways cannot be compared.
    gapPercent:
      feasible && (one.bestVehicles ?? plan.routes.length) === plan.routes.length ? gapPercent(plan.cost, one.bestKnown) : null,
    ...{ firstFeasibleSeconds: outcome.firstFeasibleSeconds, seconds: outcome.seconds, iterations: outcome.iterations },
    // A plan that says itself what it lacks breaks nothing by lacking it.
    broken: plan.unserved.length === 0 ? broken.length : broken.filter(({ code }) => code !== 'client.days').length,
    missing: plan.unserved.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function emptyFailure(folder: string): WordedFailure {
  const texts = {
    zh: `${folder} 中没有要求解的算例；请检查文件夹和 --only。`,
    en: `There is no instance to solve in ${folder}; check the folder and --only.`,
  };
  return new WordedFailure('routes.bench.empty', texts);
}

function brokenFailure(count: number): WordedFailure {
  const texts = {
    zh: `有 ${count} 处约束被违反；请用 milepost routes check 查看并报告。`,
    en: `${counted(count, 'constraint')} ${count === 1 ? 'is' : 'are'} broken; look with milepost routes check and report it.`,
  };
  return new WordedFailure('routes.broken', texts);
}
