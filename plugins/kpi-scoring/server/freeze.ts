import { defineEndpoint } from '@milepost/gateway/server-part';
import { sealOf } from '../src/domain/records.ts';
import type { RunRecord, Seal } from '../src/domain/records.ts';
import { computeRun } from './compute-run.ts';
import { refusal } from './problems.ts';
import { writesOf } from './run-rules.ts';

interface FreezeBody {
  readonly period: string;
  readonly unitId: string;
}

/** Freezes a unit's month: the server reads the mirror, scores, and stores snapshot and results in one transaction. */
export const freeze = defineEndpoint<FreezeBody>({
  method: 'POST',
  path: 'freeze',
  roles: ['manager', 'ops', 'admin'],
  bodySchema: {
    type: 'object',
    required: ['period', 'unitId'],
    additionalProperties: false,
    properties: {
      period: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' },
      unitId: { type: 'string', minLength: 1, maxLength: 200 },
    },
  },
  async handler(ctx, { body }) {
    const computed = await computeRun(ctx, body.period, body.unitId);
    if (!computed.ok) return ctx.reject([refusal(ctx, 'period', computed.code)]);
    await ctx.records<RunRecord>('runs').write(writesOf(computed));
    await ctx.records<Seal>('seals').put(computed.runId, sealOf(computed.runId, computed.run.record), {
      revision: 0,
      ownerId: null,
      unitId: computed.run.record.unitId,
    });
    return { runId: computed.runId, people: computed.run.people.length, left: computed.left, sha256: computed.run.record.sha256 };
  },
});
