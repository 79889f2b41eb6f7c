import type { ImportProblem, ImportValidation } from '@milepost/crm/csv';
import { count, say, tell } from '../context.ts';
import type { CommandContext } from '../context.ts';

const SHOWN = 50;

/** `accounts.csv:17 客户类型: 不是可选值 “批发商”。可选：…` */
export function problemLine(context: CommandContext, problem: ImportProblem): string {
  const place = `${problem.file}${problem.row === null ? '' : `:${problem.row}`}`;
  const column = problem.column === null ? '' : ` ${problem.column}`;
  const value = problem.value === null ? '' : say(context, `“${problem.value}”`, ` "${problem.value}"`);
  const stop = say(context, '。', '. ');
  return `${place}${column}: ${tell(context, problem.message)}${value}${stop}${tell(context, problem.remedy)} [${problem.code}]`;
}

/** The first fifty errors and how many there are; warnings before them. */
export function problemReport(context: CommandContext, validation: ImportValidation): string {
  const warnings = validation.warnings
    .slice(0, SHOWN)
    .map((problem) => `${say(context, '提示', 'note')} ${problemLine(context, problem)}`);
  const errors = validation.errors.slice(0, SHOWN).map((problem) => problemLine(context, problem));
  if (validation.errorCount > SHOWN) {
    errors.push(
      say(context, `…… 另有 ${count(validation.errorCount - SHOWN)} 处`, `… and ${count(validation.errorCount - SHOWN)} more`),
    );
  }
  return [...warnings, ...errors].map((line) => `${line}\n`).join('');
}

/** One line per file: rows, encoding, delimiter. */
export function fileReport(context: CommandContext, validation: ImportValidation): string {
  const signs: Readonly<Record<string, string>> = {
    ',': say(context, '逗号', 'comma'),
    ';': say(context, '分号', 'semicolon'),
    '\t': say(context, '制表符', 'tab'),
  };
  return validation.summary
    .map(
      ({ file, rows, encoding, delimiter }) =>
        `${file}: ${say(context, `${count(rows)} 行`, `${count(rows)} rows`)}, ${encoding}, ${signs[delimiter] ?? delimiter}\n`,
    )
    .join('');
}
