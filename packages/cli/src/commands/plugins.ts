import type { Command } from 'commander';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { openRegistry } from './open-registry.ts';

interface PluginsFlags {
  readonly data?: string;
  readonly json?: boolean;
}

interface Line {
  readonly plugin: string;
  readonly version: string;
  readonly status: 'good' | 'bad';
  readonly reason?: string;
  readonly publishedAt: string;
  /** Browser sessions in which it failed. */
  readonly failingSessions: number;
}

/** `milepost plugins`: what is published, in which state, and what browsers report. */
export function pluginsCommand(program: Command, context: CommandContext): void {
  program
    .command('plugins')
    .description(say(context, '列出已发布的插件版本', 'List the published versions of plugins'))
    .option('--data <folder>', say(context, '数据文件夹', 'data folder'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action(async (flags: PluginsFlags) => await listPlugins(context, flags));
}

async function listPlugins(context: CommandContext, flags: PluginsFlags): Promise<void> {
  const { ReportBook } = await import('@milepost/gateway/registry');
  const registry = await openRegistry(flags.data);
  const reports = new ReportBook(registry.folder);
  const lines: Line[] = [];
  const { plugins, problems } = await registry.state();
  for (const { path, message, remedy } of problems) {
    context.err(say(context, `${path}：${message['zh-CN']}${remedy['zh-CN']}\n`, `${path}: ${message.en} ${remedy.en}\n`));
  }
  for (const [plugin, versions] of plugins) {
    const failures = await reports.of(plugin);
    for (const { version, status, reason, publishedAt } of versions) {
      const failingSessions = failures[version]?.sessions.length ?? 0;
      lines.push({
        plugin,
        version,
        status,
        ...(reason === undefined ? {} : { reason }),
        publishedAt,
        failingSessions,
      });
    }
  }
  if (flags.json) return context.out(`${JSON.stringify(lines)}\n`);
  if (lines.length === 0)
    return context.out(
      say(
        context,
        '还没有发布过插件。用 milepost publish <dist> 发布。\n',
        'Nothing is published yet. milepost publish <dist> does it.\n',
      ),
    );
  for (const line of lines) context.out(`${describe(context, line)}\n`);
}

function describe(context: CommandContext, { plugin, version, status, reason, publishedAt, failingSessions }: Line): string {
  const state =
    status === 'good' ? say(context, '可用', 'good') : say(context, `停用（${reason ?? ''}）`, `out of use (${reason ?? ''})`);
  const failing =
    failingSessions === 0 ? '' : say(context, `  ${failingSessions} 个会话报告失败`, `  fails in ${failingSessions} sessions`);
  return `${plugin.padEnd(24)} ${version.padEnd(10)} ${publishedAt.slice(0, 10)}  ${state}${failing}`;
}
