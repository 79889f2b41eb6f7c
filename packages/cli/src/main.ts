import { readFileSync } from 'node:fs';
import { localeOf } from './context.ts';
import { openMirror } from './open-mirror.ts';
import { run } from './run.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const args = process.argv.slice(2);
const cancel = new AbortController();

/** The first Ctrl-C lets the command undo what it began; a second one ends at once. The system's request to end counts too. */
process.once('SIGINT', () => {
  cancel.abort();
  process.once('SIGINT', () => process.exit(130));
});
process.once('SIGTERM', () => cancel.abort());

/** A reader that has seen enough, such as `head`, closes the pipe: that is no failure of the command. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

const locale = localeOf(args, process.env);
const err = (text: string): void => void process.stderr.write(text);

process.exitCode = await run(args, version, {
  locale,
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err,
  interactive: process.stderr.isTTY,
  terminal: process.stdout.isTTY,
  today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  openMirror: () => openMirror({ locale, err, signal: cancel.signal }),
  signal: cancel.signal,
});
