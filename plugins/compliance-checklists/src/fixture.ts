import type { Answers, ChecklistItem, Template } from '@milepost/checklist';
import type { Organisation } from '@milepost/sdk';
import type { TestHostOptions } from '@milepost/sdk/testing';
import type { FindingRow, FindingValue, Overview, RunRow, RunValue, TemplateValue } from './domain/records.ts';

const title = (zh: string): { zh: string; en: string } => ({ zh, en: `${zh} (en)` });

/** 甲 60 %, critical, note on fail; 乙 40 %, only asked when 甲 is met. 50 % pass. */
export const smallTemplate: Template = {
  id: 'small',
  version: '1.0.0',
  title: title('小表'),
  notice: title('不构成法律意见'),
  hiddenAnswer: 'clear',
  passFrom: 50,
  sections: [
    {
      id: 'only',
      title: title('唯一'),
      weight: 100,
      items: [
        {
          id: 'first',
          type: 'yes-no-na',
          title: title('甲'),
          weight: 60,
          critical: true,
          severity: 'critical',
          evidence: { when: 'fail', needs: ['note'] },
        },
        {
          id: 'second',
          type: 'yes-no-na',
          title: title('乙'),
          weight: 40,
          severity: 'minor',
          showIf: { item: 'first', equals: 'yes' },
        },
        { id: 'amount', type: 'money', currency: 'CNY', title: title('金额') },
      ],
    },
  ],
};

/** A template with many questions, every second one shown only when the one before is met. */
export function longTemplate(questions: number): Template {
  const items = Array.from({ length: questions }, (_, index): ChecklistItem => ({
    id: `q${index}`,
    type: 'yes-no-na',
    title: title(`第 ${index + 1} 题`),
    weight: 100 / questions,
    ...(index % 2 === 1 && { showIf: { item: `q${index - 1}`, equals: 'yes' } }),
  }));
  return {
    id: 'long',
    version: '1.0.0',
    title: title('长表'),
    hiddenAnswer: 'clear',
    sections: [{ id: 'all', title: title('全部'), weight: 100, items }],
  };
}

/** Published as a record. */
export const templateRecord = (template: Template) => ({
  id: `${template.id}@${template.version}`,
  value: {
    templateId: template.id,
    version: template.version,
    active: true,
    purpose: title('用途'),
    template,
  } satisfies TemplateValue,
});

/** A draft of 客户甲 by the manager of the test session. */
export function draftRecord(answers: Answers = {}, template: Template = smallTemplate) {
  const value: RunValue = {
    status: 'draft',
    templateId: template.id,
    templateVersion: template.version,
    accountName: '客户甲',
    inspectorId: 'p-manager',
    dayOn: '2026-03-12',
    answers,
  };
  return { id: 'run-1', value, ownerId: 'p-rep', unitId: 'team-1', accountId: 'a1' };
}

const unit = { parentId: null, kind: 'team', validFrom: '2020-01-01', validTo: null, path: '/team-1/' } as const;
const person = { unitId: 'team-1', joinedOn: '2020-01-01', leftOn: null } as const;

/** One team: its manager, one representative, one who left. */
export const organisation: Organisation = {
  asOf: '2026-03-12',
  units: [{ ...unit, id: 'team-1', name: '一组', managerId: 'p-manager' }],
  people: [
    { ...person, id: 'p-manager', name: '王经理', role: 'manager', leads: 'team-1' },
    { ...person, id: 'p-rep', name: '李雷', role: 'rep', leads: null },
    { ...person, id: 'p-gone', name: '走了', role: 'rep', leads: null, leftOn: '2026-01-31' },
  ],
};

/** A submitted run as the overview lists it. */
export const runRow = (id: string, dayOn: string, result: 'pass' | 'fail', criticalFails = 0): RunRow => ({
  id,
  dayOn,
  status: 'submitted',
  templateId: 'small',
  templateVersion: '1.0.0',
  accountName: `客户${id}`,
  inspectorId: 'p-rep',
  ownerId: 'p-rep',
  unitId: 'team-1',
  accountId: 'a1',
  result: { at: `${dayOn}T01:00:00Z`, percent: result === 'pass' ? 100_000 : 40_000, result, riskLevelId: null, criticalFails },
});

/** A finding due on a day, as stored and as listed. */
export function finding(id: string, dueOn: string, state: FindingValue['state'] = 'open', ownerId = 'p-rep') {
  const value: FindingValue = {
    runId: 'r1',
    itemId: 'second',
    templateId: 'small',
    templateVersion: '1.0.0',
    title: title('乙'),
    severity: 'minor',
    state,
    openedOn: '2026-02-02',
    dueOn,
    dueStatus: 'official',
    inspectorId: 'p-rep',
    accountName: '客户甲',
    description: '缺页',
    assignments: [],
    history: [
      {
        from: 'draft',
        to: 'open',
        role: 'inspector',
        by: 'p-rep',
        at: '2026-02-02T01:00:00Z',
        evidence: { description: '缺页' },
      },
    ],
  };
  const row: FindingRow = {
    id,
    runId: value.runId,
    itemId: value.itemId,
    templateId: value.templateId,
    title: value.title,
    severity: value.severity,
    state,
    openedOn: value.openedOn,
    dueOn,
    accountId: 'a1',
    accountName: value.accountName,
    ownerId,
    unitId: 'team-1',
  };
  return { record: { id, value, ownerId, unitId: 'team-1', accountId: 'a1' }, row };
}

/** Three checks of March and February, two of four findings late. */
export const overview: Overview = {
  runs: [runRow('r1', '2026-03-02', 'pass'), runRow('r2', '2026-03-05', 'fail', 1), runRow('r3', '2026-02-09', 'pass')],
  findings: [
    finding('f1', '2026-03-01').row,
    finding('f2', '2026-03-12').row,
    finding('f3', '2026-03-11', 'implementation').row,
    finding('f4', '2026-01-01', 'closed').row,
  ],
};

/** What every view of the tests stands on; March 2026, today the 12th. */
export const hostOptions: TestHostOptions = {
  pluginId: 'compliance-checklists',
  scope: { unitId: null, period: '2026-03' },
  crm: {
    organisation,
    accounts: [{ id: 'a1', name: '客户甲', city: '上海', customerType: 'retail', tier: 'A', ownerId: 'p-rep' }],
  },
  calls: { 'overview?from=2025-04-01&to=2026-04-01': () => overview },
  data: { templates: [templateRecord(smallTemplate)], findings: [finding('f1', '2026-03-01').record] },
};
