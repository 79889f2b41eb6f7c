import type { Command } from 'commander';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { openRegistry } from './open-registry.ts';
import { complain } from './registry-failure.ts';

interface RollbackFlags {
  readonly data?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** `milepost rollback <plugin> <version>`: takes every version above out of use. */
export function rollbackCommand(program: Command, context: CommandContext): void {
  program
    .command('rollback')
    .argument('<plugin>', say(context, '插件编号', 'id of the plugin'))
    .argument('<version>', say(context, '回到哪个版本', 'version to go back to'))
    .description(say(context, '回退插件版本：停用更高的版本', 'Go back to a version: higher ones are taken out of use'))
    .option('--reason <text>', say(context, '原因', 'why'))
    .option('--data <folder>', say(context, '数据文件夹', 'data folder'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action(async (plugin: string, version: string, flags: RollbackFlags) => await rollback(context, plugin, version, flags));
}

async function rollback(context: CommandContext, plugin: string, version: string, flags: RollbackFlags): Promise<void> {
  const { RegistryError } = await import('@milepost/gateway/registry');
  const registry = await openRegistry(flags.data);
  try {
    const disabled = await registry.rollback(plugin, version, flags.reason);
    if (flags.json) return context.out(`${JSON.stringify({ ok: true, plugin, version, disabled })}\n`);
    const list = disabled.join(', ') || '—';
    context.out(say(context, `${plugin} 使用 ${version}；已停用：${list}\n`, `${plugin} uses ${version}; out of use: ${list}\n`));
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw complain(context, error.problems, flags.json === true);
  }
}
