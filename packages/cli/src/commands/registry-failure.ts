import type { ContractProblem } from '@milepost/sdk/manifest';
import { tell } from '../context.ts';
import type { CommandContext } from '../context.ts';

/** Writes problems of a manifest, a build or a portal file, each with its place and remedy; the command then ends with 1. */
export function complain(context: CommandContext, problems: readonly ContractProblem[], json: boolean): void {
  process.exitCode = 1;
  if (json) {
    context.out(`${JSON.stringify({ ok: false, problems })}\n`);
    return;
  }
  for (const { path, message, remedy } of problems) context.err(`${path}: ${tell(context, message)}${context.locale === 'en' ? ' ' : ''}${tell(context, remedy)}\n`);
}
