import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { openRegistry } from './open-registry.ts';
import { complain } from './registry-failure.ts';

interface PublishFlags {
  readonly data?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** `milepost publish <dist>`: puts a built plugin into the registry; a running portal takes it at the next page load. */
export function publishCommand(program: Command, context: CommandContext): void {
  program
    .command('publish')
    .argument('<dist>', say(context, '插件构建结果的文件夹', 'folder a plugin build wrote'))
    .description(say(context, '发布插件版本', 'Publish a version of a plugin'))
    .option('--data <folder>', say(context, '数据文件夹', 'data folder'))
    .option(
      '--replace',
      say(context, '允许同一版本换成新内容（仅限开发）', 'let the same version take other bytes (development)'),
    )
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action(async (dist: string, flags: PublishFlags) => await publish(context, dist, flags));
}

async function publish(context: CommandContext, dist: string, flags: PublishFlags): Promise<void> {
  const { RegistryError } = await import('@milepost/gateway/registry');
  const registry = await openRegistry(flags.data);
  try {
    const result = await registry.publish(resolve(context.cwd, dist), { replace: flags.replace === true });
    if (flags.json) return context.out(`${JSON.stringify({ ok: true, ...result })}\n`);
    const { id, version } = result;
    const words = {
      published: say(context, `已发布 ${id} ${version}\n`, `Published ${id} ${version}\n`),
      replaced: say(context, `已替换 ${id} ${version}\n`, `Replaced ${id} ${version}\n`),
      unchanged: say(
        context,
        `${id} ${version} 已发布过，内容相同\n`,
        `${id} ${version} is there already, with the same bytes\n`,
      ),
    };
    context.out(words[result.outcome]);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw complain(context, error.problems, flags.json === true);
  }
}
