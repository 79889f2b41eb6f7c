import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { areaOf } from './area.ts';
import { firstStart, windowsOn } from './hours.ts';
import { columnsOf, daysOfWeek, weekStart } from './week.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });

describe('columnsOf', () => {
  it('shows a make-up Saturday as a working day and names the holiday that takes a Friday', () => {
    // 2026-02-28 is worked for 春节; 2026-05-01 is 劳动节, 2026-05-09 is worked for it.
    const feb = columnsOf(daysOfWeek('2026-02-28', calendar), new Set());
    expect(feb.at(-1)).toMatchObject({ dayOn: '2026-02-28', working: true, makeUp: true });
    const may = columnsOf(daysOfWeek('2026-05-01', calendar), new Set());
    expect(may.find((day) => day.dayOn === '2026-05-01')).toMatchObject({ working: false });
    expect(may.find((day) => day.dayOn === '2026-05-01')?.name?.zh).toContain('劳动节');
  });

  it('gives a plain Sunday a column only when a visit stands on it', () => {
    const days = daysOfWeek('2026-03-12', calendar);
    expect(columnsOf(days, new Set())).toHaveLength(5);
    expect(columnsOf(days, new Set(['2026-03-15'])).at(-1)?.dayOn).toBe('2026-03-15');
  });
});

describe('weekStart', () => {
  it('is the Monday of the day named, or of today for nonsense', () => {
    expect(weekStart('2026-03-15', '2026-01-01')).toBe('2026-03-09');
    expect(weekStart('2026-02-30', '2026-03-12')).toBe('2026-03-09');
  });
});

describe('opening hours', () => {
  it('lets a visit begin when half of it fits before the doors close', () => {
    const windows = windowsOn(
      {
        thu: [
          ['09:00', '12:00'],
          ['14:00', '18:00'],
        ],
      },
      '2026-03-12',
    );
    expect(firstStart(windows, 11 * 60 + 40, 40)).toBe(700);
    expect(firstStart(windows, 11 * 60 + 41, 40)).toBe(14 * 60);
    expect(windowsOn({ thu: [['09:00', '12:00']] }, '2026-03-13')).toEqual([]);
  });
});

describe('areaOf', () => {
  it('finds the district in addresses of provinces, municipalities and new areas', () => {
    expect(areaOf({ city: '杭州', address: '浙江省杭州市西湖区文三路12号' })).toBe('西湖区');
    expect(areaOf({ city: '上海', address: '上海市浦东新区世纪大道1号' })).toBe('浦东新区');
    expect(areaOf({ city: '成都', address: null })).toBe('成都');
    expect(areaOf({ city: null, address: null })).toBe('');
  });
});
