import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customer, problemFile } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { compileProblem } from './compile-problem.ts';
import { gapsPossible, mostVisits, wantedOf } from './frequency.ts';

const march = { from: '2026-03-02', until: '2026-03-30', frozenUntil: null };
const wanted = (frequency: object, lastVisit: string | null = null) =>
  wantedOf(parseVisitProblem(problemFile([customer('a', { frequency, lastVisit })])).customers[0]!, march);

describe('wantedOf', () => {
  it.each([
    // Day 28 is the day after the horizon. From day -7 on 35 days are to be bridged in steps of 14: two visits.
    ['2026-02-23', 2],
    // From day -1 on 29 days: still two. From day -14 on 42 days, which two visits cut into three times 14.
    ['2026-03-01', 2],
    ['2026-02-16', 2],
    // Never visited: due from the first day on. Long overdue: the same.
    [null, 2],
    ['2025-06-01', 2],
  ])('counts the fewest visits that keep 14 days after %s', (lastVisit, visits) => {
    expect(wanted({ greatestGapDays: 14 }, lastVisit).visits).toBe(visits);
  });

  it('asks for none where the next visit is due after the horizon, and for one where nobody ever came', () => {
    expect(wanted({ greatestGapDays: 90 }, '2026-02-20').visits).toBe(0);
    expect(wanted({ greatestGapDays: 90 }).visits).toBe(1);
  });

  it('takes the number that is stated, and drops the greatest gap where late visits are allowed', () => {
    expect(wanted({ visits: 3, greatestGapDays: 14 })).toMatchObject({
      visits: 3,
      greatestGap: 14,
      leastGap: 1,
      lastVisit: null,
    });
    expect(wanted({ greatestGapDays: 14, lateAllowed: true }).greatestGap).toBe(Infinity);
  });
});

/** Every choice of days, looked at one by one. */
function choices(days: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return days.flatMap((day, index) => choices(days.slice(index + 1), count - 1).map((rest) => [day, ...rest]));
}

it('what is possible is what some choice of days does', () => {
  const cases = fc.record({
    days: fc
      .uniqueArray(fc.integer({ min: 0, max: 13 }), { minLength: 1, maxLength: 8 })
      .map((list) => list.sort((a, b) => a - b)),
    visits: fc.integer({ min: 1, max: 4 }),
    leastGap: fc.integer({ min: 1, max: 5 }),
    extra: fc.integer({ min: 0, max: 8 }),
    lastVisit: fc.option(fc.integer({ min: -12, max: -1 })),
  });
  fc.assert(
    fc.property(cases, ({ days, visits, leastGap, extra, lastVisit }) => {
      const greatestGap = leastGap + extra;
      const gapsOf = (choice: readonly number[]): number[] => choice.slice(1).map((day, index) => day - choice[index]!);
      const least = (choice: readonly number[]): boolean =>
        gapsOf([...(lastVisit === null ? [] : [lastVisit]), ...choice]).every((gap) => gap >= leastGap);
      const late = lastVisit !== null && lastVisit + greatestGap < 0;
      // Who is overdue, or was never visited, is due at once: no later than the greatest gap after the eve, or than anybody can come.
      const from = lastVisit === null || late ? Math.max(-1, days[0]! - greatestGap) : lastVisit;
      const greatest = (choice: readonly number[]): boolean => gapsOf([from, ...choice, 14]).every((gap) => gap <= greatestGap);
      const keeping = choices(days, visits).filter((choice) => least(choice));
      expect(mostVisits(days, { leastGap, lastVisit }) >= visits).toBe(keeping.length > 0);
      expect(gapsPossible(days, { visits, leastGap, greatestGap, lastVisit }, { first: 0, last: 13 })).toBe(
        keeping.some((choice) => greatest(choice)),
      );
    }),
    { numRuns: 500 },
  );
});

describe('a frequency no gap allows', () => {
  const group = (frequency: object, change: object = {}) =>
    compileProblem(parseVisitProblem(problemFile([customer('a', { frequency, ...change })]))).parts[0]!.compile();

  it('is planned as often as days allow, and the rest listed: twice a week with four days between', () => {
    const { instance, excluded } = group({ visits: 4, leastGapDays: 4 });
    expect(instance.clients.visits[0]).toBe(2);
    expect(excluded).toMatchObject([{ customer: 'a', missing: 2, reason: 'frequency.days' }]);
    expect(excluded[0]!.texts.zh).toContain('最多排 2 次');
  });

  it('loses the greatest gap when nothing can keep it, with a notice', () => {
    const { instance, notices } = group({ visits: 1, greatestGapDays: 2 }, { lastVisit: '2026-03-01' });
    expect(instance.clients.greatestGap[0]).toBe(2_147_483_647);
    expect(notices).toMatchObject([{ code: 'frequency.impossible', customer: 'a' }]);
  });

  it('keeps a greatest gap that can be kept', () => {
    const { instance, notices } = group({ visits: 2, greatestGapDays: 3 }, { lastVisit: '2026-02-28' });
    expect([instance.clients.greatestGap[0], instance.clients.lastVisit[0], notices]).toEqual([3, -2, []]);
  });

  it('gives way to promises closer together than the least gap', () => {
    const { instance, notices } = group(
      { visits: 1, leastGapDays: 4 },
      { promised: [{ date: '2026-03-02' }, { date: '2026-03-03' }] },
    );
    expect([instance.clients.visits[0], instance.fixed.count]).toEqual([2, 2]);
    expect(notices).toMatchObject([{ code: 'frequency.promise' }]);
  });
});
