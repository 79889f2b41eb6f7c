import { describe, expect, it } from 'vitest';
import { createCalendar } from '@milepost/calendar';
import { changeOf, comparisonOf, toneOf } from './compare.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'none' });

describe('comparisonOf', () => {
  it('compares a period that is over with the whole of last year’s', () => {
    expect(comparisonOf('2026-09', '2026-11-20', calendar)).toEqual({
      current: { start: '2026-09-01', end: '2026-10-01' },
      previous: { start: '2025-09-01', end: '2025-10-01' },
      workingDays: null,
      todayWorks: false,
      future: false,
    });
  });

  it('compares a running month with as many working days of last year', () => {
    // November 2026 begins on a Sunday: Monday 2 to Friday 6 are five working days on the 6th.
    // November 2025 begins on a Saturday: the fifth working day is Friday 7, the next one Monday 10.
    expect(comparisonOf('2026-11', '2026-11-06', calendar)).toEqual({
      current: { start: '2026-11-01', end: '2026-11-07' },
      previous: { start: '2025-11-01', end: '2025-11-10' },
      workingDays: 5,
      todayWorks: true,
      future: false,
    });
  });

  it('knows a period that has not begun', () => {
    expect(comparisonOf('2027', '2026-11-06', calendar).future).toBe(true);
  });

  it('never goes past the end of last year’s period', () => {
    expect(comparisonOf('2026-10', '2026-10-31', calendar).previous.end <= '2025-11-01').toBe(true);
  });
});

describe('changeOf', () => {
  it('is a share of what was, and unknown without it', () => {
    expect(changeOf(120, 100)).toBeCloseTo(0.2);
    expect(changeOf(80, 100)).toBeCloseTo(-0.2);
    expect(changeOf(80, 0)).toBeNull();
    expect(changeOf(80, null)).toBeNull();
  });
});

describe('toneOf', () => {
  it('colours what is clearly better or worse', () => {
    expect([0.02, -0.02, 0.3, -0.1, -0.2, null].map(toneOf)).toEqual([
      'neutral',
      'neutral',
      'positive',
      'warning',
      'critical',
      'neutral',
    ]);
  });
});
