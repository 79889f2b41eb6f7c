import { describe, expect, it } from 'vitest';
import { createCalendar } from './working-calendar.ts';

const china = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const MONTHS_2026 = [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23];

describe('a Chinese working calendar', () => {
  it('counts the 248 working days of 2026 month by month', () => {
    const months = MONTHS_2026.map((_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
    expect(months.map((month) => china.workingDaysOfMonth(month).count)).toEqual(MONTHS_2026);
    expect(china.workingDaysOfPeriod('2026')).toEqual({ count: 248, status: 'official' });
    expect(china.workingDaysOfPeriod('2026-Q1').count).toBe(59);
  });

  it('names why a day is worked or free', () => {
    expect(china.isWorkingDay('2026-02-14')).toMatchObject({ working: true, reason: { kind: 'makeUp' } });
    expect(china.isWorkingDay('2026-02-17')).toMatchObject({
      working: false,
      status: 'official',
      reason: { kind: 'holiday', name: { zh: '春节' } },
    });
    expect(china.isWorkingDay('2026-03-07').reason.kind).toBe('weekend');
  });

  it('never answers for an unpublished year without saying so', () => {
    expect(china.isWorkingDay('2027-01-01')).toMatchObject({ working: false, status: 'estimated' });
    // 365 days, 104 at weekends, 13 statutory: each given back on a weekday when it falls on a weekend.
    expect(china.workingDaysOfPeriod('2027')).toEqual({ count: 248, status: 'estimated' });
    expect(china.workingDays({ start: '2026-12-30', end: '2027-01-05' })).toEqual({
      count: 3,
      status: 'estimated',
    });
    expect(china.isWorkingDay('2003-10-01').status).toBe('unknown');
    expect(china.isWorkingDay('2101-01-03').status).toBe('unknown');
  });

  it('estimates years in the shape of the regulation: thirteen days each', () => {
    const plain = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'none' });
    for (let year = 2027; year <= 2100; year += 1) {
      const weekdays = plain.workingDaysOfPeriod(String(year)).count;
      expect([year, weekdays - china.workingDaysOfPeriod(String(year)).count]).toEqual([year, 13]);
    }
  });

  it('adds working days over holidays and make-up days', () => {
    // Saturday 14 February 2026 is worked, 15 to 23 are free.
    expect(china.addWorkingDays('2026-02-13', 1).date).toBe('2026-02-14');
    expect(china.addWorkingDays('2026-02-13', 2).date).toBe('2026-02-24');
    expect(china.addWorkingDays('2026-02-24', -2).date).toBe('2026-02-13');
    expect(china.addWorkingDays('2026-02-18', 0).date).toBe('2026-02-24');
    expect(china.addWorkingDays('2026-02-24', 0).date).toBe('2026-02-24');
    expect(china.addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-04', status: 'estimated' });
  });

  it('splits a period at today, today still ahead', () => {
    expect(china.elapsedWorkingDays('2026-02', '2026-02-24')).toEqual({
      elapsed: 11,
      remaining: 5,
      total: 16,
      status: 'official',
    });
    expect(china.elapsedWorkingDays('2026-02', '2025-12-31').elapsed).toBe(0);
    expect(china.elapsedWorkingDays('2026-02', '2026-04-01').remaining).toBe(0);
  });

  it('follows a fiscal year that starts in April', () => {
    const april = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 4, country: 'CN' });
    expect(april.workingDaysOfPeriod('2025-Q4')).toEqual({ count: 59, status: 'official' });
    expect(april.workingDaysOfPeriod('2026').status).toBe('estimated');
  });

  it('lays a company calendar over the statutory one', () => {
    const own = createCalendar({
      zone: 'Asia/Shanghai',
      fiscalYearStartMonth: 1,
      country: 'CN',
      overlays: [
        { id: 'stocktaking', holidays: [{ date: '2026-06-30', name: { zh: '盘点日', en: 'Stocktaking' } }] },
        { id: 'sprint', workingDays: [{ date: '2026-06-27' }, { date: '2026-06-28' }] },
      ],
    });
    expect(own.workingDaysOfMonth('2026-06')).toEqual({ count: 22, status: 'official' });
    expect(own.isWorkingDay('2026-06-30').reason).toEqual({
      kind: 'overlay',
      name: { zh: '盘点日', en: 'Stocktaking' },
      overlay: 'stocktaking',
    });
  });

  it('takes an imported notice for a year in place of the estimate', () => {
    const notice = { id: 'notice-2027', officialYears: [2027], holidays: [{ date: '2027-01-01' }] };
    const own = createCalendar({
      zone: 'Asia/Shanghai',
      fiscalYearStartMonth: 1,
      country: 'CN',
      overlays: [notice],
    });
    expect(own.workingDaysOfPeriod('2027')).toEqual({ count: 260, status: 'official' });
  });

  it('refuses bad set-ups with the path to the value', () => {
    const base = { zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' } as const;
    expect(() => createCalendar({ ...base, zone: 'Asia/Nowhere' })).toThrow('IANA');
    expect(() => createCalendar({ ...base, fiscalYearStartMonth: 0 })).toThrow('At fiscalYearStartMonth');
    const bad = { id: 'x', holidays: [{ date: '2026-02-30' }] };
    expect(() => createCalendar({ ...base, overlays: [bad] })).toThrow('At overlays.0.holidays.0');
    const both = { id: 'x', holidays: [{ date: '2026-02-03' }], workingDays: [{ date: '2026-02-03' }] };
    expect(() => createCalendar({ ...base, overlays: [both] })).toThrow('At overlays.0.workingDays.0');
    expect(() => china.workingDays({ start: '2026-02-02', end: '2026-02-01' })).toThrow('ends before');
  });
});
