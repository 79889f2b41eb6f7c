import { score } from '@milepost/checklist';
import { defineEndpoint } from '@milepost/gateway/server-part';
import type { ServerContext } from '@milepost/gateway/server-part';
import type { RecordOf, RecordWrite } from '@milepost/sdk/host';
import { dueOf } from '../src/domain/due.ts';
import { failedItems, resultOf } from '../src/domain/outcome.ts';
import { findingId } from '../src/domain/records.ts';
import type { FindingValue, RunValue } from '../src/domain/records.ts';
import type { SubmitRequest } from '../src/domain/requests.ts';
import { refused } from './problems.ts';
import { templateOf } from './run-rules.ts';

/** What `submit` accepts. */
const bodySchema = {
  type: 'object',
  required: ['runId', 'revision', 'answers', 'seen', 'findings'],
  additionalProperties: false,
  properties: {
    runId: { type: 'string', minLength: 1, maxLength: 100 },
    revision: { type: 'integer', minimum: 1 },
    answers: { type: 'object', maxProperties: 1000 },
    seen: {
      type: 'object',
      required: ['percent', 'result'],
      additionalProperties: false,
      properties: { percent: { type: ['integer', 'null'] }, result: { type: 'string', maxLength: 20 } },
    },
    findings: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        required: ['itemId', 'description', 'ownerId'],
        additionalProperties: false,
        properties: {
          itemId: { type: 'string', maxLength: 64 },
          description: { type: 'string', minLength: 1, maxLength: 2000 },
          ownerId: { type: 'string', minLength: 1, maxLength: 200 },
        },
      },
    },
  },
} as const;

/**
 * Submits a draft with its findings, all or nothing. Time, score, due days and roles are made here; `seen` is what the
 * person saw and must be the same. The answers are stored first, then the findings, then the submission: each passes its rules.
 */
export const submit = defineEndpoint<SubmitRequest>({
  method: 'POST',
  path: 'submit',
  bodySchema,
  async handler(ctx, { body }): Promise<RecordOf<RunValue>> {
    const runs = ctx.records<RunValue>('runs');
    const draft = await runs.get(body.runId);
    const template = draft && (await templateOf(ctx, draft.value));
    if (!draft || !template)
      return ctx.reject([
        refused(
          'runId',
          'run.unknown',
          '没有这份草稿，或不在您的范围内。',
          'There is no such draft, or it lies outside your scope.',
        ),
      ]);
    const at = new Date().toISOString();
    const answered = await runs.put(draft.id, { ...draft.value, answers: body.answers }, { revision: body.revision });
    await openFindings(ctx, answered, body, at);
    const scored = score(template.template, body.answers);
    const computed = resultOf(scored, at);
    if (!computed || computed.percent !== body.seen.percent || computed.result !== body.seen.result) {
      return ctx.reject([
        refused(
          'seen',
          'run.score',
          '所见得分与重新计算的不符，请核对后重新提交。',
          'The score you saw is not the one computed from the answers. Look again and submit.',
        ),
      ]);
    }
    const value: RunValue = { ...answered.value, status: 'submitted', dayOn: ctx.today, submitted: computed };
    return runs.put(draft.id, value, { revision: answered.revision });
  },
});

async function openFindings(ctx: ServerContext, run: RecordOf<RunValue>, { findings }: SubmitRequest, at: string): Promise<void> {
  if (findings.length === 0) return;
  const template = await templateOf(ctx, run.value);
  const failed = template ? failedItems(template.template, run.value.answers) : [];
  const { personId } = ctx.session.user;
  const { templateId, templateVersion, inspectorId, accountName } = run.value;
  const writes = findings.map(({ itemId, description, ownerId }, index): RecordWrite<FindingValue> => {
    const found = failed.find(({ item }) => item.id === itemId);
    if (!found)
      return ctx.reject([
        refused(
          `findings.${index}.itemId`,
          'finding.item',
          '此题没有不符合，不能立项。',
          'This question was met; there is nothing to put right.',
        ),
      ]);
    const { on: dueOn, status: dueStatus } = dueOf(found.severity, ctx.today, ctx.session.tenant);
    const value: FindingValue = {
      runId: run.id,
      itemId,
      templateId,
      templateVersion,
      title: found.item.title,
      severity: found.severity,
      state: 'open',
      inspectorId,
      accountName,
      openedOn: ctx.today,
      dueOn,
      dueStatus,
      description,
      assignments: [],
      history: [{ from: 'draft', to: 'open', role: 'inspector', by: personId, at, evidence: { description } }],
    };
    return { op: 'put', id: findingId(run.id, itemId), revision: 0, value, ownerId, accountId: run.accountId };
  });
  await ctx.records<FindingValue>('findings').write(writes);
}
