import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpochDay, toEpochDay, weekday } from '../dates.ts';
import { CalendarError } from '../error.ts';
import { expandRule } from './expand-rule.ts';

const days = (rule: string, start: string, until: string): readonly string[] => expandRule({ rule, start, until }).times;

describe('a rule written out', () => {
  it('takes from the start what it does not say', () => {
    expect(days('FREQ=MONTHLY', '2026-01-31', '2026-06-01')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
    expect(days('FREQ=WEEKLY;INTERVAL=2', '2026-03-03', '2026-04-01')).toEqual(['2026-03-03', '2026-03-17', '2026-03-31']);
    expect(days('FREQ=YEARLY', '2024-02-29', '2032-03-01')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
  });

  it('counts weekdays in their month or year, and mixes numbered with plain ones', () => {
    // March 2026 begins on a Sunday: Fridays 6, 13, 20, 27.
    expect(days('FREQ=MONTHLY;BYDAY=-1FR', '2026-03-01', '2026-05-01')).toEqual(['2026-03-27', '2026-04-24']);
    // The 24th and the 31st are Tuesdays: seven days before the end is not the last one.
    expect(days('FREQ=MONTHLY;BYDAY=-1TU', '2026-03-01', '2026-04-01')).toEqual(['2026-03-31']);
    expect(days('FREQ=YEARLY;BYDAY=1MO', '2026-01-01', '2028-01-01')).toEqual(['2026-01-05', '2027-01-04']);
    expect(days('FREQ=MONTHLY;BYDAY=SU,1MO', '2026-03-01', '2026-03-16')).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-08',
      '2026-03-15',
    ]);
  });

  it('steps by its interval, up to and including UNTIL, up to the cap', () => {
    expect(days('FREQ=DAILY;INTERVAL=10', '2026-01-01', '2026-02-01')).toEqual([
      ...['2026-01-01', '2026-01-11', '2026-01-21', '2026-01-31'],
    ]);
    const timed = { start: '2026-01-01T09:00:00', until: '2026-02-01T00:00:00' };
    expect(expandRule({ ...timed, rule: 'FREQ=DAILY;UNTIL=20260102T090000' }).times).toHaveLength(2);
    expect(expandRule({ ...timed, rule: 'FREQ=DAILY;UNTIL=20260102T085959' }).times).toHaveLength(1);
    expect(expandRule({ ...timed, rule: 'FREQ=DAILY', maxCount: 3 })).toMatchObject({ truncated: true, times: { length: 3 } });
    expect(expandRule({ ...timed, rule: 'FREQ=DAILY;COUNT=3', maxCount: 3 }).truncated).toBe(false);
  });

  it('chooses by position: the last weekday of the month', () => {
    // 31 January and 31 May 2026 are at a weekend.
    const rule = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';
    expect(days(rule, '2026-01-01', '2026-06-01')).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-31',
      '2026-04-30',
      '2026-05-29',
    ]);
  });

  it('counts positions in the whole first week, also before the start', () => {
    // RFC 5545: a set starts at the beginning of its interval. Monday 2 March is the first of the week of the start.
    expect(days('FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1', '2026-03-03', '2026-03-16')).toEqual(['2026-03-09']);
  });

  it('knows weeks of the year by their start of the week', () => {
    // ISO week 1 of 2026 holds Monday 29 December 2025.
    expect(days('FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', '2025-01-01', '2027-12-31')).toEqual(['2025-12-29', '2027-01-04']);
    expect(days('FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR', '2026-01-01', '2028-01-01')).toEqual(['2027-01-01', '2027-12-31']);
  });

  it('keeps times, without a zone', () => {
    const { times } = expandRule({ rule: 'FREQ=DAILY;BYHOUR=9,14', start: '2026-03-07T10:30:00', until: '2026-03-09T00:00:00' });
    expect(times).toEqual(['2026-03-07T14:30:00', '2026-03-08T09:30:00', '2026-03-08T14:30:00']);
    const shifts = expandRule({
      rule: 'FREQ=HOURLY;INTERVAL=7;COUNT=4',
      start: '2026-03-07T20:00:00',
      until: '2026-04-01T00:00:00',
    });
    expect(shifts.times.map((time) => time.slice(8, 13))).toEqual(['07T20', '08T03', '08T10', '08T17']);
  });

  it('ends for rules that never match, and for sets of any size', () => {
    expect(days('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', '2126-01-01')).toEqual([]);
    const hourly = { rule: 'FREQ=HOURLY;INTERVAL=2;BYHOUR=1', start: '2026-01-01T00:00:00', until: '2036-01-01T00:00:00' };
    expect(expandRule(hourly)).toEqual({ times: [], truncated: false });
    const list = (count: number): string => Array.from({ length: count }, (_, index) => index).join(',');
    const seconds = `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${list(24)};BYMINUTE=${list(60)};BYSECOND=${list(60)};BYSETPOS=-1`;
    const [last] = expandRule({ rule: seconds, start: '2026-01-01T00:00:00', until: '2027-01-01T00:00:00' }).times;
    expect(last).toBe('2026-12-31T23:59:59');
  });

  it('agrees with a day-by-day reading for rules without interval', () => {
    const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    const monthDays = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 6 });
    const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY');
    const start = fc.integer({ min: toEpochDay('1990-01-01'), max: toEpochDay('2040-01-01') });
    fc.assert(
      fc.property(frequency, months, monthDays, weekdays, start, (freq, inMonths, onDays, onWeekdays, from) => {
        const names = onWeekdays.map((day) => NAMES[day - 1]).join(',');
        const rule = `FREQ=${freq};BYMONTH=${inMonths.join(',')};BYMONTHDAY=${onDays.join(',')};BYDAY=${names}`;
        const all = Array.from({ length: 500 }, (_, index) => fromEpochDay(from + index));
        const expected = all.filter(
          (date) =>
            inMonths.includes(Number(date.slice(5, 7))) &&
            onDays.includes(Number(date.slice(8))) &&
            onWeekdays.includes(weekday(date)),
        );
        expect(days(rule, fromEpochDay(from), fromEpochDay(from + 500))).toEqual(expected);
      }),
    );
  });
});

describe('a bad rule', () => {
  const refused = (rule: string, start = '2026-01-01T00:00:00'): [string, string] => {
    try {
      expandRule({ rule, start, until: start.replace('2026', '2027') });
    } catch (error) {
      if (error instanceof CalendarError) return [error.code, error.path];
    }
    return ['accepted', rule];
  };

  it.each([
    ['', 'calendar.rule.text', 'rule'],
    ['FREQ', 'calendar.rule.text', 'rule'],
    ['FREQ=DAILY;;COUNT=1', 'calendar.rule.text', 'rule'],
    [`FREQ=DAILY;BYMONTH=${'1,'.repeat(2000)}1`, 'calendar.rule.text', 'rule'],
    ['COUNT=2', 'calendar.rule.frequency', 'rule.FREQ'],
    ['FREQ=FORTNIGHTLY', 'calendar.rule.frequency', 'rule.FREQ'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'calendar.rule.twice', 'rule.FREQ'],
    ['FREQ=DAILY;DTSTART=20260101', 'calendar.rule.part', 'rule.DTSTART'],
    ['FREQ=YEARLY;BYEASTER=0', 'calendar.rule.part', 'rule.BYEASTER'],
    ['FREQ=DAILY;INTERVAL=0', 'calendar.rule.number', 'rule.INTERVAL'],
    ['FREQ=DAILY;INTERVAL=1.5', 'calendar.rule.number', 'rule.INTERVAL'],
    ['FREQ=DAILY;COUNT=-3', 'calendar.rule.number', 'rule.COUNT'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260201T000000', 'calendar.rule.twoEnds', 'rule'],
    ['FREQ=DAILY;UNTIL=20260230T000000', 'calendar.rule.until', 'rule.UNTIL'],
    ['FREQ=DAILY;UNTIL=20260201', 'calendar.rule.time', 'rule.UNTIL'],
    ['FREQ=DAILY;UNTIL=20260201T000000Z', 'calendar.rule.time', 'rule.UNTIL'],
    ['FREQ=YEARLY;BYMONTH=13', 'calendar.rule.list', 'rule.BYMONTH'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'calendar.rule.list', 'rule.BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,,2', 'calendar.rule.list', 'rule.BYMONTHDAY'],
    ['FREQ=DAILY;BYHOUR=24', 'calendar.rule.list', 'rule.BYHOUR'],
    ['FREQ=WEEKLY;BYDAY=XX', 'calendar.rule.weekday', 'rule.BYDAY'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'calendar.rule.weekday', 'rule.BYDAY'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'calendar.rule.numbered', 'rule.BYDAY'],
    ['FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO', 'calendar.rule.numbered', 'rule.BYDAY'],
    ['FREQ=DAILY;WKST=1', 'calendar.rule.weekday', 'rule.WKST'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'calendar.rule.position', 'rule.BYSETPOS'],
  ])('%s is refused with its place', (rule, code, path) => {
    expect(refused(rule)).toEqual([code, path]);
  });

  it('names the remedy in both languages', () => {
    const error = (() => {
      try {
        return expandRule({ rule: 'FREQ=WEEKLY;BYDAY=1MO', start: '2026-01-01', until: '2027-01-01' });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(CalendarError);
    const { texts } = error as CalendarError;
    expect(texts.zh).toContain('请去掉序号');
    expect(texts.en).toContain('drop the number');
  });

  it('is refused when start and end have two forms', () => {
    expect(() => expandRule({ rule: 'FREQ=DAILY', start: '2026-01-01', until: '2026-02-01T00:00:00' })).toThrow('At until');
    expect(() => expandRule({ rule: 'FREQ=DAILY', start: '2026-01-01 09:00', until: '2026-02-01' })).toThrow('At start');
    expect(() => expandRule({ rule: 'FREQ=HOURLY', start: '2026-01-01', until: '2026-02-01' })).toThrow('At rule.FREQ');
  });
});
