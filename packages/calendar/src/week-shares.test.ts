import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from './dates.ts';
import { weekShares } from './week-shares.ts';
import { formatIsoWeek, isoWeek } from './weeks.ts';
import { createCalendar } from './working-calendar.ts';
import type { CalendarDefinition } from './definition.ts';

const china = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const thursday: CalendarDefinition = { fiscalYearStartMonth: 1, weekRule: 'thursday' };
const split: CalendarDefinition = { fiscalYearStartMonth: 1, weekRule: 'workingDays' };

describe('the value of a week', () => {
  it('is split by working days: two days in March and three in April 2026', () => {
    // Monday 30 and Tuesday 31 March; Wednesday 1 to Friday 3 April; 4 and 5 April are free.
    expect(weekShares('2026-W14', split, china)).toEqual({
      basis: 'workingDays',
      status: 'official',
      parts: [
        { period: '2026-03-W14', month: '2026-03', workingDays: 2, weight: 2 },
        { period: '2026-04-W14', month: '2026-04', workingDays: 3, weight: 3 },
      ],
    });
  });

  it('is whole for the month of the Thursday, or inside one month', () => {
    expect(weekShares('2026-W14', thursday, china).parts).toEqual([
      { period: '2026-W14', month: '2026-04', workingDays: 5, weight: 1 },
    ]);
    expect(weekShares('2026-W11', split, china)).toMatchObject({ basis: 'whole', parts: [{ month: '2026-03', weight: 1 }] });
  });

  it('is split by calendar days when nobody works in it', () => {
    // 29 January to 4 February 2024 is a plain week; a calendar with all of it off leaves no working day to split by.
    const holidays = ['29', '30', '31'].map((day) => ({ date: `2024-01-${day}` }));
    const february = ['01', '02', '04'].map((day) => ({ date: `2024-02-${day}` }));
    const closed = createCalendar({
      ...{ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' },
      overlays: [{ id: 'closed', holidays: [...holidays, ...february] }],
    });
    expect(weekShares('2024-W05', split, closed)).toMatchObject({ basis: 'days', parts: [{ weight: 3 }, { weight: 4 }] });
  });

  it('refuses what is not a whole week', () => {
    expect(() => weekShares('2026-03-W14', split, china)).toThrow('2026-03-W14');
    expect(() => weekShares('2026-03', split, china)).toThrow('2026-03');
  });

  it('never loses a working day, whatever the week', () => {
    const days = fc.integer({ min: toEpochDay('2004-01-05'), max: toEpochDay('2026-12-20') });
    fc.assert(
      fc.property(days, (day) => {
        const week = formatIsoWeek(isoWeek(fromEpochDay(day)));
        const { parts, basis } = weekShares(week, split, china);
        const sum = parts.reduce((total, part) => total + part.workingDays, 0);
        expect(sum).toBe(china.workingDaysOfPeriod(week).count);
        expect(parts.some((part) => part.weight > 0)).toBe(true);
        expect(parts).toHaveLength(basis === 'whole' ? 1 : 2);
      }),
    );
  });
});
