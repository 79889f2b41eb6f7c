import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, toEpochDay, weekday } from './dates.ts';
import { createCalendar } from './working-calendar.ts';
import type { WorkPattern } from './pattern.ts';
import type { CalendarOptions } from './working-calendar.ts';

const base: CalendarOptions = { zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' };
const fourOnTwoOff: WorkPattern = { anchor: '2026-01-01', cycle: [1, 1, 1, 1, 0, 0], statutory: 'ignore' };
const withPattern = (pattern: WorkPattern, holidays: string[] = []) =>
  createCalendar({ ...base, overlays: [{ id: 'own', pattern, holidays: holidays.map((date) => ({ date })) }] });

describe('a work pattern', () => {
  it('runs four on and two off through holidays, before its anchor as well', () => {
    const shift = withPattern(fourOnTwoOff);
    const worked = (from: string): boolean[] => [0, 1, 2, 3, 4, 5].map((day) => shift.isWorkingDay(addDays(from, day)).working);
    expect(worked('2026-01-01')).toEqual([true, true, true, true, false, false]);
    expect(worked('2025-12-26')).toEqual([true, true, true, true, false, false]);
    // 1 February is the 32nd day, second of its cycle: 3 worked and 2 free, then three cycles (12 of 18) and 4 of 5.
    expect(shift.workingDaysOfMonth('2026-02')).toEqual({ count: 19, status: 'official' });
    expect(shift.isWorkingDay('2026-02-18')).toMatchObject({ working: true, reason: { kind: 'pattern', overlay: 'own' } });
  });

  it('is certain in years without holiday data only if it ignores holidays', () => {
    expect(withPattern(fourOnTwoOff).workingDaysOfPeriod('2200').status).toBe('official');
    expect(withPattern({ ...fourOnTwoOff, statutory: 'follow' }).workingDaysOfPeriod('2200').status).toBe('unknown');
  });

  it('that follows the statute rests on holidays and works on make-up days', () => {
    const follow = withPattern({ ...fourOnTwoOff, statutory: 'follow' });
    expect(follow.isWorkingDay('2026-02-17').reason.kind).toBe('holiday');
    expect(follow.isWorkingDay('2026-02-14').reason.kind).toBe('makeUp');
  });

  it('gives way to the days that an overlay names', () => {
    expect(withPattern(fourOnTwoOff, ['2026-01-02']).isWorkingDay('2026-01-02')).toMatchObject({
      working: false,
      reason: { kind: 'overlay' },
    });
  });

  it('holds between its days only; of several the last one decides', () => {
    const calendar = createCalendar({
      ...base,
      overlays: [
        { id: 'every', pattern: { anchor: '2026-03-02', cycle: [1], statutory: 'ignore' } },
        { id: 'none', pattern: { ...fourOnTwoOff, from: '2026-03-07', until: '2026-03-09' } },
      ],
    });
    // 1 January to 7 March are 65 days: 65 mod 6 = 5, a day off; 8 March begins the cycle again.
    const ids = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map((date) => calendar.isWorkingDay(date));
    expect(ids.map(({ reason }) => reason.overlay)).toEqual(['every', 'none', 'none', 'every']);
    expect(ids.map(({ working }) => working)).toEqual([true, false, true, true]);
  });

  it('counts half days as halves and steps over them as days', () => {
    // Five whole days and a half Saturday, from Monday 2 March 2026.
    const half = withPattern({ anchor: '2026-03-02', cycle: [1, 1, 1, 1, 1, 0.5, 0], statutory: 'follow' });
    expect(half.workingDays({ start: '2026-03-02', end: '2026-03-09' })).toEqual({ count: 5.5, status: 'official' });
    expect(half.isWorkingDay('2026-03-07')).toMatchObject({ working: true, fraction: 0.5 });
    expect(half.addWorkingDays('2026-03-06', 1).date).toBe('2026-03-07');
  });

  it('is refused with the path to what is wrong', () => {
    const bad =
      (change: object): (() => void) =>
      () =>
        withPattern({ ...fourOnTwoOff, ...change });
    for (const cycle of [[], [0, 0], [2], [1, 0.25], Array<1>(401).fill(1), 'on']) {
      expect(bad({ cycle })).toThrow('At overlays.0.pattern.cycle');
    }
    expect(bad({ statutory: undefined })).toThrow('At overlays.0.pattern.statutory: Say what');
    expect(bad({ anchor: '2026-02-30' })).toThrow('At overlays.0.pattern.anchor');
    expect(bad({ from: '2026-02-02', until: '2026-02-01' })).toThrow('At overlays.0.pattern.until');
  });

  it('repeats: a day and the day one cycle later are alike', () => {
    const cycles = fc.array(fc.constantFrom(0 as const, 0.5 as const, 1 as const), { minLength: 1, maxLength: 40 });
    const days = fc.integer({ min: toEpochDay('1900-01-01'), max: toEpochDay('2200-01-01') });
    fc.assert(
      fc.property(cycles, days, (cycle, day) => {
        fc.pre(cycle.some((share) => share > 0));
        const calendar = withPattern({ ...fourOnTwoOff, cycle });
        const date = fromEpochDay(day);
        expect(calendar.isWorkingDay(addDays(date, cycle.length)).fraction).toBe(calendar.isWorkingDay(date).fraction);
        const { start, end } = { start: date, end: addDays(date, cycle.length) };
        expect(calendar.workingDays({ start, end }).count).toBe(cycle.reduce<number>((sum, share) => sum + share, 0));
      }),
    );
  });
});

describe('a base calendar of one’s own', () => {
  const gulf = {
    id: 'AE-like',
    weekend: [5, 6] as const,
    holidays: [{ date: '2026-12-02', name: { zh: '国庆日', en: 'National Day' } }],
    workingDays: [{ date: '2026-12-05' }],
    officialYears: [2026],
    estimatedYears: [2027],
  };
  const calendar = createCalendar({ ...base, zone: 'Asia/Dubai', country: gulf });

  it('has its own weekend, holidays and exchanges', () => {
    // Wednesday 2 December 2026 is free, Friday the 4th is weekend, Saturday the 5th is worked in exchange.
    expect(calendar.isWorkingDay('2026-12-02').reason).toEqual({ kind: 'holiday', name: { zh: '国庆日', en: 'National Day' } });
    expect(calendar.isWorkingDay('2026-12-04').reason.kind).toBe('weekend');
    expect(calendar.isWorkingDay('2026-12-05').reason.kind).toBe('makeUp');
    expect(weekday('2026-12-06')).toBe(7);
    expect(calendar.isWorkingDay('2026-12-06')).toMatchObject({ working: true, status: 'official' });
    // December 2026 has four Fridays and four Saturdays: 31 - 8 - 1 + 1.
    expect(calendar.workingDaysOfMonth('2026-12')).toEqual({ count: 23, status: 'official' });
  });

  it('says how far each year is known', () => {
    expect(calendar.workingDaysOfPeriod('2027').status).toBe('estimated');
    expect(calendar.workingDaysOfPeriod('2028').status).toBe('unknown');
    expect(calendar.addWorkingDays('2027-12-30', 5).status).toBe('unknown');
    expect(calendar.elapsedWorkingDays('2028', '2028-02-01').status).toBe('unknown');
  });

  it('is refused with the path to what is wrong', () => {
    const make = (change: object) => () => createCalendar({ ...base, country: { ...gulf, ...change } });
    for (const weekend of [[0], [8], [6, 6], [1, 2, 3, 4, 5, 6, 7]]) expect(make({ weekend })).toThrow('At country.weekend');
    expect(make({ officialYears: [2026, 1.5] })).toThrow('At country.officialYears.1');
    expect(make({ holidays: [{ date: '2026-12-05' }] })).toThrow('At country.workingDays.0');
    expect(() => createCalendar({ ...base, country: 'XX' as 'CN' })).toThrow('At country');
  });
});
