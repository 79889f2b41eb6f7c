import { expect, it } from 'vitest';
import { endBin, firstBin, memberBins } from './bins.ts';
import { yearAxis } from './testing/plans.ts';
import { createAxis } from '../axis.ts';

it('takes a month into a quarter that is also used, and finds the bins of any range', () => {
  const axis = createAxis(yearAxis());
  const used = ['2026-02', '2026-Q1', '2026-05', '2026-08'].map((id) => axis.numberOf.get(id) as number);
  const bins = memberBins(axis, new Set(used));
  expect([...bins.from]).toEqual([0, 4, 7]);
  expect([...bins.to]).toEqual([3, 5, 8]);
  const range = (from: number, to: number) => [firstBin(bins, from), endBin(bins, to)];
  expect(range(0, 12)).toEqual([0, 3]);
  expect(range(1, 2)).toEqual([0, 1]);
  expect(range(3, 4)).toEqual([1, 1]);
  expect(range(3, 8)).toEqual([1, 3]);
});
