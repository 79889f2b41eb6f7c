import { readFileSync } from 'node:fs';
import { localeOf } from './context.ts';
import { openMirror } from './open-mirror.ts';
import { run } from './run.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const args = process.argv.slice(2);
const cancel = new AbortController();

/** The first Ctrl-C lets the command undo what it began; a second one ends at once. */
process.once('SIGINT', () => {
  cancel.abort();
  process.once('SIGINT', () => process.exit(130));
});

process.exitCode = await run(args, version, {
  locale: localeOf(args, process.env),
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY,
  today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  openMirror,
  signal: cancel.signal,
});
