import { describe, expect, it } from 'vitest';
import { alignedToFestival, counterpart } from './festival.ts';

describe('the season seen from 春节', () => {
  it('matches days by their distance: 初一 of 2026 (02-17) with 初一 of 2025 (01-29)', () => {
    expect(counterpart('2026-02-17')).toBe('2025-01-29');
    expect(counterpart('2026-02-27')).toBe('2025-02-08');
    expect(counterpart('2026-01-20')).toBe('2025-01-01');
  });

  it('matches all other days by the calendar, 29 February with the 28th', () => {
    expect(counterpart('2026-01-10')).toBeNull(); // ordinary in 2026, nineteen days before 初一 in 2025
    expect(counterpart('2026-06-15')).toBe('2025-06-15');
    expect(counterpart('2028-02-29')).toBe('2027-02-28');
  });

  it('moves the quiet days of last January into this February', () => {
    // 100 a day, nothing in the week from 初一 (2025-01-29 to 02-04).
    const days: Record<string, number> = {};
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000)
      days[new Date(day).toISOString().slice(0, 10)] = 100;
    for (const quiet of ['2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'])
      days[quiet] = 0;
    const weights = alignedToFestival(days, ['2026-01', '2026-02', '2026-03']);
    expect(weights).toEqual({ '2026-01': 3100, '2026-02': 2100, '2026-03': 3100 });
  });

  it('keeps what the first quarter weighs: stocking up before the festival is not counted twice', () => {
    // 2025: 200 a day in the four weeks before 初一 (01-01 to 01-28), 100 else.
    const days: Record<string, number> = {};
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      days[date] = date <= '2025-01-28' ? 200 : 100;
    }
    const weights = alignedToFestival(days, ['2026-01', '2026-02', '2026-03', '2026-04']);
    const quarter = (weights['2026-01'] ?? 0) + (weights['2026-02'] ?? 0) + (weights['2026-03'] ?? 0);
    expect(quarter).toBeCloseTo(31 * 100 + 28 * 100 + 28 * 100 + 31 * 100, 6);
    // Twelve days of January 2026 and sixteen of February lie in the four weeks before 02-17.
    expect((weights['2026-01'] ?? 0) / (weights['2026-02'] ?? 1)).toBeCloseTo((19 * 100 + 12 * 200) / (16 * 200 + 12 * 100), 6);
    expect(weights['2026-04']).toBe(3000);
  });
});
