import { Unreadable, verifyPlan } from '@milepost/target-verifier';
import type { Difference, Verification } from '@milepost/target-verifier';
import type { Command } from 'commander';
import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';
import { fileFailure } from './file-problem.ts';
import { readBytes } from './read-file.ts';

interface VerifyFlags {
  readonly json?: boolean;
}

const MOST_SHOWN = 50;

/** `milepost target verify <file>`: checks a published plan with code that shares nothing with the engine. */
export function verifyCommand(target: Command, context: CommandContext): void {
  target
    .command('verify')
    .argument('<file>', say(context, '已发布的计划文件', 'published plan file'))
    .description(say(context, '用独立的代码核对已发布的计划', 'Check a published plan with independent code'))
    .option('--json', say(context, '输出 JSON，列出全部差异', 'print JSON with all differences'))
    .action((file: string, flags: VerifyFlags) => runVerify(context, file, flags));
}

function runVerify(context: CommandContext, file: string, { json }: VerifyFlags): void {
  const result = check(context, file);
  const { differences, ...facts } = result;
  if (differences.length > 0) throw differing(context, file, result, json === true);
  if (json) context.out(`${JSON.stringify({ ok: true, differences: [], ...facts })}\n`);
  else context.out(`${summary(context, result).join('\n')}\n`);
}

function check(context: CommandContext, file: string): Verification {
  try {
    return verifyPlan(readBytes(context, file));
  } catch (error) {
    if (error instanceof Unreadable) throw fileFailure(file, error, 2);
    if (error instanceof WordedFailure) throw new WordedFailure(error.code, error.texts, { ...error, exitCode: 2 });
    throw error;
  }
}

function differing(context: CommandContext, file: string, { differences }: Verification, json: boolean): WordedFailure {
  const shown = differences.slice(0, MOST_SHOWN).map((difference) => line(context, difference));
  const rest = differences.length - shown.length;
  const unit = say(
    context,
    '以下金额与文件一致，为最小货币单位（分）或个数：',
    'Amounts as in the file, in minor units (fen) or pieces:',
  );
  const more =
    rest <= 0 ? [] : [say(context, `…… 另有 ${count(rest)} 处，--json 列出全部`, `… and ${count(rest)} more, --json lists all`)];
  const texts = {
    zh: `${file}：核对不通过，共 ${count(differences.length)} 处；请取回发布时的文件，或改正后重新发布。`,
    en: `${file}: it does not hold in ${count(differences.length)} places; fetch the file as it was published, or correct and publish it again.`,
  };
  return new WordedFailure('target.differs', texts, {
    details: { file, differences },
    lines: json ? [] : [unit, ...shown, ...more],
  });
}

function line(context: CommandContext, { path, place, texts }: Difference): string {
  const where = place === '' ? path : `${place} (${path})`;
  return say(context, `${where}：${texts.zh}`, `${where}: ${texts.en}`);
}

function summary(context: CommandContext, result: Verification): string[] {
  const { axes, cells, holds, journalEntries, metrics, totals, publishedBy, publishedAt, hash } = result;
  const names = axes.map(({ axis, members }) => `${axis} (${count(members)})`).join(' × ');
  const sums = metrics.map((metric, at) => `${metric} = ${totals[at] ?? 'null'}`).join(', ');
  return [
    say(context, `核对通过：${count(cells)} 个单元格，${names}`, `It holds: ${count(cells)} cells, ${names}`),
    say(context, `每个维度的每个合计都等于下级之和；${sums}`, `Every total on every axis is the sum of its children; ${sums}`),
    say(
      context,
      `锁定 ${count(holds)} 处，历史记录 ${count(journalEntries)} 条，与单元格一致`,
      `${count(holds)} holds and ${count(journalEntries)} journal entries agree with the cells`,
    ),
    say(
      context,
      `${publishedBy ?? '?'} 于 ${publishedAt ?? '?'} 发布，SHA-256 ${hash}`,
      `Published by ${publishedBy ?? '?'} at ${publishedAt ?? '?'}, SHA-256 ${hash}`,
    ),
  ];
}
