import { verifyRun } from '@milepost/checklist';
import { defineRules } from '@milepost/gateway/server-part';
import type { ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { failedItems, outcomeOf } from '../src/domain/outcome.ts';
import { findingId, templateRecordId } from '../src/domain/records.ts';
import type { FindingValue, RunValue, TemplateValue } from '../src/domain/records.ts';
import { checkEvidence } from './evidence-rules.ts';
import { changedFields, fromEngine, isNow, refused } from './problems.ts';

type Next = { readonly id: string; readonly ownerId: string | null; readonly accountId: string | null; readonly value: RunValue };

/** Runs: drafts belong to their inspector, a submission is scored again here, and then nothing moves any more. */
export const runRules = defineRules<RunValue>({
  async validate(ctx, { previous, next }) {
    const { personId, role } = ctx.session.user;
    if (previous?.value.status === 'submitted') {
      return [refused('', 'run.frozen', '已提交的检查不能修改或删除。', 'A submitted check can be neither changed nor deleted.')];
    }
    const mine =
      ctx.seeding ||
      !previous ||
      previous.value.inspectorId === personId ||
      (next === null && (role === 'ops' || role === 'admin'));
    if (!mine)
      return [refused('inspectorId', 'run.inspector', '草稿只能由检查人修改。', 'Only the inspector may change a draft.')];
    if (!next) return [];
    const template = await templateOf(ctx, next.value);
    if (!template)
      return [refused('templateVersion', 'run.template', '没有这个版本的检查表。', 'There is no such version of the checklist.')];
    const frame = previous
      ? [
          ...changedFields(previous.value, next.value, ['templateId', 'templateVersion', 'inspectorId', 'accountName']),
          ...sameAccount(previous.accountId, next.accountId),
        ]
      : await checkBeginning(ctx, next, template);
    if (frame.length > 0 || next.value.status === 'draft') return frame;
    return checkSubmission(ctx, next, template);
  },
  lockKey: ({ id }) => `run:${id}`,
});

/** The stored version a run is bound to. */
export async function templateOf(
  ctx: ServerContext,
  run: Pick<RunValue, 'templateId' | 'templateVersion'>,
): Promise<TemplateValue | null> {
  const record = await ctx.records<TemplateValue>('templates').get(templateRecordId(run.templateId, run.templateVersion));
  return record?.value ?? null;
}

const sameAccount = (before: string | null, after: string | null): readonly ServerProblem[] =>
  before === after ? [] : [refused('', 'run.account', '检查的客户不能更换。', 'The account of a check cannot change.')];

async function checkBeginning(ctx: ServerContext, next: Next, template: TemplateValue): Promise<readonly ServerProblem[]> {
  const { personId } = ctx.session.user;
  const { value } = next;
  const problems: ServerProblem[] = [];
  if (!template.active)
    problems.push(
      refused(
        'templateVersion',
        'run.inactive',
        '此版本已停用，请选用现行版本。',
        'This version is not active. Choose the current one.',
      ),
    );
  if (value.inspectorId !== personId && !ctx.seeding)
    problems.push(refused('inspectorId', 'run.inspector', '检查人须为本人。', 'The inspector must be the person signed in.'));
  const account = next.accountId === null ? null : await ctx.crm.get('accounts', next.accountId);
  if (!account)
    return [...problems, refused('', 'run.account', '请选择您范围内的客户。', 'Choose an account inside your scope.')];
  if (account.name !== value.accountName)
    problems.push(
      refused('accountName', 'run.account-name', `客户名称应为“${account.name}”。`, `The account is called "${account.name}".`),
    );
  if (next.ownerId !== account.ownerId && next.ownerId !== value.inspectorId) {
    problems.push(
      refused('', 'run.owner', '检查须归客户负责人或检查人所有。', "A check belongs to the account's owner or to its inspector."),
    );
  }
  return problems;
}

async function checkSubmission(
  ctx: ServerContext,
  { id, value }: Next,
  { template }: TemplateValue,
): Promise<readonly ServerProblem[]> {
  const { submitted, templateId, templateVersion, answers } = value;
  if (!submitted) return [refused('submitted', 'run.result', '提交时须带上得分。', 'A submission must carry its result.')];
  const problems = fromEngine(verifyRun({ id, templateId, templateVersion, answers, submitted }, template));
  if (problems.length > 0) return problems;
  const own = outcomeOf(template, answers, submitted.at);
  if (!own || own.riskLevelId !== submitted.riskLevelId || own.criticalFails !== submitted.criticalFails) {
    return [
      refused(
        'submitted',
        'run.score',
        '风险等级或关键项数与重新计算的不符，请重新提交。',
        'Risk level or number of critical fails is not what the answers give. Submit it again.',
      ),
    ];
  }
  if (!ctx.seeding && (value.dayOn !== ctx.today || !isNow(submitted.at))) {
    return [refused('dayOn', 'run.day', `提交日须为今天（${ctx.today}）。`, `A check is submitted for today (${ctx.today}).`)];
  }
  return [...(await checkEvidence(ctx, id, value, template)), ...(await missingFindings(ctx, id, value, template))];
}

/** A failed critical question without a finding would be forgotten. */
async function missingFindings(
  ctx: ServerContext,
  id: string,
  value: RunValue,
  template: TemplateValue['template'],
): Promise<readonly ServerProblem[]> {
  const due = failedItems(template, value.answers).filter(({ mustOpen }) => mustOpen);
  const problems: ServerProblem[] = [];
  for (const { item } of due) {
    const stored = await ctx.records<FindingValue>('findings').get(findingId(id, item.id));
    if (stored) continue;
    problems.push(
      refused(
        `answers.${item.id}`,
        'run.finding',
        `关键项“${item.title.zh}”须立项整改。`,
        `The critical question "${item.title.en}" needs a finding.`,
      ),
    );
  }
  return problems;
}
