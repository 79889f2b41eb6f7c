import { resolve } from 'node:path';
import type { MirrorAccess, TenantInfo } from '@milepost/crm';
import { validateImport } from '@milepost/crm/csv';
import type { ImportValidation } from '@milepost/crm/csv';
import type { Command } from 'commander';
import { count, say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';
import { readFolder } from '../import/folder.ts';
import { fileReport, problemReport } from '../import/report.ts';
import { runLoad } from '../load.ts';
import type { LoadCounts } from '../load.ts';
import { Progress } from '../progress.ts';

interface ImportFlags {
  readonly dryRun?: boolean;
  readonly tenant?: string;
  readonly name?: string;
  readonly json?: boolean;
}

/** `milepost import <folder>`: checks the folder's CSV files as a whole and merges them into the mirror, all or nothing. */
export function importCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .argument('<folder>', say(context, '放 CSV 文件的文件夹', 'folder with the CSV files'))
    .description(
      say(context, '检查并导入 CSV 文件；有错误则什么都不导入', 'Check and import CSV files; with any error nothing is imported'),
    )
    .option('--dry-run', say(context, '只检查，不导入', 'check only'))
    .option('--tenant <id>', say(context, '公司编号', 'id of the company'))
    .option('--name <name>', say(context, '公司不存在时按此名称新建', 'creates the company under this name when it is missing'))
    .option('--json', say(context, '输出 JSON，列出全部错误', 'print JSON with all errors'))
    .action((folder: string, flags: ImportFlags) => runImport(context, folder, flags));
}

async function runImport(context: CommandContext, folder: string, flags: ImportFlags): Promise<void> {
  const files = await readFolder(resolve(context.cwd, folder));
  const access = await context.openMirror();
  try {
    const tenant = await tenantOf(access, flags);
    const validation = await validateImport(files, access.lookup(tenant.id), tenant);
    if (!flags.json) context.err(fileReport(context, validation) + problemReport(context, validation));
    if (!validation.ok) throw invalid(context, validation, flags);
    const counts = flags.dryRun ? null : await write(context, access, tenant, validation, flags);
    report(context, validation, counts, flags);
  } finally {
    await access.close();
  }
}

/** The failure of a check. With `--json` everything found is printed first; standard output then holds one document. */
function invalid(context: CommandContext, validation: ImportValidation, flags: ImportFlags): Failure {
  const { errors, errorCount, warnings, summary } = validation;
  if (flags.json)
    context.out(`${JSON.stringify({ ok: false, imported: false, errorCount, errors, warnings, files: summary })}\n`);
  return new Failure('cli.import.invalid', { count: count(errorCount) });
}

function write(
  context: CommandContext,
  access: MirrorAccess,
  tenant: TenantInfo,
  validation: ImportValidation,
  flags: ImportFlags,
): Promise<LoadCounts> {
  const load = {
    tenant,
    options: { source: 'import' },
    derive: 'compute' as const,
    rows: validation.rows.get.bind(validation.rows),
  };
  return runLoad(context, access.sink(), load, new Progress(context, flags.json === true));
}

function report(context: CommandContext, validation: ImportValidation, counts: LoadCounts | null, flags: ImportFlags): void {
  const rows = validation.summary.reduce((sum, file) => sum + file.rows, 0);
  if (flags.json) {
    context.out(
      `${JSON.stringify({ ok: true, imported: counts !== null, counts, warnings: validation.warnings, files: validation.summary })}\n`,
    );
  } else if (counts === null) {
    context.out(say(context, `检查通过：${count(rows)} 行，未导入\n`, `${count(rows)} rows are fine; nothing was imported\n`));
  } else {
    const total = Object.values(counts).reduce((sum, part) => sum + part.inserted + part.changed, 0);
    context.out(
      say(
        context,
        `已导入：${count(rows)} 行，其中 ${count(total)} 行有变化\n`,
        `Imported ${count(rows)} rows, ${count(total)} of them new or changed\n`,
      ),
    );
  }
}

async function tenantOf(access: MirrorAccess, flags: ImportFlags): Promise<TenantInfo> {
  const tenants = await access.tenants();
  if (flags.tenant === undefined) {
    const [only, ...others] = tenants;
    if (only && others.length === 0) return only;
    throw new Failure('cli.tenant.choose', { tenants: tenants.map((tenant) => tenant.id).join(', ') || '-' });
  }
  const found = tenants.find((tenant) => tenant.id === flags.tenant);
  if (found) return found;
  if (flags.name === undefined) throw new Failure('cli.tenant.unknown', { tenant: flags.tenant });
  return {
    id: flags.tenant,
    name: flags.name,
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    fiscalYearStartMonth: 1,
    locale: 'zh-CN',
  };
}
