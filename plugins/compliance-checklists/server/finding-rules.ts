import { verifyFinding } from '@milepost/checklist';
import type { FindingStep } from '@milepost/checklist';
import { defineRules } from '@milepost/gateway/server-part';
import type { ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { dueOf } from '../src/domain/due.ts';
import { failedItems } from '../src/domain/outcome.ts';
import { findingId, toFinding } from '../src/domain/records.ts';
import type { FindingValue, RunValue } from '../src/domain/records.ts';
import { rolesFor } from '../src/domain/roles.ts';
import { canonical, changedFields, fromEngine, isNow, refused } from './problems.ts';
import { templateOf } from './run-rules.ts';

type Stored = {
  readonly id: string;
  readonly ownerId: string | null;
  readonly accountId: string | null;
  readonly value: FindingValue;
};

const fixed = [
  'runId',
  'itemId',
  'templateId',
  'templateVersion',
  'title',
  'severity',
  'openedOn',
  'inspectorId',
  'accountName',
  'description',
] as const;

/** Findings move along the engine's table, one step at a time, in the name and the roles of the person signed in. */
export const findingRules = defineRules<FindingValue>({
  async validate(ctx, { previous, next }) {
    if (!next) return [refused('', 'finding.kept', '不符合项不能删除，请按流程关闭。', 'A finding cannot be deleted. Close it.')];
    const problems = previous ? checkChange(ctx, previous, next) : await checkOpening(ctx, next);
    return problems.length > 0
      ? problems
      : [...(await checkOwner(ctx, previous, next)), ...fromEngine(verifyFinding(toFinding(next.id, next.value)))];
  },
  lockKey: ({ id }) => id,
});

async function checkOpening(ctx: ServerContext, next: Stored): Promise<readonly ServerProblem[]> {
  const { id, value } = next;
  const run = await ctx.records<RunValue>('runs').get(value.runId);
  const template = run && (await templateOf(ctx, run.value));
  if (!run || !template) return [refused('runId', 'finding.run', '没有这次检查。', 'There is no such check.')];
  const failed = failedItems(template.template, run.value.answers).find(({ item }) => item.id === value.itemId);
  if (!failed || id !== findingId(value.runId, value.itemId)) {
    return [
      refused('itemId', 'finding.item', '此题没有不符合，不能立项。', 'This question was met; there is nothing to put right.'),
    ];
  }
  const openedOn = ctx.seeding ? value.openedOn : ctx.today;
  const { on: dueOn, status: dueStatus } = dueOf(failed.severity, openedOn, ctx.session.tenant);
  const { templateId, templateVersion, inspectorId, accountName } = run.value;
  const expected: Partial<FindingValue> = {
    templateId,
    templateVersion,
    inspectorId,
    accountName,
    dueOn,
    dueStatus,
    severity: failed.severity,
    title: failed.item.title,
    openedOn,
    ...(!ctx.seeding && { state: 'open', assignments: [] }),
  };
  const wrong = Object.entries(expected)
    .filter(([field, wanted]) => canonical(value[field as keyof FindingValue]) !== canonical(wanted))
    .map(([field, wanted]) => refused(field, 'finding.rule', `应为 ${canonical(wanted)}。`, `must be ${canonical(wanted)}.`));
  if (next.accountId !== run.accountId)
    wrong.push(refused('', 'finding.account', '须属于检查的客户。', "It must belong to the check's account."));
  if (ctx.seeding) return wrong;
  return [...wrong, ...checkNewSteps(ctx, [], value, null), ...checkDescription(value)];
}

function checkDescription({ description, history }: FindingValue): readonly ServerProblem[] {
  const first = history[0];
  if (history.length === 1 && first?.evidence.description === description) return [];
  return [
    refused(
      'history',
      'finding.opening',
      '立项只有一步，并须写明情况。',
      'A finding opens with one step that says what was found.',
    ),
  ];
}

function checkChange(ctx: ServerContext, previous: Stored, next: Stored): readonly ServerProblem[] {
  const before = previous.value;
  const after = next.value;
  const problems = [
    ...changedFields(before, after, fixed),
    ...checkNewSteps(ctx, before.history, after, previous.ownerId),
    ...checkAssignment(ctx, previous, next),
  ];
  if (previous.accountId !== next.accountId)
    problems.push(refused('', 'finding.account', '客户不能更换。', 'The account cannot change.'));
  const reopened = after.history.length > before.history.length && after.state === 'reopened';
  const due = reopened ? dueOf(after.severity, ctx.today, ctx.session.tenant) : { on: before.dueOn, status: before.dueStatus };
  if (after.dueOn !== due.on || after.dueStatus !== due.status) {
    problems.push(
      refused(
        'dueOn',
        'finding.due',
        `期限按严重程度计算，应为 ${due.on}。`,
        `The due day follows from the severity: ${due.on}.`,
      ),
    );
  }
  return problems;
}

/** At most one new step, taken by the person signed in, in a role they have, now. */
function checkNewSteps(
  ctx: ServerContext,
  before: readonly FindingStep[],
  after: FindingValue,
  ownerId: string | null,
): readonly ServerProblem[] {
  const at = before.length;
  if (canonical(after.history.slice(0, at)) !== canonical(before)) {
    return [refused('history', 'finding.history', '已有的步骤不能改动。', 'Steps already taken cannot change.')];
  }
  if (after.history.length > at + 1)
    return [refused('history', 'finding.one-step', '一次只能走一步。', 'Take one step at a time.')];
  const step = after.history[at];
  if (!step) return [];
  const { user } = ctx.session;
  const problems: ServerProblem[] = [];
  if (step.by !== user.personId)
    problems.push(refused(`history.${at}.by`, 'finding.by', '须由本人操作。', 'A step is taken by the person signed in.'));
  if (!rolesFor(user, after.inspectorId, ownerId).includes(step.role)) {
    problems.push(
      refused(`history.${at}.role`, 'finding.role', '您没有此步骤所需的角色。', 'You do not have the role this step needs.'),
    );
  }
  if (!isNow(step.at)) problems.push(refused(`history.${at}.at`, 'finding.time', '时间须为现在。', 'The time must be now.'));
  return problems;
}

/** A new owner comes with exactly one entry that says who, from whom and why; only those who lead may change the owner. */
function checkAssignment(ctx: ServerContext, previous: Stored, next: Stored): readonly ServerProblem[] {
  const { personId, role } = ctx.session.user;
  const before = previous.value.assignments;
  const added = next.value.assignments.slice(before.length);
  const kept = canonical(next.value.assignments.slice(0, before.length)) === canonical(before);
  const moved = previous.ownerId !== next.ownerId;
  if (!kept || added.length !== (moved ? 1 : 0)) {
    return [
      refused(
        'assignments',
        'finding.assignment',
        '更换责任人须记录一次，且不能改动旧记录。',
        'A new owner is recorded once, and old entries stay.',
      ),
    ];
  }
  const entry = added[0];
  if (!entry) return [];
  const fits =
    entry.by === personId &&
    entry.from === previous.ownerId &&
    entry.to === next.ownerId &&
    entry.reason.trim() !== '' &&
    isNow(entry.at);
  if (!fits)
    return [
      refused(
        `assignments.${before.length}`,
        'finding.assignment',
        '须写明由谁、从谁、交给谁以及原因。',
        'Say who moves it, from whom, to whom, and why.',
      ),
    ];
  if (role === 'manager' || role === 'ops' || role === 'admin') return [];
  return [
    refused(
      'assignments',
      'finding.assign-role',
      '只有主管和运营可以更换责任人。',
      'Only managers and operations change the owner.',
    ),
  ];
}

async function checkOwner(ctx: ServerContext, previous: Stored | null, next: Stored): Promise<readonly ServerProblem[]> {
  if (previous && previous.ownerId === next.ownerId) return [];
  const person = next.ownerId === null ? null : await ctx.crm.get('people', next.ownerId);
  const works = person && (person.leftOn === null || person.leftOn > ctx.today) && person.role !== 'auditor';
  return works ? [] : [refused('', 'finding.owner', '责任人须为在职人员。', 'The owner must be somebody who works here.')];
}
