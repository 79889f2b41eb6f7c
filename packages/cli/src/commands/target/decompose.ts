import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cellValue } from '@milepost/allocation';
import { fileProblem, planFileOf, readSpec, runSpec } from '@milepost/allocation/file';
import type { PlanDocument, SpecResult, StatedAmount, TargetSpec } from '@milepost/allocation/file';
import { amountWords, cellWords, changeWords } from '@milepost/allocation/words';
import type { MoneyUnit, Speech } from '@milepost/allocation/words';
import { decodeCsv } from '@milepost/crm/csv';
import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { inFile } from './file-problem.ts';
import { fiscalLines, noteLines } from './note-lines.ts';
import { paddingLines, paddingOf } from './padding-lines.ts';
import { planTable } from './plan-table.ts';
import { progress } from './progress-line.ts';
import { readJsonFile } from './read-file.ts';
import { refusalFailure } from './refusal-failure.ts';
import { speechOf, unitOption } from './speech.ts';
import { stopIfCancelled, writeJson } from './write-file.ts';

type Done = Extract<SpecResult, { readonly ok: true }>;

interface DecomposeFlags {
  readonly out?: string;
  readonly journal: boolean;
  readonly unit: MoneyUnit;
  readonly json?: boolean;
}

/** `milepost target decompose <spec>`: a plan from a spec; without `--out` it is only shown. */
export function decomposeCommand(target: Command, context: CommandContext): void {
  target
    .command('decompose')
    .argument('<spec>', say(context, '分解说明文件', 'spec file'))
    .description(say(context, '按说明文件分解目标', 'Decompose targets by a spec'))
    .option('--out <file>', say(context, '写出计划文件；省略则只显示结果', 'write the plan; left out, it is only shown'))
    .option(
      '--no-journal',
      say(
        context,
        '计划文件不含历史记录（体积更小，但不能说明数值来历）',
        'write no journal: smaller, but numbers cannot be explained',
      ),
    )
    .addOption(unitOption(context))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((spec: string, flags: DecomposeFlags) => runDecompose(context, spec, flags));
}

async function runDecompose(context: CommandContext, file: string, flags: DecomposeFlags): Promise<void> {
  const show = progress(context, flags.json === true);
  show(say(context, `读取 ${file}`, `Reading ${file}`));
  const json = readJsonFile(context, file);
  const spec = inFile(file, () => readSpec(json, (name, path) => readBeside(context, file, name, path)));
  await stopIfCancelled(context);
  const result = inFile(file, () => runSpec(spec, (path) => show(say(context, `分解 ${path}`, `Decomposing ${path}`))));
  if (!result.ok) throw refusalFailure(speechOf(context, spec.document), { file, path: result.path }, result.refusal);
  if (flags.out !== undefined) {
    show(say(context, `写入 ${flags.out}`, `Writing ${flags.out}`));
    await writeJson(context, flags.out, planFileOf(result.document, { journal: flags.journal }));
  }
  show(null);
  report(context, file, spec, result, flags);
}

/** A table beside the spec, in any encoding that Excel writes. */
function readBeside(context: CommandContext, spec: string, name: string, path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(dirname(resolve(context.cwd, spec)), name));
  } catch {
    throw fileProblem('allocation.file.unreadable', name, path);
  }
  const decoded = decodeCsv(bytes);
  if ('text' in decoded) return decoded.text;
  throw fileProblem('allocation.file.encoding', 0, path);
}

function report(context: CommandContext, file: string, spec: TargetSpec, done: Done, { json, out, unit }: DecomposeFlags): void {
  const { document, movedFurther } = done;
  const { plan, title } = document;
  const speech = speechOf(context, document);
  const padding = inFile(file, () => paddingOf(document));
  if (json) {
    const totals = plan.metrics.map((metric) => ({ metric: metric.id, total: cellValue(plan, { metric: metric.id, at: {} }) }));
    const cells = plan.grid.rowCount * plan.grid.width;
    const railsMissed = [...spec.railsMissed].map(([path, pools]) => ({ path, pools: pools.size }));
    const { uncertainPeriods } = spec;
    context.out(
      `${JSON.stringify({ ok: true, out: out ?? null, cells, totals, commitments: gaps(spec, document), padding, facts: spec.reports, movedFurther, railsMissed, uncertainPeriods })}\n`,
    );
    return;
  }
  const lines = [
    ...(title === null ? [] : [title, '']),
    ...fiscalLines(speech, document),
    ...plan.metrics.flatMap((metric) => [...planTable(speech, metric, unit), '']),
    ...gapLines(speech, gaps(spec, document), unit),
    ...paddingLines(speech, padding, unit),
    out === undefined
      ? say(context, '没有写出文件；加 --out <文件> 保存。', 'Nothing was written; --out <file> keeps it.')
      : say(context, `已写入 ${out}`, `Wrote ${out}`),
  ];
  context.out(`${lines.join('\n')}\n`);
  for (const line of noteLines(speech, spec, done)) context.err(`${line}\n`);
}

interface Gap extends StatedAmount {
  /** What the plan has there. */
  readonly planned: number | null;
  /** Committed less planned. */
  readonly gap: number;
}

function gaps({ commitments }: TargetSpec, { plan }: PlanDocument): Gap[] {
  return commitments.map((stated) => {
    const planned = cellValue(plan, stated.target);
    return { ...stated, planned, gap: stated.amount - (planned ?? 0) };
  });
}

function gapLines(speech: Speech, list: readonly Gap[], unit: MoneyUnit): string[] {
  const zh = speech.language === 'zh';
  const lines = list.map(({ target, amount, planned, gap }) => {
    const metric = speech.plan.metrics.find(({ id }) => id === target.metric) ?? speech.plan.metrics[0];
    if (metric === undefined) return '';
    const [committed, given] = [amount, planned].map((value) => amountWords(value, metric, speech.language, unit));
    const change = changeWords(gap, metric, speech.language, unit);
    const cell = cellWords(speech, target);
    return zh ? `  ${cell}：承诺 ${committed}，目标 ${given}，差额 ${change}` : `  ${cell}: committed ${committed}, target ${given}, gap ${change}`; // prettier-ignore
  });
  return lines.length === 0 ? [] : [zh ? '自下而上的承诺：' : 'Bottom-up commitments:', ...lines, ''];
}
