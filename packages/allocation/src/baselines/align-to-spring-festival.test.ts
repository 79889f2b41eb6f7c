import { addDays, createCalendar, daysOf } from '@milepost/calendar';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignToSpringFestival } from './align-to-spring-festival.ts';
import { compileFacts } from './compile-facts.ts';
import { prior } from './prior.ts';
import { smallPlan, weights } from './testing/plans.ts';
import { samePeriod } from './time-map.ts';
import type { Facts } from './facts.ts';

const target = { start: '2026-01-01', end: '2027-01-01' };

/** Amounts by day; days with null have no fact. */
function daily(start: string, end: string, amountOf: (date: string) => number | null, organisation = 'li'): Facts {
  const rows = daysOf({ start, end }).flatMap((time) => {
    const amount = amountOf(time);
    return amount === null ? [] : [{ at: { organisation, time }, amount }];
  });
  return { axes: ['organisation', 'time'], rows };
}

function byMonth({ rows }: Facts): Record<string, number> {
  const months: Record<string, number> = {};
  for (const { at, amount } of rows) {
    const month = at.time?.slice(0, 7) as string;
    months[month] = (months[month] ?? 0) + (amount ?? 0);
  }
  return months;
}

/** 100 a day, 200 in the ten days before 2025-01-29, nothing in the seven days from it. */
const festive2025 = (date: string): number => {
  if (date >= '2025-01-19' && date < '2025-01-29') return 200;
  return date >= '2025-01-29' && date < '2025-02-05' ? 0 : 100;
};

it('moves rush and lull from the end of January 2025 into February 2026', () => {
  const history = daily('2025-01-01', '2026-01-01', festive2025);
  // 2025: January 18 × 100 + 10 × 200 + 3 × 0; February 4 × 0 + 24 × 100.
  expect(byMonth(history)).toMatchObject({ '2025-01': 3800, '2025-02': 2400, '2025-03': 3100 });
  const { facts, report } = alignToSpringFestival(history, { target });
  // 2026: January 31 × 100; February 11 × 100 + 10 × 200 (7th to 16th) + 7 × 0 (17th to 23rd). The other months stay.
  expect(byMonth(facts)).toEqual({
    ...{ '2026-01': 3100, '2026-02': 3100, '2026-03': 3100, '2026-04': 3000, '2026-05': 3100, '2026-06': 3000 },
    ...{ '2026-07': 3100, '2026-08': 3100, '2026-09': 3000, '2026-10': 3100, '2026-11': 3000, '2026-12': 3100 },
  });
  const on = (date: string) => facts.rows.find(({ at }) => at.time === date)?.amount;
  expect(['2026-02-06', '2026-02-07', '2026-02-16', '2026-02-17', '2026-02-23', '2026-02-24'].map(on)).toEqual([
    100, 200, 200, 0, 0, 100,
  ]);
  expect(report).toMatchObject({ rows: 365, amount: 36_800, outside: 0, plainCombinations: 0, status: null });
  expect(report.pairs[0]).toEqual({ festival: '2026-02-17', past: '2025-01-29', movedDays: 19 });
  // The history ends with 2025 on either side: there its first and last week stand in, and the report says for which days.
  expect([report.borrowedDays[0], report.borrowedDays.at(-1)]).toEqual(['2026-01-01', '2026-12-31']);
});

it('gives a plan the shares of January and February as they must be', () => {
  const { facts } = alignToSpringFestival(daily('2025-01-01', '2026-01-01', festive2025), { target });
  const plan = smallPlan();
  const method = prior(compileFacts(plan, facts, { time: samePeriod }), 'prior:springFestival');
  expect(weights(plan, method, 'time', { time: '2026-Q1' })).toEqual({ '2026-01': 3100, '2026-02': 3100, '2026-03': 3100 });
});

it('compares by working day, so that every month gets what its working days are worth', () => {
  const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
  const history = daily('2024-11-01', '2026-03-01', (date) => (calendar.isWorkingDay(date).working ? 1000 : null));
  const { facts, report } = alignToSpringFestival(history, { target, calendar });
  // Working days of 2026 by month, 248 in all: the arrangement of the State Council.
  const days = [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23];
  const months = byMonth(facts);
  days.forEach((count, index) => {
    const exact = (report.amount * count) / 248;
    const month = months[`2026-${String(index + 1).padStart(2, '0')}`] as number;
    expect(Math.abs(month - exact)).toBeLessThan(count);
  });
  expect(report.status).toBe('official');
  expect(report.outside).toBeGreaterThan(0);
  expect(facts.rows.every(({ at }) => calendar.isWorkingDay(at.time as string).working)).toBe(true);
});

it('leaves a combination on its plain dates when no compared day has an amount', () => {
  // The hand-over after the festival skips some days of the past.
  const wide = daily('2025-01-01', '2026-01-01', () => 5, 'wang');
  const single = daysOf({ start: '2025-01-01', end: '2026-01-01' }).map((date) => {
    const rows = [...wide.rows, { at: { organisation: 'li', time: date }, amount: 70 }];
    const { facts, report } = alignToSpringFestival({ axes: wide.axes, rows }, { target });
    const li = facts.rows.filter(({ at }) => at.organisation === 'li');
    return {
      date,
      plain: report.plainCombinations,
      sum: li.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      first: li[0]?.at.time,
    };
  });
  expect(single.every(({ sum }) => sum === 70)).toBe(true);
  const left = single.filter(({ plain }) => plain === 1);
  expect(left.length).toBeGreaterThan(0);
  for (const { date, first } of left) expect(first).toBe(date.replace('2025', '2026'));
});

const fact = fc.record({
  person: fc.constantFrom('li', 'wang', 'zhao'),
  day: fc.integer({ min: -60, max: 440 }),
  amount: fc.integer({ min: -500, max: 5000 }),
});

it('keeps the total of every combination exactly, whatever the order of facts', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 60 }), (list) => {
      const rows = list.map(({ person, day, amount }) => ({
        at: { organisation: person, time: addDays('2025-01-01', day) },
        amount,
      }));
      const axes = ['organisation', 'time'];
      const { facts, report } = alignToSpringFestival({ axes, rows }, { target });
      const sumBy = (of: Facts['rows'], person: string) =>
        of.reduce((sum, { at, amount }) => sum + (at.organisation === person ? (amount ?? 0) : 0), 0);
      const inYear = rows.filter(({ at }) => at.time >= '2025-01-01' && at.time < '2026-01-01');
      for (const person of ['li', 'wang', 'zhao']) expect(sumBy(facts.rows, person)).toBe(sumBy(inYear, person));
      expect(report.amount).toBe(inYear.reduce((sum, { amount }) => sum + amount, 0));
      expect(facts.rows.every(({ at }) => (at.time as string).startsWith('2026-'))).toBe(true);
      const sorted = (of: Facts['rows']) => of.map((row) => JSON.stringify(row)).sort();
      const turned = alignToSpringFestival({ axes, rows: [...rows].reverse() }, { target });
      expect(sorted(turned.facts.rows)).toEqual(sorted(facts.rows));
    }),
  );
});

it('puts a 29 February that nothing is compared with on the 28th', () => {
  // 初一: 2028-01-26 and 2029-02-13. The hand-over passes over some days from 2028-02-15 on, one of them the 29th.
  const all = daily('2028-01-01', '2029-01-01', () => 5, 'wang');
  const rows = [...all.rows, { at: { organisation: 'li', time: '2028-02-29' }, amount: 9 }];
  const { facts } = alignToSpringFestival({ axes: all.axes, rows }, { target: { start: '2029-01-01', end: '2030-01-01' } });
  expect(facts.rows.filter(({ at }) => at.organisation === 'li')).toEqual([
    { at: { organisation: 'li', time: '2029-02-28' }, amount: 9 },
  ]);
});

it('lets the same weekday of the first and last week stand in where the history ends', () => {
  const on = (past: string, date: string) => {
    const history = daily('2025-01-01', '2026-01-01', (day) => (day === past ? 70 : 0));
    return alignToSpringFestival(history, { target }).facts.rows.find(({ at }) => at.time === date)?.amount as number;
  };
  // 2026-01-01 is compared with 2024-12-24, a Tuesday: the first one known is 2025-01-07.
  expect(on('2025-01-07', '2026-01-01')).toBeGreaterThan(0);
  // 2026-12-31 is compared with 2026-01-08, a Thursday, the day before with a Wednesday: 2025-12-25 and 2025-12-31.
  expect(on('2025-12-25', '2026-12-31')).toBeGreaterThan(0);
  expect(on('2025-12-31', '2026-12-31')).toBe(0);
  expect(on('2025-12-31', '2026-12-30')).toBeGreaterThan(0);
});

it('refuses facts that are not by day', () => {
  const rows = [{ at: { organisation: 'li', time: '2025-01' }, amount: 1 }];
  expect(() => alignToSpringFestival({ axes: ['organisation', 'time'], rows }, { target })).toThrow(
    /At facts\.rows\.0\.at\.time/,
  );
});
