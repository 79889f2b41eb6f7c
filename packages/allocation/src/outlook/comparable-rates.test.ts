import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { comparableRates } from './comparable-rates.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const options = { period: '2026-03', today: '2026-03-20', calendar, years: 3 };

describe('comparable rates', () => {
  it('take as many working days from the end of the same period as are left of this one', () => {
    // 8 days are left of March 2026. March 2025 ends on Monday the 31st: 20, 21, 24–28 and 31 are its last eight.
    const history = [
      { day: '2024-01-02', amountMinor: 5 },
      { day: '2024-03-20', amountMinor: 1000 },
      { day: '2025-03-19', amountMinor: 7 },
      { day: '2025-03-20', amountMinor: 80 },
      { day: '2025-03-29', amountMinor: 10 },
      { day: '2025-03-31', amountMinor: 6 },
      { day: '2025-04-01', amountMinor: 7 },
    ];
    const { rates, dayStatus } = comparableRates(history, options);
    // 2023 lies before the records: no rate, not a rate of 0. March 2024 ends on a Sunday; its last eight begin on the 20th.
    expect(rates.map(({ amountMinor, workingDays }) => [amountMinor, workingDays])).toEqual([
      [96, 8],
      [1000, 8],
    ]);
    expect(dayStatus).toBe('official');
  });

  it('are none when nothing is left, and refuse amounts that are none', () => {
    expect(comparableRates([], { ...options, today: '2026-04-01' }).rates).toEqual([]);
    expect(() => comparableRates([{ day: '2025-03-20', amountMinor: 0.5 }], options)).toThrow(
      expect.objectContaining({ code: 'allocation.outlook.amount.invalid', path: 'history.0.amountMinor' }),
    );
  });
});
