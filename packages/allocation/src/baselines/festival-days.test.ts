import { fromEpochDay, toEpochDay } from '@milepost/calendar';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { festivalDays } from './festival-days.ts';

const year = (start: string, end: string, years = 1, window = {}) => {
  const days = festivalDays(toEpochDay(start), toEpochDay(end), years, window);
  return { days, read: (date: string) => fromEpochDay(days.alignedDay(toEpochDay(date))) };
};

it('compares days at the same distance from 春节, and hands over to the plain date', () => {
  const { days, read } = year('2026-01-01', '2027-01-01');
  // 初一: 2025-01-29, 2026-02-17, 2027-02-06.
  expect(days.pairs).toEqual([
    { festival: '2026-02-17', past: '2025-01-29', movedDays: 19 },
    { festival: '2027-02-06', past: '2026-02-17', movedDays: -11 },
  ]);
  expect(read('2026-02-17')).toBe('2025-01-29');
  expect(read('2026-02-07')).toBe('2025-01-19');
  expect(read('2026-01-18')).toBe('2024-12-30');
  expect(read('2026-03-09')).toBe('2025-02-18');
  // 15 of 30 days beyond the window: half of the 19 days, −9.5 rounded up to −9.
  expect(read('2026-03-24')).toBe('2025-03-15');
  expect(read('2026-04-08')).toBe('2025-04-08');
  expect(read('2026-08-01')).toBe('2025-08-01');
});

it('never runs backwards, in any year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1993, max: 2098 }), fc.integer({ min: 1, max: 2 }), (named, years) => {
      const { days } = year(`${named}-01-01`, `${named + 1}-01-01`, years);
      const start = toEpochDay(`${named}-01-01`);
      let last = -Infinity;
      for (let day = start; day < start + 365; day += 1) {
        const past = days.alignedDay(day);
        expect(past).toBeGreaterThanOrEqual(last);
        last = past;
      }
    }),
  );
});

it('refuses years it does not know and windows that cannot be', () => {
  expect(() => year('2150-01-01', '2151-01-01')).toThrow(/Spring Festival of 21/);
  expect(() => year('2026-01-01', '2027-01-01', 1, { handOverDays: 18 })).toThrow(/moves by 19 days/);
  expect(() => year('2026-01-01', '2027-01-01', 1, { beforeDays: 0.5 })).toThrow(/At window\.beforeDays/);
});
