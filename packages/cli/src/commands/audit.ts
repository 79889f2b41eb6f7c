import type { Command } from 'commander';
import { count, say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { dataFolder } from './open-registry.ts';

/** `milepost audit verify`: computes every company's audit chain again; exits 1 when one does not hold. */
export function auditCommand(program: Command, context: CommandContext): void {
  const audit = program.command('audit').description(say(context, '审计日志', 'The audit log'));
  audit
    .command('verify')
    .description(
      say(
        context,
        '重新计算审计链并与签名检查点比对',
        'Compute the audit chains again and compare them with the signed checkpoints',
      ),
    )
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((flags: { readonly json?: boolean }) => runVerify(context, flags.json === true));
}

async function runVerify(context: CommandContext, json: boolean): Promise<void> {
  const { AuditBroken, auditReport } = await import('@milepost/gateway');
  const dataDir = await dataFolder(undefined);
  const report = await auditReport({
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    secret: process.env['MILEPOST_SECRET'] || undefined,
    dataDir,
  });
  if (json) context.out(`${JSON.stringify({ ok: report.intact, ...report })}\n`);
  else {
    for (const chain of report.chains) {
      const state = chain.broken
        ? say(
            context,
            `第 ${chain.broken.seq} 条起不成立：${chain.broken.reason}`,
            `does not hold at entry ${chain.broken.seq}: ${chain.broken.reason}`,
          )
        : say(context, '完整', 'intact');
      const size = say(
        context,
        `${count(chain.entries)} 条，${chain.checkpoints} 个检查点`,
        `${count(chain.entries)} entries, ${chain.checkpoints} checkpoints`,
      );
      context.out(`${chain.tenantId}: ${state} (${size})\n`);
    }
  }
  if (!report.intact) throw new AuditBroken(report);
}
