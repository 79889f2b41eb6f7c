import { expect, it } from 'vitest';
import { common, spanOf, uncovered } from './spans.ts';

it('finds the days that nothing covers, also where one cover lies within another', () => {
  const span = { from: 0, to: 20 };
  expect(uncovered(span, [{ from: 1, to: 10 }, { from: 2, to: 3 }, { from: 12, to: Infinity }])).toEqual([{ from: 0, to: 1 }, { from: 10, to: 12 }]); // prettier-ignore
  expect(uncovered(span, [])).toEqual([span]);
  expect(uncovered(span, [{ from: -5, to: 30 }])).toEqual([]);
});

it('is half-open: spans that touch share no day, and one without days is none', () => {
  expect(common({ from: 0, to: 5 }, { from: 5, to: 9 })).toBeNull();
  expect(common({ from: 0, to: 6 }, { from: 5, to: 9 })).toEqual({ from: 5, to: 6 });
  expect(spanOf({ validFrom: '2026-01-01', validTo: '2026-01-01' })).toBeNull();
});
