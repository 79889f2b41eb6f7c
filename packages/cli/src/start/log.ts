import { join } from 'node:path';
import type { createLog as CreateLogFunction, GatewayConfig } from '@milepost/gateway';
import { say, tell } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { RotatingFile } from './rotating-file.ts';

type CreateLog = typeof CreateLogFunction;

const ERROR = 50;
/** A failure that repeats with every request is said once in this many milliseconds. */
const QUIET_MS = 10_000;

/** A log line as pino writes it; `text` is for people. */
interface LogLine {
  readonly level: number;
  readonly msg?: string;
  readonly text?: { readonly 'zh-CN': string; readonly en: string };
}

/**
 * The log of `milepost start`. On a terminal its lines go to `<data>/logs/gateway.log`, and what a person should know
 * is said in one line on standard error; `--log` and MILEPOST_LOG choose otherwise.
 */
export function openStartLog(
  context: CommandContext,
  config: Pick<GatewayConfig, 'dataDir' | 'logLevel' | 'logTo'>,
  createLog: CreateLog,
): { readonly log: ReturnType<CreateLog>; readonly file: string | undefined } {
  const target = config.logTo ?? (context.terminal ? 'file' : 'stdout');
  if (target === 'stdout') return { log: createLog(config), file: undefined };
  const path = target === 'file' ? join(config.dataDir, 'logs', 'gateway.log') : undefined;
  const file = path && new RotatingFile(path);
  const notice = noticeWriter(context, path);
  const write = (line: string): void => {
    if (file) file.write(line);
    notice(line);
  };
  return { log: createLog(config, { write }), file: path };
}

/** Says warnings that carry a text for people, and that something failed inside; everything else stays in the file. */
function noticeWriter(context: CommandContext, logFile: string | undefined): (line: string) => void {
  let toldAt = -Infinity;
  return (line) => {
    // Nearly all lines are requests: only the others are worth parsing.
    if (!/^\{"level":[456]0/.test(line)) return;
    const { level, text, msg } = JSON.parse(line) as LogLine;
    if (text) return context.err(`! ${tell(context, text)}\n`);
    if (level < ERROR || performance.now() - toldAt < QUIET_MS) return;
    toldAt = performance.now();
    const where = logFile ? say(context, `，详情见 ${logFile}`, `; see ${logFile}`) : '';
    context.err(say(context, `! 内部错误（${msg ?? ''}）${where}\n`, `! Something failed inside (${msg ?? ''})${where}\n`));
  };
}
