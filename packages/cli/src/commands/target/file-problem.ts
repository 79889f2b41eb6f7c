import { isProblem } from '@milepost/allocation/file';
import type { Problem } from '@milepost/allocation/file';
import { WordedFailure } from '../../worded-failure.ts';

/** A problem in a file as a failure: file, place in it, and what to do. */
export function fileFailure(file: string, { code, path, texts }: Problem, exitCode = 1): WordedFailure {
  const place = path === '' ? file : `${file}: ${path}`;
  const worded = { zh: `${place}：${texts.zh}`, en: `${place}: ${texts.en}` };
  return new WordedFailure(code, worded, { details: { file, path }, exitCode });
}

/** Runs what reads or uses a file; problems it throws become failures that name the file. */
export function inFile<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isProblem(error) ? fileFailure(file, error) : error;
  }
}
