import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates.ts';
import { springFestival } from './spring-festival.ts';
import { createCalendar } from './working-calendar.ts';

describe('the compact table', () => {
  it('agrees with chinese-days on every day of 2004 to 2026', () => {
    const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
    const different: string[] = [];
    for (let date = '2004-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      const answer = calendar.isWorkingDay(date);
      const detail = chineseDays.getDayDetail(date);
      const special = detail.name.includes(',') ? (detail.work ? 'makeUp' : 'holiday') : 'plain';
      const ours = answer.reason.kind.startsWith('week') ? 'plain' : answer.reason.kind;
      if (answer.working !== detail.work || ours !== special || answer.status !== 'official') different.push(date);
    }
    expect(different).toEqual([]);
  });

  it('agrees with chinese-days on every 春节 of 1900 to 2100', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      expect(springFestival(year)).toBe(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date);
    }
  });

  it('agrees with the Chinese calendar of Intl on every 春节 of 1900 to 2100 but three close to midnight', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
    const isFirstDay = (date: string): boolean => {
      const parts = chinese.formatToParts(new Date(`${date}T00:00:00Z`));
      return parts.filter(({ type }) => type === 'month' || type === 'day').every(({ value }) => value === '1');
    };
    const years = Array.from({ length: 201 }, (_, index) => 1900 + index);
    const different = years.filter((year) => !isFirstDay(springFestival(year) ?? ''));
    // New moons of 3 February 1954 23:55, 6 February 2027 23:56 and 3 February 2030 00:08 in Beijing: some versions of
    // ICU compute them to the other side of midnight.
    expect([1954, 2027, 2030]).toEqual(expect.arrayContaining(different));
  });

  it('estimates the lunar holidays on their dates', () => {
    const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
    for (let year = 2027; year <= 2100; year += 1) {
      for (const lunar of [`${year}-01-01`, `${year}-05-05`, `${year}-08-15`]) {
        const date = chineseDays.getSolarDateFromLunar(lunar).date;
        expect(calendar.isWorkingDay(date)).toMatchObject({ working: false, status: 'estimated' });
      }
      const qingming = chineseDays.getSolarTermDate(year, 4, 'pure_brightness');
      expect(calendar.isWorkingDay(qingming).reason.name?.zh).toBe('清明节');
    }
  });
});
