import { startForeignPage } from '@milepost/testing/foreign-page';
import type { Command } from 'commander';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';
import { dataFolder } from './open-registry.ts';

interface DemoCrmFlags {
  readonly gateway: string;
  readonly port: string;
  readonly user?: string;
  readonly strict?: boolean;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly hint: unknown;
}

/** `milepost demo-crm`: an old CRM's account page with widgets in it, beside a running demo. */
export function demoCrmCommand(program: Command, context: CommandContext): void {
  program
    .command('demo-crm')
    .description(
      say(
        context,
        '启动一个嵌入了组件的旧版 CRM 页面（需要正在运行的演示）',
        'Serve an old CRM page with widgets in it, beside a running demo',
      ),
    )
    .option('--gateway <url>', say(context, '网关地址', 'address of the gateway'), 'http://127.0.0.1:4780')
    .option('--port <port>', say(context, '端口', 'port'), '4190')
    .option('--user <id>', say(context, '演示用户，默认第一位业务代表', 'demo user; the first representative when left out'))
    .option(
      '--strict',
      say(context, '严格的内容安全策略，组件以框架方式显示', 'a strict Content-Security-Policy, with widgets in frames'),
    )
    .action((flags: DemoCrmFlags) => runDemoCrm(context, flags));
}

async function runDemoCrm(context: CommandContext, flags: DemoCrmFlags): Promise<void> {
  const gateway = new URL(flags.gateway).origin;
  const { signDemoAssertion } = await import('@milepost/gateway');
  const dataDir = await dataFolder(undefined);
  const person = await choosePerson(gateway, flags.user);
  const [tenantId = '', ...rest] = person.id.split(':');
  const page = await startForeignPage({
    gateway,
    port: Number(flags.port),
    strict: flags.strict ?? false,
    sign: () => signDemoAssertion(dataDir, tenantId, rest.join(':')),
  });
  context.out(say(context, `旧版 CRM：${page.url}（${person.name}）\n`, `Old CRM: ${page.url} (${person.name})\n`));
  await stopped(context.signal);
  await page.close();
}

/** Somebody of the running demo. */
async function choosePerson(gateway: string, wanted: string | undefined): Promise<Person> {
  const answer = await fetch(`${gateway}/api/demo/users`).catch(() => null);
  if (!answer?.ok) {
    throw new Failure('cli.demo.gateway', { gateway });
  }
  const { users } = (await answer.json()) as { users: readonly Person[] };
  const person = wanted
    ? users.find(({ id }) => id === wanted)
    : (users.find(({ role, hint }) => role === 'rep' && hint !== null) ?? users[0]);
  if (person) return person;
  throw new Failure('cli.demo.user', { user: wanted ?? '' });
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
