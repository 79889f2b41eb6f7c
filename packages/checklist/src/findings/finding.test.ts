import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDate, isOverdue } from './due.ts';
import { draftFinding, nextSteps, transition, verifyFinding } from './finding.ts';
import type { Evidence, Finding, StepInput } from './finding.ts';
import { transitions } from './transitions.ts';
import type { EvidenceKind, FindingRole, FindingState } from './transitions.ts';

const start = (severity: Finding['severity'] = 'major'): Finding =>
  draftFinding({ id: 'f', runId: 'r', itemId: 'i', title: { zh: '甲', en: 'A' }, severity });
const kinds: EvidenceKind[] = [
  'description',
  'containment',
  'root-cause',
  'plan',
  'implementation-proof',
  'verification',
  'effectiveness',
  'reason',
];
const everything: Evidence = Object.fromEntries(kinds.map((k) => [k, 'text']));
const step = (role: FindingRole, by: string, evidence: Evidence = everything): StepInput => ({
  role,
  by,
  evidence,
  at: '2026-11-02T08:00:00Z',
});
const walk = (finding: Finding, path: [FindingState, FindingRole, string][]): Finding =>
  path.reduce((f, [to, role, by]) => {
    const result = transition(f, to, step(role, by));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.finding;
  }, finding);

const toImplementation: [FindingState, FindingRole, string][] = [
  ['open', 'inspector', 'wang'],
  ['investigation', 'owner', 'li'],
  ['plan-approved', 'manager', 'zhao'],
  ['implementation', 'owner', 'li'],
];

describe('transition', () => {
  it('leads a major finding from draft to closed, and the history proves it', () => {
    const closed = walk(start(), [...toImplementation, ['verified', 'inspector', 'wang'], ['closed', 'auditor', 'sun']]);
    expect(closed.state).toBe('closed');
    expect(verifyFinding(closed)).toEqual([]);
    expect(verifyFinding({ ...closed, history: closed.history.slice(0, -1) })).toMatchObject([{ code: 'finding.transition' }]);
    expect(
      verifyFinding({
        ...closed,
        severity: 'major',
        history: closed.history.filter((s) => s.to !== 'verified'),
      }),
    ).toMatchObject([{ path: 'history.4.state' }]);
  });

  it('refuses with a code and a remedy', () => {
    const open = walk(start(), [['open', 'inspector', 'wang']]);
    expect(transition(open, 'closed', step('auditor', 'sun'))).toMatchObject({
      ok: false,
      problems: [{ code: 'finding.transition', remedy: { en: 'Possible next: investigation.' } }],
    });
    expect(transition(open, 'investigation', step('auditor', 'sun', {}))).toMatchObject({
      problems: [{ code: 'finding.role' }, { code: 'finding.evidence', path: 'evidence.containment' }],
    });
    expect(transition(open, 'investigation', { ...step('owner', 'li'), at: '2026-11-01T08:00:00Z' })).toMatchObject({
      problems: [{ code: 'finding.time' }],
    });
  });

  it('lets nobody verify their own work', () => {
    const doing = walk(start(), toImplementation);
    expect(transition(doing, 'verified', step('inspector', 'li'))).toMatchObject({
      problems: [{ code: 'finding.same-person' }],
    });
    expect(transition(doing, 'verified', step('inspector', 'wang')).ok).toBe(true);
  });

  it('offers the short way to minor findings only', () => {
    const next = (severity: Finding['severity']) =>
      nextSteps(walk(start(severity), [['open', 'inspector', 'wang']]), 'owner').map((row) => row.to);
    expect(next('minor')).toEqual(['investigation', 'implementation']);
    expect(next('critical')).toEqual(['investigation']);
  });

  it('moves only along the table, whatever is tried', () => {
    const states: FindingState[] = [...new Set(transitions.flatMap((row) => [row.from, row.to]))];
    const tries = fc.array(
      fc.tuple(
        fc.constantFrom(...states),
        fc.constantFrom<FindingRole[]>('inspector', 'owner', 'manager', 'auditor'),
        fc.constantFrom('a', 'b'),
        fc.subarray(kinds),
      ),
    );
    fc.assert(
      fc.property(tries, fc.constantFrom('minor' as const, 'major' as const, 'critical' as const), (list, severity) => {
        let finding = start(severity);
        for (const [to, role, by, given] of list) {
          const result = transition(finding, to, step(role, by, Object.fromEntries(given.map((k) => [k, ['file-1']]))));
          const from = finding.state;
          if (result.ok) {
            const row = transitions.find((r) => r.from === from && r.to === to && (r.severities?.includes(severity) ?? true));
            expect(row?.roles).toContain(role);
            for (const need of row?.needs ?? []) expect(given).toContain(need);
            finding = result.finding;
          } else expect(result.problems.length).toBeGreaterThan(0);
        }
        expect(verifyFinding(finding)).toEqual([]);
      }),
    );
  });
});

describe('due dates', () => {
  it('count working days with the calendar given', () => {
    const calendar = {
      addWorkingDays: (date: string, count: number) => ({ date: `${date}+${count}`, status: 'official' }),
    };
    expect(dueDate('critical', '2026-11-02', calendar)).toEqual({ date: '2026-11-02+3', status: 'official' });
  });

  it('are kept on the due day itself', () => {
    const finding = { ...start(), dueOn: '2026-11-10' };
    expect(['2026-11-10', '2026-11-11'].map((today) => isOverdue(finding, today))).toEqual([false, true]);
    expect(isOverdue({ ...finding, state: 'closed' }, '2026-11-11')).toBe(false);
  });
});
