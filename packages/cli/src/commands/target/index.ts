import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { decomposeCommand } from './decompose.ts';
import { diffCommand } from './diff.ts';
import { editCommand } from './edit.ts';
import { explainCommand } from './explain.ts';
import { publishCommand } from './publish.ts';
import { verifyCommand } from './verify.ts';

/** `milepost target …`: targets as files, without a portal or a database. */
export function targetCommand(program: Command, context: CommandContext): void {
  const target = program.command('target').description(say(context, '目标文件', 'Target files'));
  decomposeCommand(target, context);
  editCommand(target, context);
  diffCommand(target, context);
  explainCommand(target, context);
  publishCommand(target, context);
  verifyCommand(target, context);
}
