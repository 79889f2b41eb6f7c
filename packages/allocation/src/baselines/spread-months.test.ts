import { createCalendar } from '@milepost/calendar';
import { expect, it } from 'vitest';
import { spreadMonths } from './spread-months.ts';
import type { Facts } from './facts.ts';

const facts: Facts = {
  axes: ['organisation', 'time'],
  rows: [
    { at: { organisation: 'li', time: '2025-02' }, amount: 1000 },
    { at: { organisation: 'li', time: '2025-03-05' }, amount: 7 },
    { at: { organisation: 'wang', time: '2025-02' }, amount: -20 },
  ],
};
const amounts = (of: Facts, person: string) => of.rows.filter(({ at }) => at.organisation === person).map(({ amount }) => amount);

it('splits months over working days, exactly, and says so', () => {
  const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
  const { facts: days, report } = spreadMonths(facts, { calendar });
  const li = days.rows.filter(({ at }) => at.organisation === 'li' && at.time !== '2025-03-05');
  // 2025-02: 28 days, off 1 to 4 (春节) and on the weekends of the 9th, 15/16 and 22/23; the 8th is a make-up day: 19 worked.
  expect(li.filter(({ amount }) => amount !== 0)).toHaveLength(19);
  expect(li.find(({ at }) => at.time === '2025-02-08')?.amount).toBeGreaterThan(0);
  expect(li.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(1000);
  expect(amounts(days, 'wang').reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).toBe(-20);
  expect(days.rows).toContainEqual(facts.rows[1]);
  expect(report).toEqual({ spread: 2, by: 'workingDays', even: [], status: 'official' });
});

it('follows a profile around the festival', () => {
  const { facts: days, report } = spreadMonths(facts, { profile: { 3: 0, 4: 0, 5: 0, 6: 0, 30: 3 } });
  // 初一 is 2025-01-29: 02-01 to 02-04 are days 3 to 6 and get nothing, 02-28 is day 30: 23 + 3 parts of 1000.
  const li = amounts(days, 'li').slice(0, 28) as number[];
  expect(li.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(li[27]).toBeCloseTo((1000 * 3) / 26, -1);
  expect(report.by).toBe('profile');
});

it('spreads evenly where no day counts, and by days without calendar or profile', () => {
  const never = Object.fromEntries(Array.from({ length: 28 }, (_, at) => [String(3 + at), 0]));
  expect(spreadMonths(facts, { profile: never }).report.even).toEqual(['2025-02']);
  const plain = spreadMonths({ axes: facts.axes, rows: facts.rows.slice(0, 1) }, {});
  expect(plain.report).toMatchObject({ by: 'days', status: null });
  expect(new Set(amounts(plain.facts, 'li'))).toEqual(new Set([35, 36]));
});

it('refuses what is no period and levels below 0', () => {
  const rows = [{ at: { organisation: 'li', time: 'spring' }, amount: 1 }];
  expect(() => spreadMonths({ axes: facts.axes, rows }, {})).toThrow(/At facts\.rows\.0\.at\.time/);
  expect(() => spreadMonths(facts, { profile: { 0: -1 } })).toThrow(/At profile\.0/);
});
