import type { CollectionRules, PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { canonicalJson } from '@milepost/scoring';
import { sealOf } from '../src/domain/records.ts';
import type { RunRecord, Seal } from '../src/domain/records.ts';
import { refusal } from './problems.ts';

/** A seal says what its run says, and stays: nobody announces a freeze that did not happen. */
export const sealRules: CollectionRules<Seal> = { validate: checkSeal, lockKey: ({ id }) => id };

async function checkSeal(ctx: ServerContext, { id, previous, next }: PendingWrite<Seal>): Promise<ServerProblem[]> {
  if (previous || !next) return [refusal(ctx, '', 'run.frozen')];
  const run = (await ctx.records<RunRecord>('runs').get(id))?.value;
  if (run?.kind !== 'snapshot') return [refusal(ctx, 'runId', 'run.incomplete')];
  return canonicalJson(next.value) === canonicalJson(sealOf(id, run)) ? [] : [refusal(ctx, 'sha256', 'run.forged')];
}
