import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { paceOf, verdictOf } from './pace.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const series = (target: Record<string, number | null>, actual: Record<string, number>) => ({ target, actual, lastYear: {} });

describe('the pace of a period', () => {
  it('expects a month by its working days: 14 of 21 in November 2026 before the 20th', () => {
    const pace = paceOf(series({ '2026-11': 2100 }, { '2026-11': 1300 }), '2026-11', '2026-11-20', calendar);
    // 2–6, 9–13 and 16–19 November are worked.
    expect([pace.elapsedDays, pace.totalDays, pace.expected]).toEqual([14, 21, 1400]);
    expect(pace.attainment).toBeCloseTo(1300 / 2100, 12);
    // 800 are missing on 7 days: 114.29 each, rounded up so that the days suffice.
    expect(pace.perDay).toBe(115);
    expect(verdictOf(pace)).toBe('behind');
  });

  it('expects past months in full and weighs months by their targets', () => {
    const pace = paceOf(series({ '2026-01': 100, '2026-11': 2100 }, { '2026-01': 100 }), '2026', '2026-11-20', calendar);
    expect(pace.expected).toBe(1500);
  });

  it('asks nothing of the days when the target is reached', () => {
    expect(paceOf(series({ '2026-11': 10 }, { '2026-11': 11 }), '2026-11', '2026-11-20', calendar).perDay).toBeNull();
  });

  it('tells no target from a target of zero', () => {
    const none = paceOf(series({}, { '2026-11': 5 }), '2026-11', '2026-11-20', calendar);
    expect([none.target, none.attainment, verdictOf(none)]).toEqual([null, null, 'none']);
    expect(paceOf(series({ '2026-11': 0 }, {}), '2026-11', '2026-11-20', calendar).target).toBe(0);
  });

  it('knows periods that are over or have not begun', () => {
    expect(paceOf(series({ '2026-01': 1 }, {}), '2026-01', '2026-11-20', calendar)).toMatchObject({
      state: 'over',
      perDay: null,
    });
    expect(paceOf(series({ '2026-12': 1 }, {}), '2026-12', '2026-11-20', calendar)).toMatchObject({
      state: 'before',
      expected: 0,
    });
  });
});
