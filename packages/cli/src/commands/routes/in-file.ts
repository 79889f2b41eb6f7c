import { CalendarError } from '@milepost/calendar';
import { RoutingError } from '@milepost/routing/formats';
import { WordedFailure } from '../../worded-failure.ts';

/** Runs what reads or compiles a file; errors of the engine become failures that name the file and the place in it. */
export function inFile<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof RoutingError) throw failureOf(file, error, error.path);
    if (error instanceof CalendarError)
      throw failureOf(file, error, ['calendar', error.path].filter((part) => part !== '').join('.'));
    throw error;
  }
}

function failureOf(
  file: string,
  { code, texts }: Pick<RoutingError, 'texts'> & { readonly code: string },
  path: string,
): WordedFailure {
  const line = /^line (\d+)$/.exec(path)?.[1];
  const place = line !== undefined ? `${file}:${line}` : path === '' ? file : `${file}: ${path}`;
  const worded = { zh: `${place}：${texts.zh}`, en: `${place}: ${texts.en}` };
  return new WordedFailure(code, worded, { details: { file, line: line === undefined ? null : Number(line), path } });
}
