import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { openRegistry } from './open-registry.ts';
import { complain } from './registry-failure.ts';

interface CheckFlags {
  readonly data?: string;
  readonly json?: boolean;
}

/** `milepost portal check <file>`: checks a portal file against its schema and against what is published. */
export function portalCommand(program: Command, context: CommandContext): void {
  program
    .command('portal')
    .description(say(context, '门户文件', 'Portal files'))
    .command('check')
    .argument('<file>', say(context, '门户文件', 'portal file'))
    .description(say(context, '检查门户文件', 'Check a portal file'))
    .option('--data <folder>', say(context, '数据文件夹', 'data folder'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action(async (file: string, flags: CheckFlags) => await checkPortal(context, file, flags));
}

async function checkPortal(context: CommandContext, file: string, flags: CheckFlags): Promise<void> {
  const { portalContext, readPortal } = await import('@milepost/gateway/registry');
  const { validatePortal } = await import('@milepost/sdk/portal');
  const registry = await openRegistry(flags.data);
  const parsed = await readPortal(resolve(context.cwd, file));
  if ('problem' in parsed) throw complain(context, [parsed.problem], flags.json === true);
  const result = validatePortal(parsed.json, portalContext(await registry.state()));
  if (!result.ok) throw complain(context, result.problems, flags.json === true);
  context.out(flags.json ? '{"ok":true}\n' : say(context, '没有问题\n', 'No problems\n'));
}
