import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';

/** An instance of five thousand places takes less than one megabyte, a matrix of them about a hundred. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The text of a file. Bytes that are no text become marks that no reader takes for numbers. Throws a failure that names the file. */
export function readText(context: CommandContext, file: string, exitCode = 1): string {
  const path = resolve(context.cwd, file);
  let size: number;
  try {
    size = statSync(path).size;
    if (size <= MOST_BYTES) return readFileSync(path, 'utf8');
  } catch {
    const texts = {
      zh: `无法读取 ${file}；请检查路径和读取权限。`,
      en: `Cannot read ${file}; check the path and the right to read it.`,
    };
    throw new WordedFailure('routes.file.unreadable', texts, { details: { file }, exitCode });
  }
  const texts = {
    zh: `${file} 有 ${size} 字节，超过 256 MiB 的上限；请拆分。`,
    en: `${file} has ${size} bytes, over the limit of 256 MiB; divide it.`,
  };
  throw new WordedFailure('routes.file.tooLarge', texts, { details: { file }, exitCode });
}
