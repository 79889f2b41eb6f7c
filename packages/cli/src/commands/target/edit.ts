import { planFileOf, readEdits, runEdits } from '@milepost/allocation/file';
import type { PlanDocument } from '@milepost/allocation/file';
import { diffPlans } from '@milepost/allocation';
import type { MoneyUnit } from '@milepost/allocation/words';
import type { Command } from 'commander';
import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { diffLines } from './diff-lines.ts';
import { inFile } from './file-problem.ts';
import { progress } from './progress-line.ts';
import { readJsonFile, readPlanFile } from './read-file.ts';
import { refusalFailure } from './refusal-failure.ts';
import { speechOf, unitOption } from './speech.ts';
import { stopIfCancelled, writeJson } from './write-file.ts';

interface EditFlags {
  readonly out?: string;
  readonly journal: boolean;
  readonly unit: MoneyUnit;
  readonly json?: boolean;
}

const MOST_SHOWN = 40;

/** `milepost target edit <plan> <edits>`: all edits or none; without `--out` only the difference is shown. */
export function editCommand(target: Command, context: CommandContext): void {
  target
    .command('edit')
    .argument('<plan>', say(context, '计划文件', 'plan file'))
    .argument('<edits>', say(context, '编辑文件', 'file with edits'))
    .description(say(context, '把一组编辑应用到计划：全部生效或全不生效', 'Apply edits to a plan, all of them or none'))
    .option(
      '--out <file>',
      say(context, '写出新计划；省略则只显示差异', 'write the new plan; left out, only the difference is shown'),
    )
    .option('--no-journal', say(context, '新计划不含历史记录', 'write no journal'))
    .addOption(unitOption(context))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((plan: string, edits: string, flags: EditFlags) => runEdit(context, plan, edits, flags));
}

async function runEdit(context: CommandContext, planFile: string, editsFile: string, flags: EditFlags): Promise<void> {
  const show = progress(context, flags.json === true);
  show(say(context, `读取 ${planFile}`, `Reading ${planFile}`));
  const document = readPlanFile(context, planFile);
  const json = readJsonFile(context, editsFile);
  const edits = inFile(editsFile, () => readEdits(document.plan, json));
  await stopIfCancelled(context);
  show(say(context, '应用编辑', 'Applying the edits'));
  const result = inFile(editsFile, () => runEdits(document.plan, edits));
  if (!result.ok) throw refusalFailure(speechOf(context, document), { file: editsFile, path: result.path }, result.refusal);
  const changed: PlanDocument = { ...document, plan: result.plan };
  if (flags.out !== undefined) {
    show(say(context, `写入 ${flags.out}`, `Writing ${flags.out}`));
    await writeJson(context, flags.out, planFileOf(changed, { journal: flags.journal }));
  }
  show(null);
  const diff = diffPlans(document.plan, result.plan, { limit: MOST_SHOWN });
  if (flags.json) {
    context.out(`${JSON.stringify({ ok: true, out: flags.out ?? null, edits: edits.length, diff })}\n`);
    return;
  }
  const lines = diffLines(speechOf(context, changed), diff, flags.unit);
  const done = say(context, `应用了 ${count(edits.length)} 项编辑`, `Applied ${count(edits.length)} edits`);
  const where = flags.out === undefined ? say(context, '，没有写出文件；加 --out <文件> 保存。', '; nothing was written, --out <file> keeps it.') : say(context, `，已写入 ${flags.out}`, `, wrote ${flags.out}`); // prettier-ignore
  context.out(`${[...lines, '', `${done}${where}`].join('\n')}\n`);
}
