import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { entityNames } from '@milepost/crm';
import { columnReference, templateCsv, templateName } from '@milepost/crm/csv';
import type { Command } from 'commander';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';

/** `milepost templates <folder>`: a CSV template per entity, with one example row, and a description of every column. */
export function templatesCommand(program: Command, context: CommandContext): void {
  program
    .command('templates')
    .argument('<folder>', say(context, '写到哪个文件夹', 'where to write them'))
    .description(say(context, '生成导入用的 CSV 模板和列说明', 'Write CSV templates for import, with their columns described'))
    .option('--force', say(context, '覆盖已有文件', 'overwrite files'))
    .option('--json', say(context, '输出 JSON', 'print JSON'))
    .action((folder: string, flags: { force?: boolean; json?: boolean }) => writeTemplates(context, folder, flags));
}

async function writeTemplates(
  context: CommandContext,
  folder: string,
  flags: { force?: boolean; json?: boolean },
): Promise<void> {
  const target = resolve(context.cwd, folder);
  const { locale } = context;
  const files = entityNames.map((entity) => ({
    name: templateName(entity, locale),
    text: templateCsv(entity, locale),
  }));
  files.push({ name: say(context, '说明.md', 'README.md'), text: readme(context) });
  const there = files.find((file) => existsSync(join(target, file.name)));
  if (there && flags.force !== true) throw new Failure('cli.template.exists', { file: join(target, there.name) });
  try {
    await mkdir(target, { recursive: true });
    for (const file of files) await writeFile(join(target, file.name), file.text);
  } catch (error) {
    throw new Failure('cli.folder.write', { folder: target }, error);
  }
  if (flags.json) context.out(`${JSON.stringify({ ok: true, folder: target, files: files.map((file) => file.name) })}\n`);
  else context.out(say(context, `已写入 ${files.length} 个文件：${target}\n`, `Wrote ${files.length} files to ${target}\n`));
}

function readme(context: CommandContext): string {
  const intro = say(
    context,
    '# 导入模板\n\n每个文件一类数据，只放需要的文件即可。覆盖示例行，保留表头；列的顺序随意，中英文列名都可以。\n金额以元为单位，日期写成 2026-03-05。没有的列保持原值，空单元格表示清空。\n\n先检查：`milepost import <文件夹> --dry-run`。有任何错误都不会导入。\n\n',
    '# Import templates\n\nOne file per kind of row; keep only those you need. Overwrite the example row and keep the header; columns may stand in any order, headed in Chinese or English. Amounts are in yuan, days like 2026-03-05. A missing column leaves values as they are, an empty cell clears them.\n\nCheck first: `milepost import <folder> --dry-run`. With any error nothing is imported.\n\n',
  );
  return intro + columnReference(context.locale);
}
