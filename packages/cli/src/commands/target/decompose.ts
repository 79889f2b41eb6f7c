import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cellValue } from '@milepost/allocation';
import { fileProblem, planFileOf, readSpec, runSpec } from '@milepost/allocation/file';
import type { NamedReport, PlanDocument, SpecResult, StatedAmount, TargetSpec } from '@milepost/allocation/file';
import { amountWords, cellWords, changeWords } from '@milepost/allocation/words';
import type { MoneyUnit, Speech } from '@milepost/allocation/words';
import { decodeCsv } from '@milepost/crm/csv';
import type { Command } from 'commander';
import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { inFile } from './file-problem.ts';
import { planTable } from './plan-table.ts';
import { progress } from './progress-line.ts';
import { readJsonFile } from './read-file.ts';
import { refusalFailure } from './refusal-failure.ts';
import { languageOf, speechOf, unitOption } from './speech.ts';
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
  report(context, spec, result, flags);
}

/** Days that are not published yet are said to be so, whether or not a method used them. */
function calendarLines(context: CommandContext, { calendar }: PlanDocument): string[] {
  if (calendar === null || calendar.status === 'official') return [];
  const { id, status } = calendar;
  const zh = status === 'estimated' ? '尚未公布，按估计值计算' : '没有数据，仅按周一至周五计算';
  const en = status === 'estimated' ? 'are not published yet and estimated' : 'are not known: weekdays alone are counted';
  return [say(context, `提示 日历 ${id}：节假日${zh}`, `note calendar ${id}: its holidays ${en}`)];
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

function report(context: CommandContext, spec: TargetSpec, done: Done, { json, out, unit }: DecomposeFlags): void {
  const { document, movedFurther } = done;
  const { plan, title } = document;
  const speech = speechOf(context, document);
  if (json) {
    const totals = plan.metrics.map((metric) => ({ metric: metric.id, total: cellValue(plan, { metric: metric.id, at: {} }) }));
    const cells = plan.grid.rowCount * plan.grid.width;
    context.out(
      `${JSON.stringify({ ok: true, out: out ?? null, cells, totals, commitments: gaps(spec, document), facts: spec.reports, movedFurther })}\n`,
    );
    return;
  }
  const lines = [
    ...(title === null ? [] : [title, '']),
    ...plan.metrics.flatMap((metric) => [...planTable(speech, metric, unit), '']),
    ...gapLines(speech, gaps(spec, document)),
    out === undefined
      ? say(context, '没有写出文件；加 --out <文件> 保存。', 'Nothing was written; --out <file> keeps it.')
      : say(context, `已写入 ${out}`, `Wrote ${out}`),
  ];
  context.out(`${lines.join('\n')}\n`);
  for (const line of movedLines(speech, movedFurther)) context.err(`${line}\n`);
  for (const line of calendarLines(context, document)) context.err(`${line}\n`);
  for (const line of spec.reports.flatMap((one) => unusedLines(context, one))) context.err(`${line}\n`);
}

/** Cells that several totals at once moved by more than rounding. */
function movedLines(speech: Speech, moved: Done['movedFurther']): string[] {
  const zh = speech.language === 'zh';
  return moved.slice(0, 10).map(({ at, fitted, rounded }) => {
    const cell = cellWords(speech, { at });
    return zh ? `提示 ${cell}：为满足各项合计，比应得的多移动了：${fitted} → ${rounded}` : `note ${cell}: moved further than rounding to meet all totals: ${fitted} → ${rounded}`; // prettier-ignore
  });
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

function gapLines(speech: Speech, list: readonly Gap[]): string[] {
  const zh = speech.language === 'zh';
  const lines = list.map(({ target, amount, planned, gap }) => {
    const metric = speech.plan.metrics.find(({ id }) => id === target.metric) ?? speech.plan.metrics[0];
    if (metric === undefined) return '';
    const [committed, given] = [amount, planned].map((value) => amountWords(value, metric, speech.language));
    const change = changeWords(gap, metric, speech.language);
    const cell = cellWords(speech, target);
    return zh ? `  ${cell}：承诺 ${committed}，目标 ${given}，差额 ${change}` : `  ${cell}: committed ${committed}, target ${given}, gap ${change}`; // prettier-ignore
  });
  return lines.length === 0 ? [] : [zh ? '自下而上的承诺：' : 'Bottom-up commitments:', ...lines, ''];
}

function unusedLines(context: CommandContext, { facts, report: own }: NamedReport): string[] {
  const zh = languageOf(context) === 'zh';
  return own.unused.map(({ reason, axis, id, rows, path }) => {
    const what = [axis, id].filter((part) => part !== null).join(' = ');
    return zh ? `提示 ${facts}: ${path}：${count(rows)} 行未使用（${reason}${what && `：${what}`}）` : `note ${facts}: ${path}: ${count(rows)} rows not used (${reason}${what && `: ${what}`})`; // prettier-ignore
  });
}
