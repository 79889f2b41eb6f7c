import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureTime, quantileOf } from './time-in-stage.ts';
import type { Stay } from './time-in-stage.ts';

const seen = (days: readonly number[]): Stay[] => days.map((one) => ({ days: one, end: 'advanced' }));
const open = (days: readonly number[]): Stay[] => days.map((one) => ({ days: one, end: 'open' }));

describe('time in a stage', () => {
  it('finds the remission times of Freireich et al. 1963: median 23 weeks treated, 8 untreated', () => {
    const treated = [...seen([6, 6, 6, 7, 10, 13, 16, 22, 23]), ...open([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])];
    expect(measureTime(treated)).toMatchObject({ observed: 9, censored: 12, median: 23, complete: false, longest: 35 });
    const untreated = seen([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);
    const measured = measureTime(untreated);
    expect([measured.median, measured.complete]).toEqual([8, true]);
    expect(measured.mean).toBeCloseTo(182 / 21, 12);
  });

  it('tells advancing from losing: of four, two advance after 1 and 3 days, one is lost after 2, one is open after 2', () => {
    const stays: Stay[] = [...seen([1, 3]), { days: 2, end: 'lost' }, ...open([2])];
    const { advance, advancedShare, median, mean } = measureTime(stays);
    // Day 1: 1 of 4 leaves, 3/4 stay. Day 2: 1 of 3 is lost, 1/2 stays. Day 3: the only one left advances.
    expect(advancedShare).toBeCloseTo(1 / 4 + 1 / 2, 12);
    expect(advance).toEqual([
      { days: 1, share: expect.closeTo(1 / 3, 12) },
      { days: 3, share: expect.closeTo(2 / 3, 12) },
    ]);
    // The curve rests at one half from day 2 to day 3; the area is 1 + 1 × 3/4 + 1 × 1/2.
    expect([median, mean]).toEqual([2.5, expect.closeTo(2.25, 12)]);
  });

  it('knows no median while fewer than half have left', () => {
    expect(measureTime([...seen([2]), ...open([3, 4])]).median).toBeNull();
    expect(measureTime([])).toMatchObject({ median: null, mean: null, longest: null, advance: [], advancedShare: null });
  });

  it('is the ordinary median and mean when everything was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 60 }), (days) => {
        const sorted = days.toSorted((a, b) => a - b);
        const middle = ((sorted[Math.ceil(days.length / 2) - 1] ?? 0) + (sorted[Math.floor(days.length / 2)] ?? 0)) / 2;
        const measured = measureTime(seen(days));
        expect(measured.median).toBeCloseTo(middle, 9);
        expect(measured.mean).toBeCloseTo(days.reduce((sum, one) => sum + one, 0) / days.length, 6);
        expect(measured.advanceMean).toBeCloseTo(measured.mean ?? -1, 6);
      }),
    );
  });

  it('reads quantiles of shares', () => {
    const shares = [
      { days: 2, share: 0.1 },
      { days: 5, share: 0.7 },
      { days: 9, share: 0.2 },
    ];
    expect([0, 0.1, 0.11, 0.8, 1].map((quantile) => quantileOf(shares, quantile))).toEqual([2, 2, 5, 5, 9]);
  });
});
