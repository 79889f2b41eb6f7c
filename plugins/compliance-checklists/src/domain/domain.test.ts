import { describe, expect, it } from 'vitest';
import { contractCheck, templateSchema, visitCheck } from '@milepost/checklist';
import { finding, organisation, overview, smallTemplate } from '../fixture.ts';
import manifest from '../../plugin.json' with { type: 'json' };
import { checkShape } from './check-shape.ts';
import { conditionText } from './condition-text.ts';
import { dueOf } from './due.ts';
import { nextVersion, publishProblems, readTemplate, withChange } from './edit-template.ts';
import { daysOfPeriod, figuresOf, ratesByMonth, trendMonths } from './figures.ts';
import { failedItems, outcomeOf } from './outcome.ts';
import { peopleFor } from './people.ts';
import { offeredSteps, rolesFor } from './roles.ts';
import { recover } from './run-draft.ts';
import { inScope } from './scope.ts';

describe('figures', () => {
  it('count the period for checks and today for findings; the due day itself is in time', () => {
    const march = daysOfPeriod('2026-03', 1);
    // r1 passed, r2 failed on a critical question; f1 and f3 are past their day, f2 is due today, f4 is closed.
    expect(figuresOf(overview.runs, overview.findings, march, '2026-03-12')).toEqual({
      checks: 2,
      scored: 2,
      passed: 1,
      criticalFails: 1,
      open: 3,
      overdue: 2,
    });
  });

  it('show twelve months up to the last one that has begun', () => {
    expect(trendMonths('2026', 1, '2026-03-12')).toEqual([
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
    expect(ratesByMonth(overview.runs, ['2026-01', '2026-02', '2026-03']).map(({ rate }) => rate)).toEqual([null, 1, 0.5]);
  });
});

describe('outcome', () => {
  it('proposes a finding for what failed and demands one for critical questions', () => {
    const answers = { first: { value: 'no', note: '口头' } };
    expect(failedItems(smallTemplate, answers).map(({ item, severity, mustOpen }) => [item.id, severity, mustOpen])).toEqual([
      ['first', 'critical', true],
    ]);
    expect(outcomeOf(smallTemplate, answers, 'now')).toEqual({
      at: 'now',
      percent: 0,
      result: 'fail',
      riskLevelId: null,
      criticalFails: 1,
    });
    expect(outcomeOf(smallTemplate, { first: { value: 'yes' } }, 'now')).toBeNull();
  });
});

describe('due days', () => {
  it('are working days from the day after, over a holiday and a make-up Saturday', () => {
    const company = { timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1 };
    // Spring Festival 2026 is off 15 to 23 February; Saturday 14 and Saturday 28 are worked: 13, 14, 24.
    expect(dueOf('critical', '2026-02-12', company)).toEqual({
      on: '2026-02-24',
      status: 'official',
      workingDays: 3,
      from: '2026-02-12',
    });
  });
});

describe('roles', () => {
  it('come from who somebody is, and an auditor of the portal has none', () => {
    expect(rolesFor({ personId: 'audi', role: 'auditor' }, 'audi', 'audi')).toEqual([]);
    expect(rolesFor({ personId: 'tom', role: 'manager' }, 'amy', 'amy')).toEqual(['manager', 'inspector']);
    expect(rolesFor({ personId: 'tom', role: 'manager' }, 'bob', 'amy')).toEqual(['manager']);
    expect(rolesFor({ personId: 'olga', role: 'ops' }, 'amy', 'amy')).toEqual(['auditor', 'manager']);
  });

  it('offer a step as blocked to the one who did the work', () => {
    const { record } = finding('f', '2026-03-01', 'implementation');
    const history = [
      ...record.value.history,
      {
        from: 'open',
        to: 'implementation',
        role: 'owner',
        by: 'p-rep',
        at: '2026-02-03T01:00:00Z',
        evidence: { plan: '补页' },
      } as const,
    ];
    const steps = offeredSteps('f', { ...record.value, history }, 'p-rep', { personId: 'p-rep', role: 'rep' });
    expect(steps.map(({ row, blocked }) => [row.to, blocked])).toEqual([['verified', true]]);
  });

  it('offer as owner only whom one leads and who still works here', () => {
    const manager = { personId: 'p-manager', name: '王经理', role: 'manager' } as const;
    expect(peopleFor(manager, organisation, '2026-03-12').map(({ id }) => id)).toEqual(['p-rep', 'p-manager']);
    expect(peopleFor({ ...manager, personId: 'p-rep', role: 'rep' }, organisation, '2026-03-12').map(({ id }) => id)).toEqual([
      'p-rep',
    ]);
  });
});

describe('scope', () => {
  it('keeps what belongs to the unit and what is below it, or to the person', () => {
    const rows = [
      { ownerId: 'a', unitId: 'team-1' },
      { ownerId: 'b', unitId: 'other' },
    ];
    expect(inScope(rows, { unitId: 'team-1', personId: null, period: '2026' }, organisation)).toEqual([rows[0]]);
    expect(inScope(rows, { unitId: null, personId: 'b', period: '2026' }, organisation)).toEqual([rows[1]]);
  });
});

describe('recovering a draft', () => {
  const stored = { revision: 3, answers: { first: { value: 'yes', at: 'then' } } };
  it('takes local answers on the same revision, asks on another, and ignores what is equal', () => {
    expect(recover(stored, null).kind).toBe('stored');
    expect(recover(stored, { revision: 2, answers: { first: { value: 'yes' } } }).kind).toBe('stored');
    expect(recover(stored, { revision: 3, answers: { first: { value: 'no' } } }).kind).toBe('local');
    expect(recover(stored, { revision: 2, answers: { first: { value: 'no' } } })).toEqual({
      kind: 'conflict',
      mine: { first: { value: 'no' } },
      differing: ['first'],
    });
  });
});

describe('templates', () => {
  it('are read from JSON with the path of what is wrong', () => {
    expect(readTemplate('{').ok).toBe(false);
    const wrong = withChange(withChange(smallTemplate, 'sections.0.items.1.weight', '40'), 'sections.0.items.0.type', 'slider');
    const read = readTemplate(JSON.stringify(wrong));
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['sections.0.items.1.weight']));
    const unbalanced = readTemplate(JSON.stringify(withChange(smallTemplate, 'sections.0.weight', 90)));
    expect(unbalanced.ok ? [] : unbalanced.problems.map(({ path }) => path)).toEqual(['sections']);
    for (const pack of [visitCheck, contractCheck]) expect(readTemplate(JSON.stringify(pack)).ok).toBe(true);
  });

  it('say what they do not know', () => {
    expect(checkShape({ ...smallTemplate, colour: 'red' }, templateSchema).map(({ path }) => path)).toEqual(['colour']);
    expect(checkShape(null, templateSchema).map(({ path }) => path)).toEqual(['$']);
  });

  it('cannot be published under a version that exists, and change by path without touching the original', () => {
    expect(publishProblems(smallTemplate, new Set(['small@1.0.0'])).map(({ code }) => code)).toContain('template.version-taken');
    expect(nextVersion('1.0.9')).toBe('1.0.10');
    const changed = withChange(smallTemplate, 'sections.0.items.0.weight', undefined);
    expect([changed.sections[0]?.items[0]?.weight, smallTemplate.sections[0]?.items[0]?.weight]).toEqual([undefined, 60]);
  });

  it('say their conditions in words', () => {
    const t = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
      `${key}(${Object.values(params).join('|')})`;
    expect(conditionText({ item: 'first', equals: 'yes' }, smallTemplate, { t, say: ({ zh }) => zh })).toBe(
      'condition.only(condition.equals(甲|answer.yes()))',
    );
  });
});

describe('the stored shape of a template', () => {
  it('accepts both packs and refuses what the engine does not know', () => {
    const { schema } = manifest.collections.find(({ name }) => name === 'templates') ?? { schema: {} };
    const value = (template: unknown) => ({
      templateId: 'x',
      version: '1',
      active: true,
      purpose: { zh: '用', en: 'use' },
      template,
    });
    for (const pack of [visitCheck, contractCheck]) expect(checkShape(value(pack), schema)).toEqual([]);
    expect(checkShape(value({ ...visitCheck, colour: 'red' }), schema).map(({ path }) => path)).toEqual(['template.colour']);
    expect(
      checkShape(value(withChange(visitCheck, 'sections.0.items.0.title', { zh: '题' })), schema).map(({ path }) => path),
    ).toContain('template.sections.0.items.0.title.en');
  });
});
