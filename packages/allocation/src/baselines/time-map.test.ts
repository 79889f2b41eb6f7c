import { expect, it } from 'vitest';
import { shiftYears, yearsLater } from './time-map.ts';

it('moves periods by years, and dates to a day that exists', () => {
  const later = yearsLater(1);
  expect(['2025', '2025-Q2', '2025-02', '2025-W07', '2025-03-05'].map(later)).toEqual([
    '2026',
    '2026-Q2',
    '2026-02',
    '2026-W07',
    '2026-03-05',
  ]);
  // 2024 has a 29 February; 2020 and 2026 have 53 ISO weeks, 2021 has 52.
  expect(later('2024-02-29')).toBe('2025-02-28');
  expect(later('2020-W53')).toBe('2021-W52');
  expect(shiftYears('2026-02-17', -1)).toBe('2025-02-17');
});

it('leaves alone what it cannot move', () => {
  expect(shiftYears('2026-03-W14', 1)).toBe('2026-03-W14');
  expect(shiftYears('spring', 1)).toBe('spring');
  for (const years of [0, 1.5, -1, 31, NaN]) expect(() => yearsLater(years)).toThrow(/At years/);
});
