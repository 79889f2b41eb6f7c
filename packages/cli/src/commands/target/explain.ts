import { explainCell } from '@milepost/allocation';
import { readCellText } from '@milepost/allocation/file';
import { explainInWords } from '@milepost/allocation/words';
import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { inFile } from './file-problem.ts';
import { readPlanFile } from './read-file.ts';
import { speechOf } from './speech.ts';

/** `milepost target explain <plan> <cell>`: why a cell has its number, in words. */
export function explainCommand(target: Command, context: CommandContext): void {
  target
    .command('explain')
    .argument('<plan>', say(context, '计划文件', 'plan file'))
    .argument(
      '[cell]',
      say(
        context,
        '单元格：成员的标识或名称，如 north,2026-03 或 organisation=north；省略为总计',
        'cell by ids or names of members, such as north,2026-03 or organisation=north; the whole plan when left out',
      ),
      '',
    )
    .description(say(context, '用文字说明一个数值的来历', 'Explain a number in words'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((plan: string, cell: string, flags: { readonly json?: boolean }) => runExplain(context, plan, cell, flags));
}

function runExplain(context: CommandContext, file: string, cell: string, { json }: { readonly json?: boolean }): void {
  const document = readPlanFile(context, file);
  const explanation = inFile(file, () => explainCell(document.plan, readCellText(document, cell)));
  const sentences = explainInWords(speechOf(context, document), explanation);
  if (json) context.out(`${JSON.stringify({ ok: true, ...explanation, words: sentences.map(({ text }) => text) })}\n`);
  else context.out(sentences.map(({ text, level }) => `${level === 1 ? '  – ' : ''}${text}\n`).join(''));
}
