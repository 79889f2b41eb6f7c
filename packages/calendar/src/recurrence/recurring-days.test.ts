import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, toEpochDay } from '../dates.ts';
import { createCalendar } from '../working-calendar.ts';
import { expandRule } from './expand-rule.ts';
import { recurringDays } from './recurring-days.ts';
import type { NonWorkingDayRule } from './landing.ts';
import type { RecurrenceRequest } from './recurring-days.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const ask = (change: Partial<RecurrenceRequest>) =>
  recurringDays({ rule: 'FREQ=DAILY', start: '2026-01-01', until: '2026-07-01', whenNotWorking: 'forward', calendar, ...change });
const dates = (change: Partial<RecurrenceRequest>): string[] => ask(change).days.map(({ date }) => date);

describe('recurrence on a working calendar', () => {
  it('moves the last day of the month back: 28 February 2026 stays, a Saturday worked in exchange', () => {
    // 31 January is a Saturday, 31 May a Sunday.
    expect(dates({ rule: 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', whenNotWorking: 'back' })).toEqual([
      ...['2026-01-30', '2026-02-28', '2026-03-31'],
      ...['2026-04-30', '2026-05-29', '2026-06-30'],
    ]);
  });

  it('moves a whole holiday to one day and says which days came there', () => {
    // 15 to 23 February 2026 are free.
    const { days } = ask({ start: '2026-02-14', until: '2026-02-26' });
    expect(days.map(({ date, planned }) => [date, planned.length])).toEqual([
      ['2026-02-14', 1],
      ['2026-02-24', 10],
      ['2026-02-25', 1],
    ]);
    expect(days[1]?.planned[0]).toBe('2026-02-15');
  });

  it('leaves days out by name', () => {
    const answer = ask({ rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-02-13', until: '2026-03-01', whenNotWorking: 'skip' });
    expect(answer.days.map(({ date }) => date)).toEqual(['2026-02-13', '2026-02-27']);
    expect(answer.skipped).toEqual(['2026-02-20']);
  });

  it('answers for the interval in which days fall, not in which they were planned', () => {
    // Sunday 1 February moves back to Friday 30 January; 1 May moves forward to 6 May.
    const first = { rule: 'FREQ=MONTHLY;BYMONTHDAY=1' };
    expect(dates({ ...first, whenNotWorking: 'back', from: '2026-01-02', until: '2026-02-01' })).toEqual(['2026-01-30']);
    expect(dates({ ...first, from: '2026-05-02', until: '2026-06-01' })).toEqual(['2026-05-06']);
    expect(dates({ ...first, from: '2026-04-02', until: '2026-05-02' })).toEqual([]);
  });

  it('counts planned days for COUNT, and reads UNTIL in the zone of the company', () => {
    expect(dates({ rule: 'FREQ=DAILY;COUNT=3', start: '2026-02-13', whenNotWorking: 'skip' })).toEqual([
      '2026-02-13',
      '2026-02-14',
    ]);
    // 16:00 in UTC is midnight of 3 March in Shanghai.
    expect(dates({ rule: 'FREQ=DAILY;UNTIL=20260302T160000Z', start: '2026-03-02' })).toEqual(['2026-03-02', '2026-03-03']);
    expect(dates({ rule: 'FREQ=DAILY;UNTIL=20260302', start: '2026-03-02' })).toEqual(['2026-03-02']);
  });

  it('carries the least certain status, of skipped days and of days passed over as well', () => {
    expect(ask({}).status).toBe('official');
    const newYear = { rule: 'FREQ=YEARLY', until: '2028-01-01', from: '2026-12-01' };
    expect(ask({ ...newYear, whenNotWorking: 'skip' })).toMatchObject({ days: [], skipped: ['2027-01-01'], status: 'estimated' });
    const old = ask({ rule: 'FREQ=DAILY;COUNT=2', start: '2003-12-31', until: '2004-02-01' });
    expect(old.days.map(({ date, status }) => [date, status])).toEqual([
      ['2003-12-31', 'unknown'],
      ['2004-01-02', 'official'],
    ]);
    expect(old.status).toBe('unknown');
  });

  it('is as certain as every day that moved, and every day it moved over', () => {
    // Friday 1 January 2027 is an estimated holiday, the weekend follows: all three join a day that is official itself.
    const back = ask({ start: '2026-12-31', until: '2027-01-01', whenNotWorking: 'back' });
    expect(back.days).toEqual([
      { date: '2026-12-31', planned: ['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'], status: 'estimated' },
    ]);
    // From a day off in an estimated year over the weekend into Monday 3 January of a year given completely.
    const given = createCalendar({
      ...{ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' },
      overlays: [{ id: 'own', officialYears: [2028], holidays: [{ date: '2027-12-31' }] }],
    });
    const forward = ask({ calendar: given, rule: 'FREQ=DAILY;COUNT=1', start: '2027-12-31', until: '2028-02-01' });
    expect(forward.days).toEqual([{ date: '2028-01-03', planned: ['2027-12-31'], status: 'estimated' }]);
  });

  it('stops at the cap and says so', () => {
    expect(ask({ maxCount: 2 })).toMatchObject({ truncated: true, days: [{ date: '2026-01-04' }, { date: '2026-01-05' }] });
    expect(ask({ rule: 'FREQ=DAILY;COUNT=6', maxCount: 2 }).truncated).toBe(true);
    expect(ask({ rule: 'FREQ=DAILY;COUNT=1', maxCount: 1 }).truncated).toBe(false);
  });

  it('refuses hours, missing moves, and what has no horizon in reach', () => {
    expect(() => ask({ rule: 'FREQ=HOURLY' })).toThrow('At rule.FREQ: A working calendar is made of days');
    expect(() => ask({ rule: 'FREQ=DAILY;BYHOUR=9' })).toThrow('At rule.BYHOUR');
    expect(() => ask({ whenNotWorking: undefined })).toThrow('At whenNotWorking');
    expect(() => ask({ until: '2427-01-01' })).toThrow('At until');
    expect(() => ask({ maxCount: 0 })).toThrow('At maxCount');
    expect(() => ask({ start: '2026-02-30' })).toThrow('At start');
    expect(() => ask({ from: '2026-08-01' })).toThrow('ends before');
    const closed = createCalendar({
      ...{ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: { id: 'x', weekend: [7], holidays: [], officialYears: [] } },
      overlays: [{ id: 'x', pattern: { anchor: '2000-01-01', cycle: [...Array<0>(399).fill(0), 1], statutory: 'ignore' } }],
    });
    // One working day in 400: found. The cycle has one, so the search always ends.
    expect(ask({ rule: 'FREQ=DAILY;COUNT=1', calendar: closed, until: '2028-01-01' }).days).toHaveLength(1);
  });
});

const rules = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 5 }),
    monthDay: fc.option(fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0)),
    days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
    end: fc.constantFrom('', ';COUNT=30', ';UNTIL=20261101'),
  })
  .map(({ frequency, interval, monthDay, days, end }) => {
    const named = days.length === 0 ? '' : `;BYDAY=${days.join(',')}`;
    return `FREQ=${frequency};INTERVAL=${interval}${monthDay === null ? '' : `;BYMONTHDAY=${monthDay}`}${named}${end}`;
  });
const starts = fc.integer({ min: toEpochDay('2025-01-01'), max: toEpochDay('2026-12-31') }).map(fromEpochDay);
const moves = fc.constantFrom<NonWorkingDayRule>('forward', 'back', 'skip');

describe('recurrence, for any rule', () => {
  it('lands on working days only, in order, each once, and accounts for every planned day', () => {
    fc.assert(
      fc.property(rules, starts, moves, (rule, start, whenNotWorking) => {
        // Two working weeks after the last day asked for, so that nothing planned falls outside by moving.
        const until = addDays(start, 500);
        const { days, skipped } = ask({ rule, start, until, whenNotWorking });
        expect(days.every(({ date }) => calendar.isWorkingDay(date).working)).toBe(true);
        expect(skipped.some((date) => calendar.isWorkingDay(date).working)).toBe(false);
        const found = days.map(({ date }) => date);
        expect(found).toEqual([...new Set(found)].sort());
        const planned = expandRule({ rule, start, until: addDays(until, -20) }).times;
        const accounted = [...days.flatMap((day) => day.planned), ...skipped];
        expect(planned.filter((date) => !accounted.includes(date))).toEqual([]);
        for (const { date, planned: from } of days) {
          for (const each of from) {
            if (whenNotWorking === 'skip') expect(each).toBe(date);
            // No working day lies between: the move goes to the nearest one.
            const [low = '', high = ''] = [each, date].sort();
            const passed = calendar.workingDays({ start: low, end: high }).count;
            expect(passed).toBe(whenNotWorking === 'back' && each !== date ? 1 : 0);
          }
        }
      }),
    );
  });

  it('answers two adjoining intervals as it answers both at once', () => {
    fc.assert(
      fc.property(rules, starts, moves, fc.integer({ min: 1, max: 300 }), (rule, start, whenNotWorking, cut) => {
        const [from, middle, until] = [addDays(start, -30), addDays(start, cut), addDays(start, 400)];
        const whole = ask({ rule, start, whenNotWorking, from, until });
        const left = ask({ rule, start, whenNotWorking, from, until: middle });
        const right = ask({ rule, start, whenNotWorking, from: middle, until });
        expect([...left.days, ...right.days]).toEqual(whole.days);
        expect([...left.skipped, ...right.skipped]).toEqual(whole.skipped);
      }),
    );
  });
});
