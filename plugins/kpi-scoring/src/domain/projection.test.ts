import { describe, expect, it } from 'vitest';
import { proRated, progressOf, runningProgress } from './projection.ts';

const tenant = { timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1 };

describe('按进度预计', () => {
  it('counts the working days that are behind; today is still to come', () => {
    // November 2026 has 21 working days; the 20th is a Friday, 2–6, 9–13 and 16–19 are behind.
    expect(progressOf('2026-11', '2026-11-20', tenant)).toEqual({ elapsed: 14, total: 21 });
  });

  it('projects only a month that runs and has a working day behind it', () => {
    const on = (month: string, today: string) => runningProgress(month, today, tenant);
    expect([on('2026-10', '2026-11-20'), on('2026-12', '2026-11-20'), on('2026-11', '2026-11-02')]).toEqual([null, null, null]);
    expect(on('2026-11', '2026-11-03')).toEqual({ elapsed: 1, total: 21 });
  });

  it('takes the part of sales targets and of what falls due, in whole 分, and nothing else', () => {
    const facts = [
      { personId: 'li', indicatorId: 'receipts-rate', numerator: 50, denominator: 100 },
      { personId: 'li', indicatorId: 'overdue-rate', numerator: 30, denominator: 100 },
      { personId: 'li', indicatorId: 'effective-visit-rate', numerator: 8, denominator: 10 },
    ];
    const targets = [
      { personId: 'li', indicatorId: 'sales-amount', value: 1000 },
      { personId: 'li', indicatorId: 'overdue-rate', value: 0.2 },
    ];
    const part = proRated(facts, targets, { elapsed: 14, total: 21 });
    expect(part.facts.map((fact) => fact.denominator)).toEqual([67, 100, 10]);
    expect(part.targets.map((target) => target.value)).toEqual([667, 0.2]);
  });
});
