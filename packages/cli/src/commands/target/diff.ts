import { diffFileOf } from '@milepost/allocation/file';
import type { MoneyUnit } from '@milepost/allocation/words';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { diffLines } from './diff-lines.ts';
import { inFile } from './file-problem.ts';
import { readPlanFile } from './read-file.ts';
import { speechOf, unitOption } from './speech.ts';

interface DiffFlags {
  readonly limit: number;
  readonly unit: MoneyUnit;
  readonly json?: boolean;
}

/** `milepost target diff <a> <b>`: what differs, from the top down. */
export function diffCommand(target: Command, context: CommandContext): void {
  target
    .command('diff')
    .argument('<a>', say(context, '原计划', 'plan file'))
    .argument('<b>', say(context, '新计划', 'another plan file'))
    .description(say(context, '比较两份计划', 'Compare two plans'))
    .option('--limit <n>', say(context, '最多列出多少个单元格', 'most cells to list'), limitOf, 40)
    .addOption(unitOption(context))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((a: string, b: string, flags: DiffFlags) => runDiff(context, a, b, flags));
}

function runDiff(context: CommandContext, before: string, after: string, flags: DiffFlags): void {
  const [left, right] = [readPlanFile(context, before), readPlanFile(context, after)];
  const diff = inFile(after, () => diffFileOf(left.plan, right.plan, flags.limit));
  if (flags.json) context.out(`${JSON.stringify({ ok: true, ...diff })}\n`);
  else context.out(`${diffLines(speechOf(context, right), diff, flags.unit).join('\n')}\n`);
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return limit;
}
