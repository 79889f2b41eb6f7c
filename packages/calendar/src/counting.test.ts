import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from './dates.ts';
import { worseStatus } from './day.ts';
import { childPeriods, periodsIn } from './period-tree.ts';
import { createCalendar } from './working-calendar.ts';
import type { CalendarOptions } from './working-calendar.ts';

const base: CalendarOptions = { zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' };
const alternating = { anchor: '2026-01-05', cycle: [1, 1, 1, 1, 1, 0.5, 0, 1, 1, 1, 1, 1, 0, 0], statutory: 'follow' } as const;
const calendars = fc.constantFrom(
  createCalendar(base),
  createCalendar({ ...base, country: 'none' }),
  createCalendar({ ...base, overlays: [{ id: 'own', pattern: alternating, holidays: [{ date: '2026-06-30' }] }] }),
);
const days = fc.integer({ min: toEpochDay('1999-01-01'), max: toEpochDay('2031-01-01') });

describe('counting working days', () => {
  it('adds over adjoining intervals, counts and certainty alike', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(days, days, days), (calendar, ends) => {
        const [start = '', middle = '', end = ''] = [...ends].sort((a, b) => a - b).map(fromEpochDay);
        const [whole, left, right] = [
          calendar.workingDays({ start, end }),
          calendar.workingDays({ start, end: middle }),
          calendar.workingDays({ start: middle, end }),
        ];
        expect(whole.count).toBe(left.count + right.count);
        expect(whole.status).toBe(worseStatus(left.status, right.status));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same over a year, its quarters, months, weeks and days', () => {
    const start = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(calendars, fc.integer({ min: 2000, max: 2030 }), start, (calendar, year, fiscalYearStartMonth) => {
        const definition = { fiscalYearStartMonth, weekRule: 'workingDays' } as const;
        const own = createCalendar({ ...base, fiscalYearStartMonth });
        const total = own.workingDaysOfPeriod(String(year)).count;
        for (const kind of ['quarter', 'month', 'week', 'day'] as const) {
          const parts = periodsIn(String(year), kind, definition).map((id) => own.workingDaysOfPeriod(id).count);
          expect(parts.reduce((sum, count) => sum + count, 0)).toBe(total);
        }
        const month = childPeriods(`${year}-Q1`, definition)[0] ?? '';
        const { elapsed, remaining, total: all } = calendar.elapsedWorkingDays(month, `${month}-15`);
        expect(elapsed + remaining).toBe(all);
      }),
      { numRuns: 40 },
    );
  });

  it('steps to working days, and the days between hold no other', () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 1, max: 60 }), (calendar, day, steps) => {
        const { date } = calendar.addWorkingDays(fromEpochDay(day), steps);
        expect(calendar.isWorkingDay(date).working).toBe(true);
        let seen = 0;
        for (let at = day + 1; at <= toEpochDay(date); at += 1) if (calendar.isWorkingDay(fromEpochDay(at)).working) seen += 1;
        expect(seen).toBe(steps);
      }),
    );
  });
});
