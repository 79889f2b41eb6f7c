import { describe, expect, it } from 'vitest';
import { aVisit, anAccount } from './fixtures.ts';
import { dueOf } from './due.ts';
import { ratesOf, weekFigures } from './figures.ts';
import { defaultSettings } from './settings.ts';
import { executionOf, totalOf } from './team.ts';

const effective = (value: boolean) => ({ value, reasons: [], rule: { minStayMinutes: 10, required: [] } });

describe('weekFigures', () => {
  it('keeps a cancelled visit in the plan and counts an account with a place as planned', () => {
    const accounts = new Map(['a', 'b', 'c'].map((id) => [id, anAccount(id, { tier: 'A' })]));
    const dues = [...accounts.values()].map((account) =>
      dueOf(account, '2026-03-01', '2026-03-12', '2026-03-15', defaultSettings),
    );
    const visits = [
      aVisit('1', 'a', '2026-03-12', { status: 'completed', effective: effective(true) }),
      aVisit('2', 'b', '2026-03-12', { status: 'cancelled' }),
    ];
    const figures = weekFigures(visits, dues, accounts, new Set(['a']));
    expect(figures.planned).toHaveLength(2);
    expect(figures.dueUnplanned.map((due) => due.accountId)).toEqual(['b', 'c']);
    expect(figures.rates).toEqual({ effectiveOfCompleted: 1, effectiveOfPlanned: 0.5, completedOfPlanned: 0.5 });
  });

  it('has no rate where nothing can be divided', () => {
    expect(ratesOf({ planned: 0, completed: 0, effective: 0 })).toEqual({
      effectiveOfCompleted: null,
      effectiveOfPlanned: null,
      completedOfPlanned: null,
    });
  });
});

describe('totalOf', () => {
  it('adds counts before dividing: 1 of 1 and 1 of 3 are 50 %, not 66.7 %', () => {
    const done = (id: string) => aVisit(id, id, '2026-03-12', { status: 'completed', effective: effective(true) });
    const rows = [
      executionOf('x', 'x', [done('1')], 0),
      executionOf('y', 'y', [done('2'), aVisit('3', 'c', '2026-03-13'), aVisit('4', 'd', '2026-03-13')], 2),
    ];
    const total = totalOf('all', rows);
    expect(total.rates.completedOfPlanned).toBe(0.5);
    expect(total.overdueA).toBe(2);
    expect(total.days.get('2026-03-12')).toEqual({ planned: 2, completed: 2 });
    expect(total.days.get('2026-03-13')).toEqual({ planned: 2, completed: 0 });
  });
});
