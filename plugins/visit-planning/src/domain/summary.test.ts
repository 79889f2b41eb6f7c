import { describe, expect, it } from 'vitest';
import { effectivenessBy, emptySummary, goalOf, missingFields, ratioBp } from './summary.ts';

describe('ratioBp', () => {
  it('divides actual by target in basis points, half up, and has no answer without a target', () => {
    expect(ratioBp(300, 200)).toBe(6667);
    expect(ratioBp(20000, 1)).toBe(1); // 0.5 of a basis point
    expect(ratioBp(100, 250)).toBe(25000);
    expect(ratioBp(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe(10_000);
    expect(ratioBp(0, 5)).toBeNull();
    expect(ratioBp(null, 5)).toBeNull();
    expect(ratioBp(100, 0)).toBe(0);
  });
});

describe('effectivenessBy', () => {
  const rule = { minStayMinutes: 10, required: ['result', 'goal'] as const };
  const summary = { ...emptySummary('order'), result: '下单', goal: goalOf('order', null, 0) };
  const stay = (minutes: number) => ({
    startedAt: '2026-03-12T01:00:00.000Z',
    completedAt: new Date(Date.UTC(2026, 2, 12, 1, minutes)).toISOString(),
  });

  it('holds at exactly the minimum, and nothing ordered is an actual', () => {
    expect(effectivenessBy({ ...stay(10), summary }, rule)).toMatchObject({ value: true, reasons: [] });
    expect(effectivenessBy({ ...stay(9), summary }, rule).reasons).toEqual(['stayTooShort']);
  });

  it('names what is missing', () => {
    expect(effectivenessBy({ ...stay(30), summary: { ...summary, result: '  ' } }, rule).reasons).toEqual(['missingResult']);
    expect(effectivenessBy({ ...stay(30), summary: { ...summary, goal: goalOf('order', 5, null) } }, rule).reasons).toEqual([
      'missingFields',
    ]);
    expect(missingFields(emptySummary('order'), rule.required)).toEqual(['result', 'goal']);
  });
});
