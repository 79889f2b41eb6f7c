import { createHash } from 'node:crypto';
import { addDays, weekday } from '@milepost/calendar';
import { contractCheck, visitCheck } from '@milepost/checklist';
import type { Template } from '@milepost/checklist';
import type { Account } from '@milepost/crm';
import type { DemoRecord, ServerContext } from '@milepost/gateway/server-part';
import type { Organisation } from '@milepost/sdk/host';
import { dueOf } from '../src/domain/due.ts';
import { failedItems, outcomeOf } from '../src/domain/outcome.ts';
import { findingId, templateRecordId } from '../src/domain/records.ts';
import type { AttachmentValue, FindingValue, RunValue, TemplateValue } from '../src/domain/records.ts';
import { chance, demoAnswers } from './demo-answers.ts';
import { demoFinding, stepsOf } from './demo-findings.ts';

const runCount = 120;
const spreadDays = 300;

/** Questions that may fail in the demo: those that ask for a note, not for a photo we do not have. */
const weak: Readonly<Record<string, readonly string[]>> = {
  'visit-check': ['payment-status', 'discounts-booked', 'return-policy'],
  'contract-check': [
    'text-review',
    'subject',
    'terms-pointed-out',
    'term-large',
    'pay-when-paid',
    'authority',
    'performance',
    'breach',
    'discounts-stated',
  ],
};

const purposes: Readonly<Record<string, TemplateValue['purpose']>> = {
  'visit-check': {
    zh: '拜访时在客户现场核对促销、价签、账款往来和宣传用语。',
    en: 'On a visit: promotions, price labels, payments and advertising at the customer.',
  },
  'contract-check': {
    zh: '签约前核对合同文本、付款条件和违约责任，防范风险。',
    en: 'Before signing: the text, the terms of payment and the liabilities of a contract.',
  },
};

/** Both packs published, checks over the last months, and findings at every stage of their way. */
export async function demoRecords(ctx: ServerContext): Promise<readonly DemoRecord[]> {
  const organisation = await ctx.crm.organisation();
  const reps = new Set(organisation.people.filter(({ role }) => role === 'rep').map(({ id }) => id));
  const { items } = await ctx.crm.list('accounts', { where: [{ field: 'status', op: 'eq', value: 'active' }], limit: 1000 });
  const accounts = items.filter(({ ownerId }) => reps.has(ownerId)).sort((a, b) => chance(a.id) - chance(b.id));
  if (accounts.length === 0) return templates();
  const turns = inTurns(accounts);
  const runs = Array.from({ length: runCount }, (_, index) =>
    demoRun(ctx, organisation, turns[index % turns.length] as Account, index),
  );
  return [
    ...templates(),
    ...runs.map(({ draft }) => draft),
    ...runs.flatMap(({ files }) => files),
    ...runs.flatMap(({ findings }) => findings),
    ...runs.map(({ submitted }) => submitted),
  ];
}

function templates(): readonly DemoRecord[] {
  return [visitCheck, contractCheck].map((template) => {
    const value: TemplateValue = {
      templateId: template.id,
      version: template.version,
      active: true,
      purpose: purposes[template.id] ?? template.title,
      template,
    };
    return { collection: 'templates', id: templateRecordId(template.id, template.version), value };
  });
}

interface DemoRun {
  readonly draft: DemoRecord;
  readonly submitted: DemoRecord;
  readonly files: readonly DemoRecord[];
  readonly findings: readonly DemoRecord[];
}

/** The later the run, the fewer questions fail: the company gets better at it. */
function demoRun(ctx: ServerContext, organisation: Organisation, account: Account, index: number): DemoRun {
  const template: Template = index % 5 < 3 ? visitCheck : contractCheck;
  const id = `demo-${index + 1}`;
  const dayOn = workday(addDays(ctx.today, -Math.round(((runCount - index) / runCount) ** 1.6 * spreadDays) - 1));
  const rate = 0.36 - 0.2 * (index / runCount);
  const failing = new Set(
    (weak[template.id] ?? []).filter(
      (item) => chance(`${id}/${item}`) < (item === 'authority' || item.startsWith('discounts') ? rate / 3 : rate),
    ),
  );
  const file = `${id}-file`;
  const answers = demoAnswers(template, id, failing, file);
  const value: RunValue = {
    status: 'draft',
    templateId: template.id,
    templateVersion: template.version,
    accountName: account.name,
    inspectorId: account.ownerId,
    dayOn,
    answers,
  };
  const belongs = { ownerId: account.ownerId, unitId: account.unitId, accountId: account.id };
  const result = outcomeOf(template, answers, `${dayOn}T06:30:00.000Z`);
  const draft: DemoRecord = { collection: 'runs', id, value, ...belongs };
  return {
    draft,
    submitted: { ...draft, value: { ...value, status: 'submitted', ...(result && { submitted: result }) } satisfies RunValue },
    files: Object.values(answers).some((answer) => Array.isArray(answer.value))
      ? [{ collection: 'attachments', id: file, value: fingerprint(id, account.name), ...belongs }]
      : [],
    findings: demoFindings(ctx, organisation, account, id, value, template),
  };
}

function fingerprint(runId: string, name: string): AttachmentValue {
  return {
    runId,
    kind: 'file',
    name: `${name}-购销合同-待签.pdf`,
    size: 184_320,
    sha256: createHash('sha256').update(runId).digest('hex'),
  };
}

function demoFindings(
  ctx: ServerContext,
  organisation: Organisation,
  account: Account,
  runId: string,
  run: RunValue,
  template: Template,
): readonly DemoRecord[] {
  const { ownerId } = account;
  const unit = organisation.units.find(({ id }) => id === account.unitId);
  const cast = {
    inspectorId: ownerId,
    ownerId,
    managerId: unit?.managerId ?? ctx.session.user.personId,
    opsId: ctx.session.user.personId,
  };
  return failedItems(template, run.answers)
    .filter(({ score }) => score === 0)
    .map(({ item, severity }) => {
      const id = findingId(runId, item.id);
      const due = dueOf(severity, run.dayOn, ctx.session.tenant);
      const description = run.answers[item.id]?.note ?? '现场与要求不符，已告知客户。';
      const old = run.dayOn < addDays(ctx.today, -40);
      const steps =
        old && chance(`${id}/closed`) < 0.93
          ? stepsOf(severity)
          : 1 + Math.floor(chance(`${id}/steps`) * (stepsOf(severity) - 1));
      const days = Array.from({ length: 8 }, (_, step) => earlier(addDays(run.dayOn, step * 4), ctx.today));
      const finding = demoFinding(
        { id, runId, itemId: item.id, title: item.title, severity, dueOn: due.on },
        description,
        cast,
        steps,
        days,
      );
      const value: FindingValue = {
        runId,
        itemId: item.id,
        templateId: template.id,
        templateVersion: template.version,
        title: item.title,
        severity,
        state: finding.state,
        inspectorId: run.inspectorId,
        accountName: run.accountName,
        openedOn: run.dayOn,
        dueOn: due.on,
        dueStatus: due.status,
        description,
        assignments: [],
        history: finding.history,
      };
      return { collection: 'findings', id, value, ownerId, unitId: account.unitId, accountId: account.id };
    });
}

/** One account of every representative, then a second of each, and so on: nobody's first screen is empty. */
function inTurns(accounts: readonly Account[]): readonly Account[] {
  const taken = new Map<string, number>();
  const turn = accounts.map((account) => {
    const round = (taken.get(account.ownerId) ?? 0) + 1;
    taken.set(account.ownerId, round);
    return { account, round };
  });
  return turn.sort((a, b) => a.round - b.round).map(({ account }) => account);
}

const earlier = (day: string, limit: string): string => (day < limit ? day : limit);

/** The day itself, or the Friday before a weekend. */
function workday(day: string): string {
  const at = weekday(day);
  return at > 5 ? addDays(day, 5 - at) : day;
}
