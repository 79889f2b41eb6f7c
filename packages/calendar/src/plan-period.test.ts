import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, diffDays, fromEpochDay, toEpochDay, weekday } from './dates.ts';
import { periodContains, periodInterval } from './period-interval.ts';
import { childPeriods, nextPeriod, parentPeriod, periodOfDate, periodsIn, previousPeriod } from './period-tree.ts';
import { isPlanPeriod, parsePlanPeriod } from './plan-period.ts';
import { isoWeek } from './weeks.ts';
import type { CalendarDefinition, WeekRule } from './definition.ts';

const thursday: CalendarDefinition = { fiscalYearStartMonth: 1, weekRule: 'thursday' };
const split: CalendarDefinition = { fiscalYearStartMonth: 1, weekRule: 'workingDays' };
const definitions = fc.record({
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  weekRule: fc.constantFrom<WeekRule>('thursday', 'workingDays'),
});
const dates = fc.integer({ min: toEpochDay('1800-01-01'), max: toEpochDay('2300-12-31') }).map(fromEpochDay);

describe('periods of a plan', () => {
  it('read weeks, parts of weeks and days, each under one name only', () => {
    expect(parsePlanPeriod('2026-W14')).toMatchObject({ kind: 'week', year: 2026, week: 14, month: null });
    expect(parsePlanPeriod('2026-03-W14')).toMatchObject({ kind: 'week', year: 2026, week: 14, month: '2026-03' });
    expect(parsePlanPeriod('2026-03-05')).toEqual({ kind: 'day', date: '2026-03-05' });
    // 2026 begins on a Thursday and has 53 weeks, 2025 has 52; week 10 does not touch April; week 11 straddles nothing.
    for (const id of ['2026-W53', '2026-12-W53', '2027-01-W53', '2025-12-W01', '2026-01-W01'])
      expect(isPlanPeriod(id)).toBe(true);
    for (const id of [
      '2025-W53',
      '2026-W00',
      '2026-04-W10',
      '2026-03-W11',
      '2026-W7',
      '2026-02-30',
      '2026-13-W01',
      '0001-01-W52',
    ]) {
      expect(isPlanPeriod(id)).toBe(false);
      expect(() => parsePlanPeriod(id, 'axis.0')).toThrow('At axis.0');
    }
  });

  it('give March 2026 whole weeks under thursday: 2 to 29 March', () => {
    // Thursdays of March 2026: 5, 12, 19, 26. The Thursday of the week of 30 March is 2 April.
    expect(childPeriods('2026-03', thursday)).toEqual(['2026-W10', '2026-W11', '2026-W12', '2026-W13']);
    expect(periodInterval('2026-03', thursday)).toEqual({ start: '2026-03-02', end: '2026-03-30' });
    expect(parentPeriod('2026-W14', thursday)).toBe('2026-04');
    expect(periodOfDate('2026-03-31', 'month', thursday)).toBe('2026-04');
    // The year of ISO 8601: week 1 of 2026 begins on 29 December 2025, week 53 ends on 3 January 2027.
    expect(periodInterval('2026', thursday)).toEqual({ start: '2025-12-29', end: '2027-01-04' });
    expect(periodsIn('2026', 'week', thursday)).toHaveLength(53);
  });

  it('cut the straddling weeks of March 2026 under workingDays', () => {
    // 1 March 2026 is a Sunday, 30 and 31 March are Monday and Tuesday.
    const weeks = ['2026-03-W09', '2026-W10', '2026-W11', '2026-W12', '2026-W13', '2026-03-W14'];
    expect(childPeriods('2026-03', split)).toEqual(weeks);
    expect(periodInterval('2026-03', split)).toEqual({ start: '2026-03-01', end: '2026-04-01' });
    expect(childPeriods('2026-03-W14', split)).toEqual(['2026-03-30', '2026-03-31']);
    expect(periodInterval('2026-03-W09', split)).toEqual({ start: '2026-03-01', end: '2026-03-02' });
    expect(parentPeriod('2026-04-W14', split)).toBe('2026-04');
    expect(nextPeriod('2026-03-W14', split)).toBe('2026-04-W14');
    expect(previousPeriod('2026-W10', split)).toBe('2026-03-W09');
    expect(periodOfDate('2027-01-01', 'week', split)).toBe('2027-01-W53');
  });

  it('refuse weeks where no rule is stored, and weeks of the other rule', () => {
    expect(childPeriods('2026-03', 1)).toEqual([]);
    expect(() => parentPeriod('2026-W10', 1)).toThrow('weekRule');
    expect(() => periodsIn('2026', 'week', 4)).toThrow('weekRule');
    expect(() => childPeriods('2026-03', { fiscalYearStartMonth: 1, weekRule: 'monday' as WeekRule })).toThrow('got monday');
    expect(() => parentPeriod('2026-W14', split)).toThrow('no period "2026-W14"');
    expect(() => childPeriods('2026-03-W14', thursday)).toThrow('no period "2026-03-W14"');
  });

  it('answer days without any week rule', () => {
    expect(periodsIn('2026-02', 'day', 1)).toHaveLength(28);
    expect(nextPeriod('2026-02-28')).toBe('2026-03-01');
    expect(periodOfDate('2026-02-28', 'quarter', 4)).toBe('2025-Q4');
    expect(periodContains('2026-W10', '2026-03-08', 1)).toBe(true);
    expect(periodContains('2026-W10', '2026-03-09', 1)).toBe(false);
  });

  it('partition: children are exactly their parent, for every start month and both rules, down to days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2300 }), definitions, (year, definition) => {
        let level = [String(year)];
        for (const kind of ['quarter', 'month', 'week', 'day'] as const) {
          const below = level.flatMap((id) => {
            const children = childPeriods(id, definition);
            const { start, end } = periodInterval(id, definition);
            let reached = start;
            for (const child of children) {
              const days = periodInterval(child, definition);
              expect([child, days.start]).toEqual([child, reached]);
              expect(diffDays(days.start, days.end)).toBeGreaterThan(0);
              expect(parentPeriod(child, definition)).toBe(id);
              reached = days.end;
            }
            expect(reached).toBe(end);
            return children;
          });
          expect(periodsIn(String(year), kind, definition)).toEqual(below);
          level = below;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('place every day in one period of each kind, and walk from it to its neighbours and back', () => {
    fc.assert(
      fc.property(dates, definitions, (date, definition) => {
        let inner = date;
        for (const kind of ['week', 'month', 'quarter', 'year'] as const) {
          const id = periodOfDate(date, kind, definition);
          const { start, end } = periodInterval(id, definition);
          expect(start <= date && date < end).toBe(true);
          expect(periodContains(id, inner, definition)).toBe(true);
          expect(previousPeriod(nextPeriod(id, definition), definition)).toBe(id);
          expect(periodInterval(nextPeriod(id, definition), definition).start).toBe(end);
          inner = id;
        }
      }),
    );
  });

  it('keep weeks whole under thursday, and in the month with most of their days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 12 }), (date, fiscalYearStartMonth) => {
        const definition = { fiscalYearStartMonth, weekRule: 'thursday' } as const;
        const monday = addDays(date, 1 - weekday(date));
        const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index).slice(0, 7));
        const most = days.find((month) => days.filter((each) => each === month).length >= 4);
        expect(parentPeriod(periodOfDate(date, 'week', definition), definition)).toBe(most);
        expect(periodOfDate(date, 'week', definition).startsWith(String(isoWeek(date).year))).toBe(true);
      }),
    );
  });
});
