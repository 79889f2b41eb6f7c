import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { say, tell } from './context.ts';
import type { CommandContext } from './context.ts';
import { Failure } from './failure.ts';
import { usageWords } from './usage-words.ts';
import { WordedFailure } from './worded-failure.ts';

/** All commands with their options, in the language of the context. */
export function buildProgram(version: string, context: CommandContext): Command {
  const program = new Command('milepost')
    .description(say(context, '销售管理插件套件的命令行', 'Command line of the sales-management suite'))
    .version(version)
    .option('--lang <language>', say(context, '语言：zh 或 en', 'language: zh or en'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.out(text), writeErr: () => undefined });
  for (const add of commands) add(program, context);
  addLanguage(program, context);
  return program;
}

/** Every command takes `--lang`, those below another one as well. */
function addLanguage(parent: Command, context: CommandContext): void {
  for (const command of parent.commands) {
    command.option('--lang <language>', say(context, '语言：zh 或 en', 'language: zh or en')).exitOverride();
    addLanguage(command, context);
  }
}

/** Runs one command line. Resolves to the exit code: 0 done, 1 failed, 2 not understood, 130 cancelled. */
export async function run(args: readonly string[], version: string, context: CommandContext): Promise<number> {
  const program = buildProgram(version, context);
  if (args.length === 0) {
    context.out(program.helpInformation());
    return 0;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error, args, context);
  }
}

/** One line for a failure a person can act on; anything else is a defect and keeps its stack. */
function explain(error: unknown, args: readonly string[], context: CommandContext): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const command = args.find((arg) => /^[a-z]/.test(arg)) ?? '';
    return print(
      new Failure('cli.usage', {
        detail: usageWords(error, context.locale),
        command,
      }),
      args,
      context,
      2,
    );
  }
  // A command that answers Ctrl-C with what it has so far says so itself.
  if (error instanceof WordedFailure && error.exitCode === 130) return printPlaced(error, args, context);
  if (context.signal.aborted) return print(new Failure('cli.cancelled'), args, context, 130);
  if (error instanceof Failure) return print(error, args, context, 1);
  if (error instanceof WordedFailure) return printPlaced(error, args, context);
  if (isWorded(error)) return printWorded(error, args, context);
  const port = usedPort(error);
  if (port) return print(new Failure('cli.port.used', { port }, error), args, context, 1);
  if (isConnectionError(error))
    return print(new Failure('cli.database', { detail: error.message || (error.code ?? '') }, error), args, context, 1);
  context.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

/** The port that a server of ours could not listen on because another program has it. */
function usedPort(error: unknown): string | null {
  const { code, port } = (error ?? {}) as { code?: unknown; port?: unknown };
  return code === 'EADDRINUSE' && typeof port === 'number' ? String(port) : null;
}

/**
 * Refused, unknown or timed-out hosts, PostgreSQL's own refusals to connect (classes 08, 28 and 3D), and a server that stopped
 * in the middle (class 57P, or a connection that just ended), as when a portal is stopped during an import beside it.
 */
function isConnectionError(error: unknown): error is Error & { readonly code?: string } {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return /^(E[A-Z]{5,}|08\w{3}|28\w{3}|3D\w{3}|57P\w{2})$/.test(code);
  return /^Connection terminated/.test(error.message);
}

/** An expected failure of the gateway: a stable code and one whole line, remedy included, in both languages. */
interface Worded {
  readonly code: string;
  readonly text: { readonly zh: string; readonly en: string };
}

function isWorded(error: unknown): error is Worded {
  const { code, text } = (error ?? {}) as Partial<Worded>;
  return typeof code === 'string' && typeof text?.zh === 'string' && typeof text.en === 'string';
}

function printWorded(error: Worded, args: readonly string[], context: CommandContext): number {
  const line = say(context, error.text.zh, error.text.en);
  if (args.includes('--json')) context.out(`${JSON.stringify({ ok: false, code: error.code, message: line })}\n`);
  context.err(`${line} [${error.code}]\n`);
  return 1;
}

function printPlaced(failure: WordedFailure, args: readonly string[], context: CommandContext): number {
  const { code, texts, details, exitCode } = failure;
  const message = say(context, texts.zh, texts.en);
  if (args.includes('--json')) context.out(`${JSON.stringify({ ok: false, code, ...details, message })}\n`);
  context.err(`${failure.lines.map((line) => `${line}\n`).join('')}${message} [${code}]\n`);
  return exitCode;
}

/** Failures whose command has already printed its one JSON document. */
const hasPrinted: ReadonlySet<string> = new Set(['cli.import.invalid', 'cli.contract']);

function print(failure: Failure, args: readonly string[], context: CommandContext, exitCode: number): number {
  const { code, words, remedy } = failure;
  const stop = say(context, '。', '. ');
  if (args.includes('--json') && !hasPrinted.has(code)) {
    context.out(`${JSON.stringify({ ok: false, code, message: tell(context, words), remedy: tell(context, remedy) })}\n`);
  }
  context.err(`${tell(context, words)}${stop}${tell(context, remedy)} [${code}]\n`);
  return exitCode;
}
