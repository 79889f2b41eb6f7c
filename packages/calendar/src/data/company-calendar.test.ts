import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../calendar.schema.json' with { type: 'json' };
import { CalendarError } from '../error.ts';
import { parseCompanyCalendar, readCompanyCalendar } from './parse-company-calendar.ts';
import { companyCalendar } from './to-calendar.ts';

const matches = new Ajv({ strict: false }).compile(schema);

const plant = {
  calendarVersion: 1,
  id: 'plant',
  zone: 'Asia/Shanghai',
  fiscalYearStartMonth: 4,
  weekRule: 'workingDays',
  base: 'CN',
  overlays: [
    { id: 'stocktaking', holidays: [{ date: '2026-06-30', name: { zh: '盘点日', en: 'Stocktaking' } }] },
    { id: 'habit', alternatingWeeks: { bigWeekOf: '2026-03-04', from: '2026-03-01' } },
    { id: 'eve', workingDays: [{ date: '2026-02-16', fraction: 0.5 }] },
  ],
  shifts: [
    { id: 'A', name: { zh: '甲班', en: 'Shift A' }, anchor: '2026-01-01', cycle: [1, 1, 1, 1, 0, 0], statutory: 'ignore' },
    { id: 'B', anchor: '2026-01-03', cycle: [1, 1, 1, 1, 0, 0], statutory: 'ignore' },
  ],
};

/** Where and how a changed file is refused. */
function refusal(value: unknown): [string, string] {
  try {
    parseCompanyCalendar(value);
  } catch (error) {
    if (error instanceof CalendarError) return [error.code, error.path];
    throw error;
  }
  return ['accepted', ''];
}

describe('a company calendar file', () => {
  it('works every other Saturday: the big weeks around 4 and 18 March 2026', () => {
    const calendar = companyCalendar(parseCompanyCalendar(plant));
    const saturdays = ['2026-02-21', '2026-03-07', '2026-03-14', '2026-03-21', '2026-03-28', '2027-03-06'];
    // 6 March 2027 is 52 weeks after 7 March 2026: an even number of weeks, a big one.
    expect(saturdays.map((date) => calendar.isWorkingDay(date).working)).toEqual([false, true, false, true, false, true]);
    expect(calendar.isWorkingDay('2026-03-08').working).toBe(false);
    // 22 statutory working days and the Saturdays of two big weeks.
    expect(calendar.workingDaysOfMonth('2026-03')).toEqual({ count: 24, status: 'official' });
    // A big Saturday in a holiday stays free, one exchanged for a holiday stays worked: 2 May and 9 May 2026.
    expect(calendar.isWorkingDay('2026-05-02').reason.kind).toBe('holiday');
    expect(calendar.isWorkingDay('2026-05-09').reason.kind).toBe('makeUp');
    expect(calendar.isWorkingDay('2026-02-16')).toMatchObject({ fraction: 0.5, status: 'official' });
    expect(calendar.fiscalYearStartMonth).toBe(4);
  });

  it('has a calendar for each shift, under the company’s own days', () => {
    const data = parseCompanyCalendar(plant);
    const [a, b] = [companyCalendar(data, { shift: 'A' }), companyCalendar(data, { shift: 'B' })];
    expect(a.isWorkingDay('2026-01-01').reason.name).toEqual({ zh: '甲班', en: 'Shift A' });
    expect([a.isWorkingDay('2026-01-05').working, b.isWorkingDay('2026-01-05').working]).toEqual([false, true]);
    expect(a.isWorkingDay('2026-06-30').reason.overlay).toBe('stocktaking');
    // Friday 6 March 2026 is day 65, the fifth of its cycle: free for A, although alternating weeks would work it.
    expect(a.isWorkingDay('2026-03-06')).toMatchObject({ working: false, reason: { overlay: 'A' } });
    expect(() => companyCalendar(data, { shift: 'C' })).toThrow('no shift "C"');
  });

  it('knows other countries by their own list', () => {
    const base = { id: 'SG', weekend: [6, 7], holidays: [{ date: '2026-08-10' }], officialYears: [2026] };
    const calendar = companyCalendar(parseCompanyCalendar({ ...plant, zone: 'Asia/Singapore', base, overlays: [], shifts: [] }));
    expect(calendar.workingDaysOfMonth('2026-08')).toEqual({ count: 20, status: 'official' });
    expect(calendar.workingDaysOfMonth('2027-08').status).toBe('unknown');
  });

  it('is read from text, with the mark some editors put before it', () => {
    expect(readCompanyCalendar(`\uFEFF${JSON.stringify(plant)}`)).toEqual(parseCompanyCalendar(plant));
    expect(() => readCompanyCalendar('{"id": ')).toThrow('not valid JSON');
    expect(() => readCompanyCalendar(' '.repeat(2_000_001))).toThrow('2 million');
  });

  it('comes back from its own output unchanged', () => {
    const data = parseCompanyCalendar(plant);
    expect(parseCompanyCalendar(JSON.parse(JSON.stringify(data)))).toEqual(data);
    expect(matches(data)).toBe(true);
  });
});

const overlay = (change: object): object => ({ ...plant, overlays: [{ id: 'x', ...change }] });
const shift = (change: object): object => ({ ...plant, shifts: [{ ...plant.shifts[0], ...change }] });
const base = (change: object): object => ({ ...plant, base: { id: 'x', weekend: [6, 7], ...change } });

describe('a bad company calendar', () => {
  // The last column: whether the schema sees it as well. What is left to the parser is about meaning, not shape.
  it.each<[string, unknown, string, string, boolean]>([
    ['no object', [], 'calendar.data.object', '', true],
    ['another version', { ...plant, calendarVersion: 2 }, 'calendar.data.version', 'calendarVersion', true],
    ['a misspelt field', { ...plant, overlay: [] }, 'calendar.data.field', 'overlay', true],
    ['no id', { ...plant, id: '' }, 'calendar.data.text', 'id', true],
    ['a zone that is not one', { ...plant, zone: 'China' }, 'calendar.zone.invalid', 'zone', false],
    ['month 13', { ...plant, fiscalYearStartMonth: 13 }, 'calendar.startMonth.invalid', 'fiscalYearStartMonth', true],
    ['no week rule', { ...plant, weekRule: undefined }, 'calendar.weekRule.invalid', 'weekRule', true],
    ['an unknown country', { ...plant, base: 'XX' }, 'calendar.country.invalid', 'base', true],
    ['a name in one language', { ...plant, name: { zh: '厂' } }, 'calendar.data.text', 'name.en', true],
    ['a list that is none', { ...plant, overlays: {} }, 'calendar.data.list', 'overlays', true],
    [
      'a day that is none',
      overlay({ holidays: [{ date: '2026-02-30' }] }),
      'calendar.date.invalid',
      'overlays.0.holidays.0.date',
      false,
    ],
    [
      'a day in another form',
      overlay({ workingDays: [{ date: '2026/3/5' }] }),
      'calendar.date.invalid',
      'overlays.0.workingDays.0.date',
      true,
    ],
    [
      'a third of a day',
      overlay({ workingDays: [{ date: '2026-03-07', fraction: 0.3 }] }),
      'calendar.fraction.invalid',
      'overlays.0.workingDays.0.fraction',
      true,
    ],
    [
      'off and worked',
      overlay({ holidays: [{ date: '2026-03-07' }], workingDays: [{ date: '2026-03-07' }] }),
      ...(['calendar.overlay.contradiction', 'overlays.0.workingDays.0', false] as const),
    ],
    ['a year in words', overlay({ officialYears: ['2027'] }), 'calendar.year.invalid', 'overlays.0.officialYears.0', true],
    [
      'an anchor that is none',
      overlay({ alternatingWeeks: {} }),
      'calendar.date.invalid',
      'overlays.0.alternatingWeeks.bigWeekOf',
      true,
    ],
    [
      'an extra day in the week',
      overlay({ alternatingWeeks: { bigWeekOf: '2026-03-02', extraDay: 5 } }),
      ...(['calendar.data.extraDay', 'overlays.0.alternatingWeeks.extraDay', false] as const),
    ],
    [
      'weeks that end before they begin',
      overlay({ alternatingWeeks: { bigWeekOf: '2026-03-02', from: '2026-03-02', until: '2026-03-01' } }),
      ...(['calendar.interval.reversed', 'overlays.0.alternatingWeeks.until', false] as const),
    ],
    [
      'two overlays of one id',
      { ...plant, overlays: [{ id: 'x' }, { id: 'x' }] },
      'calendar.data.duplicate',
      'overlays.1.id',
      false,
    ],
    [
      'two shifts of one id',
      { ...plant, shifts: [plant.shifts[0], plant.shifts[0]] },
      'calendar.data.duplicate',
      'shifts.1.id',
      false,
    ],
    ['a cycle of rest', shift({ cycle: [0, 0] }), 'calendar.cycle.invalid', 'shifts.0.cycle', true],
    ['no cycle', shift({ cycle: undefined }), 'calendar.cycle.invalid', 'shifts.0.cycle', true],
    ['no word on holidays', shift({ statutory: undefined }), 'calendar.statutory.invalid', 'shifts.0.statutory', true],
    ['a weekend of seven days', base({ weekend: [1, 2, 3, 4, 5, 6, 7] }), 'calendar.weekend.invalid', 'base.weekend', true],
    ['no weekend', base({ weekend: undefined }), 'calendar.weekend.invalid', 'base.weekend', true],
    ['a weekday in words', base({ weekend: ['6'] }), 'calendar.weekend.invalid', 'base.weekend', true],
    ['a year beyond the calendar', base({ officialYears: [10000] }), 'calendar.year.invalid', 'base.officialYears.0', true],
    [
      'too long a list',
      base({ officialYears: Array<number>(10001).fill(2026) }),
      'calendar.data.list',
      'base.officialYears',
      true,
    ],
  ])('with %s is refused at its place', (_name, value, code, path, seenBySchema) => {
    expect(refusal(value)).toEqual([code, path]);
    expect(matches(value)).toBe(!seenBySchema);
  });

  it('is accepted by the schema when it is right', () => {
    expect(matches(plant)).toBe(true);
    expect(refusal(plant)[0]).toBe('accepted');
  });
});
