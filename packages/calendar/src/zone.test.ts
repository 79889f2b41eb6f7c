import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, toEpochDay, weekday } from './dates.ts';
import { dayOfInstant } from './zone.ts';

const HOUR = 3_600_000;
const at = (date: string, hour: number): number => toEpochDay(date) * 24 * HOUR + hour * HOUR;

/** The nth Sunday of a month ('YYYY-MM'); the last one for 0. */
function sunday(month: string, nth: number): string {
  const first = `${month}-01`;
  if (nth > 0) return addDays(first, ((7 - weekday(first)) % 7) + (nth - 1) * 7);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return addDays(last, -(weekday(last) % 7));
}

/** Rules of daylight saving as published, in hours from UTC: an answer that does not come from Intl. */
const ZONES: Readonly<Record<string, (time: number, year: number) => number>> = {
  // Energy Policy Act of 2005: second Sunday of March 02:00 to first Sunday of November 02:00, local time.
  'America/New_York': (time, year) => (time >= at(sunday(`${year}-03`, 2), 7) && time < at(sunday(`${year}-11`, 1), 6) ? -4 : -5),
  // Directive 2000/84/EC: last Sunday of March to last Sunday of October, 01:00 UTC.
  'Europe/Berlin': (time, year) => (time >= at(sunday(`${year}-03`, 0), 1) && time < at(sunday(`${year}-10`, 0), 1) ? 2 : 1),
  // New Zealand since 2007: from the last Sunday of September 02:00 standard to the first Sunday of April 02:00 standard time.
  'Pacific/Auckland': (time, year) =>
    time >= at(sunday(`${year}-09`, 0), -10) || time < at(sunday(`${year}-04`, 1), -10) ? 13 : 12,
  'Asia/Shanghai': () => 8,
};

describe('the day of an instant in other zones', () => {
  it('turns at local midnight on both sides of a change of clocks', () => {
    // New York, 8 March 2026: winter time at midnight (05:00Z), summer time at the next one (04:00Z).
    expect(dayOfInstant('2026-03-08T04:59:59Z', 'America/New_York')).toBe('2026-03-07');
    expect(dayOfInstant('2026-03-08T05:00:00Z', 'America/New_York')).toBe('2026-03-08');
    expect(dayOfInstant('2026-03-09T03:59:59Z', 'America/New_York')).toBe('2026-03-08');
    expect(dayOfInstant('2026-03-09T04:00:00Z', 'America/New_York')).toBe('2026-03-09');
    // Berlin, 25 October 2026: 02:30 comes twice, both on the 25th.
    expect(dayOfInstant('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25');
    expect(dayOfInstant('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25');
    // Apia left out 30 December 2011: the instant after the 29th is the 31st.
    expect(dayOfInstant('2011-12-30T09:59:59Z', 'Pacific/Apia')).toBe('2011-12-29');
    expect(dayOfInstant('2011-12-30T10:00:00Z', 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('agrees with the published rules at any instant of 2008 to 2035', () => {
    const near = fc.tuple(
      fc.integer({ min: 2008, max: 2035 }),
      fc.constantFrom(2, 3, 8, 9, 10),
      fc.integer({ min: 0, max: 44_639 }),
    );
    fc.assert(
      fc.property(near, fc.constantFrom(...Object.keys(ZONES)), ([year, month, minute], zone) => {
        const time = Date.UTC(year, month, 1) + minute * 60_000;
        const offset = ZONES[zone]?.(time, new Date(time).getUTCFullYear()) ?? Number.NaN;
        const expected = fromEpochDay(Math.floor((time + offset * HOUR) / (24 * HOUR)));
        expect([zone, dayOfInstant(new Date(time).toISOString(), zone)]).toEqual([zone, expected]);
      }),
      { numRuns: 1500 },
    );
  });

  it('is refused for days and hours that do not exist, and at the ends of the calendar', () => {
    // Date.parse reads the first one as 2 March.
    for (const instant of [
      '2026-02-30T00:00:00Z',
      '2026-04-31T10:00:00+08:00',
      '2026-02-16T25:00:00Z',
      '0001-01-01T00:00:00+08:00',
    ]) {
      expect(() => dayOfInstant(instant, 'Asia/Shanghai')).toThrow('instant');
    }
  });
});
