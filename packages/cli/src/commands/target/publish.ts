import { readFileSync } from 'node:fs';
import { publishPlan } from '@milepost/allocation/file';
import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { inFile } from './file-problem.ts';
import { progress } from './progress-line.ts';
import { readPlanFile } from './read-file.ts';
import { stopIfCancelled, writeJson } from './write-file.ts';

interface PublishFlags {
  readonly out: string;
  readonly by: string;
  readonly at?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** `milepost target publish <plan>`: writes the plan with a certificate that `target verify` checks. */
export function publishCommand(target: Command, context: CommandContext): void {
  target
    .command('publish')
    .argument('<plan>', say(context, '计划文件', 'plan file'))
    .description(say(context, '发布计划：写出带证书的文件', 'Publish a plan: write it with a certificate'))
    .requiredOption('--out <file>', say(context, '写到哪里', 'where to write it'))
    .requiredOption('--by <name>', say(context, '发布人', 'who publishes'))
    .option(
      '--at <instant>',
      say(
        context,
        '发布时间，如 2026-01-06T09:00:00+08:00；省略为现在',
        'when, such as 2026-01-06T09:00:00+08:00; now when left out',
      ),
    )
    .option('--reason <text>', say(context, '说明', 'why'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((plan: string, flags: PublishFlags) => runPublish(context, plan, flags));
}

async function runPublish(context: CommandContext, file: string, flags: PublishFlags): Promise<void> {
  const show = progress(context, flags.json === true);
  show(say(context, `读取 ${file}`, `Reading ${file}`));
  const document = readPlanFile(context, file);
  await stopIfCancelled(context);
  show(say(context, '计算证书', 'Computing the certificate'));
  const { by, reason, at = new Date().toISOString() } = flags;
  const published = inFile(file, () =>
    publishPlan(document, { by, at, engine: version(), ...(reason === undefined ? {} : { reason }) }),
  );
  await writeJson(context, flags.out, published);
  show(null);
  const hash = published.certificate?.hash ?? '';
  const number = document.versions.length + 1;
  if (flags.json) context.out(`${JSON.stringify({ ok: true, out: flags.out, version: number, hash })}\n`);
  else
    context.out(
      say(
        context,
        `已发布第 ${number} 版：${flags.out}\nSHA-256 ${hash}\n`,
        `Published version ${number}: ${flags.out}\nSHA-256 ${hash}\n`,
      ),
    );
}

/** The version of this command is that of the engine it carries. */
function version(): string {
  return (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
