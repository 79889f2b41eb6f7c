import type { ContractProblem } from '@milepost/sdk/manifest';
import { tell } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';

/** Writes problems of a manifest, a build or a portal file, each with its place and remedy, and answers the failure to throw. */
export function complain(context: CommandContext, problems: readonly ContractProblem[], json: boolean): Failure {
  if (json) context.out(`${JSON.stringify({ ok: false, problems })}\n`);
  else
    for (const { path, message, remedy } of problems)
      context.err(
        `${path === '$' ? '' : `${path}: `}${tell(context, message)}${context.locale === 'en' ? ' ' : ''}${tell(context, remedy)}\n`,
      );
  return new Failure('cli.contract', { count: String(problems.length) });
}
