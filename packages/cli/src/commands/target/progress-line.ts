import type { CommandContext } from '../../context.ts';

/** Shows on a terminal what is being done, on one line that `null` clears. Silent elsewhere and with `--json`. */
export function progress(context: CommandContext, quiet: boolean): (text: string | null) => void {
  if (quiet || !context.interactive) return () => undefined;
  return (text) => context.err(`\r\u001b[K${text === null ? '' : `${text}…`}`);
}
