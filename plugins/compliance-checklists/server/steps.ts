import { transition } from '@milepost/checklist';
import { defineEndpoint } from '@milepost/gateway/server-part';
import type { ServerContext } from '@milepost/gateway/server-part';
import type { RecordOf } from '@milepost/sdk/host';
import { dueOf } from '../src/domain/due.ts';
import { toFinding } from '../src/domain/records.ts';
import type { FindingValue } from '../src/domain/records.ts';
import type { AssignRequest, StepRequest } from '../src/domain/requests.ts';
import { offeredSteps } from '../src/domain/roles.ts';
import { fromEngine, refused } from './problems.ts';

const id = { type: 'string', minLength: 1, maxLength: 200 } as const;
const revision = { type: 'integer', minimum: 1 } as const;
const evidenceText = { type: 'string', maxLength: 4000 } as const;

const stepSchema = {
  type: 'object',
  required: ['findingId', 'revision', 'to', 'evidence'],
  additionalProperties: false,
  properties: {
    findingId: id,
    revision,
    to: { type: 'string', maxLength: 40 },
    evidence: { type: 'object', maxProperties: 8, additionalProperties: evidenceText },
  },
} as const;

/** Takes a finding one step further in the name of the person signed in. */
export const step = defineEndpoint<StepRequest>({
  method: 'POST',
  path: 'step',
  bodySchema: stepSchema,
  async handler(ctx, { body }): Promise<RecordOf<FindingValue>> {
    const stored = await findingOf(ctx, body.findingId);
    const { user, tenant } = ctx.session;
    const offered = offeredSteps(stored.id, stored.value, stored.ownerId, user).find(({ row }) => row.to === body.to);
    const last = stored.value.history.at(-1)?.at ?? '';
    const now = new Date().toISOString();
    const input = {
      role: offered?.role ?? ('inspector' as const),
      by: user.personId,
      at: now < last ? last : now,
      evidence: body.evidence,
    };
    if (!offered) return ctx.reject([refused('to', 'finding.role', '您现在不能执行此步骤。', 'You cannot take this step now.')]);
    const taken = transition(toFinding(stored.id, stored.value), body.to, input);
    if (!taken.ok) return ctx.reject(fromEngine(taken.problems));
    const due = body.to === 'reopened' ? dueOf(stored.value.severity, ctx.today, tenant) : null;
    const value: FindingValue = {
      ...stored.value,
      state: taken.finding.state,
      history: taken.finding.history,
      ...(due && { dueOn: due.on, dueStatus: due.status }),
    };
    return ctx.records<FindingValue>('findings').put(stored.id, value, { revision: body.revision });
  },
});

const assignSchema = {
  type: 'object',
  required: ['findingId', 'revision', 'ownerId', 'reason'],
  additionalProperties: false,
  properties: { findingId: id, revision, ownerId: id, reason: { type: 'string', minLength: 1, maxLength: 500 } },
} as const;

/** Hands a finding to somebody else, with the reason. */
export const assign = defineEndpoint<AssignRequest>({
  method: 'POST',
  path: 'assign',
  roles: ['manager', 'ops', 'admin'],
  bodySchema: assignSchema,
  async handler(ctx, { body }): Promise<RecordOf<FindingValue>> {
    const stored = await findingOf(ctx, body.findingId);
    if (stored.ownerId === body.ownerId)
      return ctx.reject([refused('ownerId', 'finding.same-owner', '责任人没有变化。', 'The owner is the same as before.')]);
    const organisation = await ctx.crm.organisation();
    const unitId = organisation.people.find((person) => person.id === body.ownerId)?.unitId ?? null;
    const entry = {
      at: new Date().toISOString(),
      by: ctx.session.user.personId,
      from: stored.ownerId,
      to: body.ownerId,
      reason: body.reason,
    };
    const value: FindingValue = { ...stored.value, assignments: [...stored.value.assignments, entry] };
    return ctx
      .records<FindingValue>('findings')
      .put(stored.id, value, { revision: body.revision, ownerId: body.ownerId, unitId });
  },
});

async function findingOf(ctx: ServerContext, findingId: string): Promise<RecordOf<FindingValue>> {
  const stored = await ctx.records<FindingValue>('findings').get(findingId);
  return (
    stored ??
    ctx.reject([
      refused(
        'findingId',
        'finding.unknown',
        '没有这个不符合项，或不在您的范围内。',
        'There is no such finding, or it lies outside your scope.',
      ),
    ])
  );
}
