import { entities } from '@milepost/crm';
import { enumLabel } from '@milepost/crm/csv';
import type { Gateway, GatewayConfig, StartProgress } from '@milepost/gateway';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';

/** What a step of the start says on the screen; nothing for steps that nobody waits for. */
export function progressLine(context: CommandContext, progress: StartProgress): string | undefined {
  if (progress.step === 'database') {
    const { step, state } = progress.detail;
    if (step === 'create' && state === 'begin') return say(context, '创建内置数据库……', 'Creating the embedded database…');
    if (step === 'stop-leftover')
      return say(context, '停止了上次遗留的数据库进程', 'Stopped the database left over from last time');
    if (step === 'crashed') return crashLine(context, progress.detail.restarted);
    return undefined;
  }
  if (progress.step === 'migrate') {
    if (progress.state === 'begin' || progress.ran.length === 0) return undefined;
    return say(
      context,
      `数据库结构已更新（${progress.ran.length} 步）`,
      `Database brought up to date (${progress.ran.length} steps)`,
    );
  }
  if (progress.state === 'begin') return say(context, '装入演示公司……', 'Loading the demo companies…');
  const seconds = (progress.durationMs / 1000).toFixed(1);
  return say(context, `演示公司已装入（${seconds} 秒）`, `Demo companies loaded (${seconds} s)`);
}

function crashLine(context: CommandContext, restarted: boolean): string {
  return restarted
    ? say(context, '数据库意外停止，已自动重启', 'The database stopped unexpectedly and was restarted')
    : say(
        context,
        '数据库多次意外停止，未再重启。请检查磁盘，然后重新运行',
        'The database keeps stopping and was not restarted. Check the disk, then start again',
      );
}

function roleName(context: CommandContext, role: string): string {
  const field = entities.people.fields.find(({ name }) => name === 'role');
  return field ? enumLabel('people', field, role, context.locale) : role;
}

/** The address, the people of the demo, and where the log is. */
export async function greet(
  context: CommandContext,
  running: Gateway,
  config: GatewayConfig,
  url: string,
  ms: number,
  logFile: string | undefined,
): Promise<void> {
  const seconds = (ms / 1000).toFixed(1);
  context.out(say(context, `\nMilepost 已启动（${seconds} 秒）：${url}\n`, `\nMilepost is running (${seconds} s): ${url}\n`));
  if (config.demo) {
    const { demoUsers } = await import('@milepost/gateway');
    const users = await demoUsers(running.kit.database, running.kit.demoHints);
    context.out(say(context, '演示用户（打开页面后选择）：\n', 'Demo users (choose one on the page):\n'));
    for (const user of users) {
      const hint = user.hint ? `  ${say(context, user.hint['zh-CN'], user.hint.en)}` : '';
      const role = roleName(context, user.role);
      const post = say(context, `（${role}）`, ` (${role}) `);
      context.out(`  ${user.tenantName} · ${user.name}${post}${user.unit ?? ''}${hint}\n`);
    }
  }
  if (logFile) context.out(say(context, `日志：${logFile}\n`, `Log: ${logFile}\n`));
  context.out(say(context, '按 Ctrl-C 停止。\n', 'Ctrl-C stops it.\n'));
}
