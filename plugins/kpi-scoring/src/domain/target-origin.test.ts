import { describe, expect, it } from 'vitest';
import type { PlannedTargets } from './target-origin.ts';
import { estimatedTarget, manualTarget, plannedTargets, strongest } from './target-origin.ts';

const plan: PlannedTargets = {
  planId: 'plan-2026',
  planName: '2026年销售目标',
  planPeriod: '2026',
  nodes: [
    { personId: 'li', months: { '2026-03': 30_000_000, '2026-04': null } },
    // Moved within the year: two nodes, which are added as on the page of targets.
    { personId: 'wu', months: { '2026-03': 10_000_000 } },
    { personId: 'wu', months: { '2026-03': 5_000_000 } },
    { personId: 'yu', months: { '2026-03': 0 } },
  ],
};
const manual = manualTarget({
  value: { personId: 'li', period: '2026-03', indicatorId: 'sales-amount', value: 42_000_000, source: 'entered' },
  updatedBy: 'boss',
  updatedAt: '2026-03-02T01:00:00.000Z',
});

describe('where a target comes from', () => {
  it('takes what was set by hand, else the plan, else the estimate', () => {
    const estimates = ['li', 'wu', 'zhao'].flatMap((id) => estimatedTarget(id, '2026-03', 20_000_000) ?? []);
    const found = strongest([manual], plannedTargets(plan, '2026-03'), estimates);
    expect(found.map(({ personId, value, origin }) => [personId, value, origin.kind])).toEqual([
      ['li', 42_000_000, 'manual'],
      ['wu', 15_000_000, 'plan'],
      ['yu', 0, 'plan'],
      ['zhao', 22_000_000, 'estimate'],
    ]);
  });

  it('says who set it when, which plan, and what an estimate was made from', () => {
    expect(manual.origin).toEqual({ kind: 'manual', source: 'entered', by: 'boss', at: '2026-03-02T01:00:00.000Z' });
    expect(plannedTargets(plan, '2026-03')[0]?.origin).toEqual({
      kind: 'plan',
      planId: 'plan-2026',
      planName: '2026年销售目标',
      planPeriod: '2026',
    });
    // 123,456 元 × 1.1 = 135,801.6 元, to whole thousands.
    expect(estimatedTarget('zhao', '2026-03', 12_345_600)).toMatchObject({
      value: 13_600_000,
      origin: { kind: 'estimate', base: 12_345_600, growth: 0.1 },
    });
  });

  it('estimates nothing from nothing, and leaves a month nobody planned for to the estimate', () => {
    expect([estimatedTarget('new', '2026-03', null), estimatedTarget('new', '2026-03', 0)]).toEqual([null, null]);
    expect(plannedTargets(plan, '2026-04')).toEqual([]);
  });
});
