import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods, periodContains, periodInterval } from './period-interval.ts';
import { childPeriods, nextPeriod, parentPeriod, periodOfDate, previousPeriod } from './period-tree.ts';
import { formatPeriod, isPeriod, monthsOf, parsePeriod, samePeriodLastYear } from './period.ts';

const ids = fc.tuple(fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 0, max: 16 })).map(([year, pick]) => {
  if (pick === 0) return String(year);
  return pick <= 4 ? `${year}-Q${pick}` : `${year}-${String(pick - 4).padStart(2, '0')}`;
});
const startMonths = fc.integer({ min: 1, max: 12 });

describe('periods', () => {
  it('read and write the three forms', () => {
    expect(parsePeriod('2026')).toEqual({ kind: 'year', year: 2026 });
    expect(parsePeriod('2026-Q3')).toEqual({ kind: 'quarter', year: 2026, quarter: 3 });
    expect(parsePeriod('2026-11')).toEqual({ kind: 'month', year: 2026, month: 11 });
    for (const text of ['2026-Q5', '2026-13', '2026-1', '26', '2026Q1', '0000', '2026-00']) {
      expect(isPeriod(text)).toBe(false);
      expect(() => parsePeriod(text, 'plan.period')).toThrow('At plan.period');
    }
  });

  it('name a fiscal year by the calendar year it starts in', () => {
    expect(periodInterval('2026', 4)).toEqual({ start: '2026-04-01', end: '2027-04-01' });
    expect(periodInterval('2026-Q4', 4)).toEqual({ start: '2027-01-01', end: '2027-04-01' });
    expect(periodInterval('2026-Q1', 1)).toEqual({ start: '2026-01-01', end: '2026-04-01' });
    expect(periodInterval('2026-12', 4)).toEqual({ start: '2026-12-01', end: '2027-01-01' });
    expect(childPeriods('2026-Q4', 4)).toEqual(['2027-01', '2027-02', '2027-03']);
    expect(parentPeriod('2027-03', 4)).toBe('2026-Q4');
    expect(periodOfDate('2027-03-31', 'year', 4)).toBe('2026');
    expect(() => periodInterval('2026', 13)).toThrow('1 to 12');
  });

  it('walk forward and back over year ends', () => {
    expect([nextPeriod('2026'), nextPeriod('2026-Q4'), nextPeriod('2026-12')]).toEqual(['2027', '2027-Q1', '2027-01']);
    expect(previousPeriod('2026-Q1')).toBe('2025-Q4');
    expect(samePeriodLastYear('2026-02')).toBe('2025-02');
    for (const walk of [nextPeriod, previousPeriod])
      expect(() => walk(walk === nextPeriod ? '9998-12' : '0001')).toThrow('period');
  });

  it('sort by start, the longer first', () => {
    const sorted = ['2026-02', '2026-Q1', '2026-01', '2026', '2025-12'].sort((a, b) => comparePeriods(a, b, 1));
    expect(sorted).toEqual(['2025-12', '2026', '2026-Q1', '2026-01', '2026-02']);
  });

  it('contain their parts and nothing beside', () => {
    expect(periodContains('2026-Q1', '2026-03', 1)).toBe(true);
    expect(periodContains('2026-Q1', '2026-04', 1)).toBe(false);
    expect(periodContains('2026', '2027-03-31', 4)).toBe(true);
    expect(periodContains('2026', '2027-04-01', 4)).toBe(false);
    expect(periodContains('2026-01', '2026', 1)).toBe(false);
  });

  it('tile: children cover their parent without gap or overlap, for every start month', () => {
    fc.assert(
      fc.property(ids, startMonths, (id, startMonth) => {
        expect(formatPeriod(parsePeriod(id))).toBe(id);
        expect(previousPeriod(nextPeriod(id))).toBe(id);
        expect(periodInterval(id, startMonth).end).toBe(periodInterval(nextPeriod(id), startMonth).start);
        const children = childPeriods(id, startMonth);
        const bounds = children.map((child) => periodInterval(child, startMonth));
        bounds.slice(1).forEach((bound, index) => expect(bound.start).toBe(bounds[index]?.end));
        for (const child of children) expect(parentPeriod(child, startMonth)).toBe(id);
        const last = monthsOf(id, startMonth).at(-1);
        expect(last !== undefined && periodContains(id, last, startMonth)).toBe(true);
      }),
    );
  });
});
