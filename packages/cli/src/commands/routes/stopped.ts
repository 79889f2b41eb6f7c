import { WordedFailure } from '../../worded-failure.ts';

/** Ctrl-C as the end of a command that printed what it had; with `--json` the result goes along. */
export function stopped(details: object = {}): WordedFailure {
  const texts = {
    zh: '已按 Ctrl-C 停止，输出的是到此为止的结果；重新运行可继续求解。',
    en: 'Stopped with Ctrl-C; this is what was found up to then. Run it again to search for longer.',
  };
  return new WordedFailure('routes.stopped', texts, { details: { ...details }, exitCode: 130 });
}
