import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysOf, diffDays, fromEpochDay, isBusinessDate, toEpochDay, weekday } from './dates.ts';
import { daysFromSpringFestival, springFestival } from './spring-festival.ts';
import { isoWeek, weekDays } from './weeks.ts';
import { dayOfInstant } from './zone.ts';

const anyDay = fc.integer({ min: toEpochDay('0001-01-01'), max: toEpochDay('9999-12-31') });

describe('business dates', () => {
  it('count from 1970-01-01 and know leap years', () => {
    expect(toEpochDay('1970-01-01')).toBe(0);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
    expect(diffDays('2026-01-01', '2027-01-01')).toBe(365);
    expect(daysOf({ start: '2026-12-31', end: '2027-01-02' })).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('refuse days that do not exist', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '', '2026-01-01T00:00:00Z']) {
      expect(isBusinessDate(text)).toBe(false);
      expect(() => toEpochDay(text)).toThrow('YYYY-MM-DD');
    }
    expect(() => addDays('9999-12-31', 1)).toThrow('YYYY-MM-DD');
  });

  it('come back from epoch days unchanged, one weekday after the other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromEpochDay(day);
        expect(toEpochDay(date)).toBe(day);
        expect(weekday(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });
});

describe('weeks', () => {
  it('follow ISO 8601 around New Year', () => {
    // 1 January 2027 is a Friday: it closes week 53 of 2026.
    expect(isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-04')).toEqual({ year: 2027, week: 1 });
    // 29 December 2025 is the Monday of the first week of 2026.
    expect(isoWeek('2025-12-29')).toEqual({ year: 2026, week: 1 });
    expect(weekDays('2026-11-21')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
  });
});

describe('the day of an instant', () => {
  it('is the day on the wall of the company', () => {
    expect(dayOfInstant('2026-02-16T16:30:00Z', 'Asia/Shanghai')).toBe('2026-02-17');
    expect(dayOfInstant('2026-02-16T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-02-16');
    expect(dayOfInstant('2026-02-17T00:30:00+08:00', 'UTC')).toBe('2026-02-16');
    expect(dayOfInstant('2026-03-08T04:59:00Z', 'America/New_York')).toBe('2026-03-07');
  });

  it('is refused without an offset or with an unknown zone', () => {
    expect(() => dayOfInstant('2026-02-16T16:30:00', 'Asia/Shanghai')).toThrow('instant');
    expect(() => dayOfInstant('2026-02-16T16:30:00Z', 'China')).toThrow('IANA');
  });
});

describe('the distance from 春节', () => {
  it('is signed and counted from the nearest festival', () => {
    expect(springFestival(2026)).toBe('2026-02-17');
    expect(springFestival(2025)).toBe('2025-01-29');
    expect(daysFromSpringFestival('2026-02-17')).toEqual({ days: 0, festival: '2026-02-17' });
    expect(daysFromSpringFestival('2026-01-31')).toEqual({ days: -17, festival: '2026-02-17' });
    // 2027: 6 February, 47 days after 21 December 2026.
    expect(daysFromSpringFestival('2026-12-21')).toEqual({ days: -47, festival: '2027-02-06' });
    expect(daysFromSpringFestival('1899-06-01')).toBeNull();
    expect(daysFromSpringFestival('2100-12-31')).toBeNull();
  });
});
