import { generateDemoCompanies } from '@milepost/testing/demo';
import type { DemoCompany } from '@milepost/testing/demo';
import type { Command } from 'commander';
import { count, say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';
import { runLoad } from '../load.ts';
import type { LoadCounts } from '../load.ts';
import { Progress } from '../progress.ts';

interface DemoFlags {
  readonly scale: string;
  readonly asOf?: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** `milepost demo`: replaces the demo companies in the configured database by freshly generated ones. */
export function demoCommand(program: Command, context: CommandContext): void {
  program
    .command('demo')
    .description(say(context, '把演示公司装入数据库（会替换同名演示公司）', 'Load the demo companies, replacing earlier ones'))
    .option(
      '--scale <n>',
      say(context, '规模，1 为 60 名代表、2,400 家客户', 'size; 1 is 60 representatives and 2,400 accounts'),
      '1',
    )
    .option('--as-of <date>', say(context, '数据截止日，默认今天', 'last day of the history; today when left out'))
    .option('--seed <n>', say(context, '随机种子', 'seed of the generator'), '1')
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((flags: DemoFlags) => runDemo(context, flags));
}

async function runDemo(context: CommandContext, flags: DemoFlags): Promise<void> {
  const companies = generate(context, flags);
  const started = performance.now();
  const progress = new Progress(context, flags.json === true);
  const access = await context.openMirror();
  const loaded: { tenant: string; users: DemoCompany['users']; counts: LoadCounts }[] = [];
  try {
    for (const company of companies) {
      progress.done(`${company.tenant.name} → ${access.describes}`);
      const load = {
        tenant: company.tenant,
        options: { replace: true, source: 'demo' },
        derive: 'given' as const,
        rows: (entity: Parameters<DemoCompany['rows']>[0]) =>
          company.rows(entity) as Iterable<object> as Iterable<Record<string, unknown>>,
      };
      const counts = await runLoad(context, access.sink(), load, progress);
      loaded.push({ tenant: company.tenant.id, users: company.users, counts });
    }
  } finally {
    await access.close();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (flags.json)
    context.out(`${JSON.stringify({ ok: true, rows: progress.total, seconds: Number(seconds), companies: loaded })}\n`);
  else
    context.out(
      say(
        context,
        `已装入 ${count(progress.total)} 行，用时 ${seconds} 秒\n`,
        `Loaded ${count(progress.total)} rows in ${seconds} s\n`,
      ),
    );
}

function generate(context: CommandContext, flags: DemoFlags): readonly DemoCompany[] {
  const seed = Number(flags.seed);
  try {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`Seed "${flags.seed}" is not a whole number`);
    return generateDemoCompanies({ asOf: flags.asOf ?? context.today(), scale: Number(flags.scale), seed });
  } catch (error) {
    if (error instanceof RangeError) throw new Failure('cli.usage', { detail: error.message, command: 'demo' }, error);
    throw error;
  }
}
