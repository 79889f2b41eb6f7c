import { createCalendar, periodsIn } from '@milepost/calendar';
import { expect, it } from 'vitest';
import { timeAxis } from '../time-axis.ts';
import { countPeriodDays, periodDaysStatus, workingDays } from './working-days.ts';
import { planOver, weighed } from './testing/weigh.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const plan = planOver(timeAxis({ period: '2026', grain: 'month', scheme: 1 }));
const of = (year: string) => countPeriodDays(calendar, periodsIn(year, 'month', 1), 1);

it('weighs months by the published days, quarters by their months', () => {
  // 2026: 21, 16, 22 working days in the first three months, 248 in all.
  const method = workingDays(of('2026'));
  expect(method.name).toBe('workingDays');
  expect(weighed(plan, method, 'time', { time: '2026-Q1' })).toEqual([21, 16, 22]);
  expect(weighed(plan, method, 'time', {})).toEqual([59, 61, 66, 62]);
});

it('weighs single days: the holiday 0, the Sunday worked in exchange 1', () => {
  const days = planOver(timeAxis({ period: '2026-02', grain: 'day', scheme: 1, daysUnder: 'month' }));
  const method = workingDays(countPeriodDays(calendar, periodsIn('2026-02', 'day', 1), 1));
  const weights = weighed(days, method, 'time', {});
  // 2026-02-13 a Friday, 02-14 a Saturday worked in exchange, 02-15 to 02-23 Spring Festival, 02-28 worked in exchange.
  expect([weights[12], weights[13], weights[14], weights[22], weights[23], weights[27]]).toEqual([1, 1, 0, 0, 1, 1]);
});

it('says in its name that days are estimated, and refuses days nobody knows', () => {
  const known = { '2026-01': { count: 21, status: 'official' } } as const;
  const guess = { ...known, '2026-02': { count: 20, status: 'estimated' } } as const;
  const blind = { ...guess, '2026-03': { count: 22, status: 'unknown' } } as const;
  expect([periodDaysStatus(known), workingDays(guess).name]).toEqual(['official', 'workingDays:estimated']);
  expect(() => workingDays(blind)).toThrow(/"2026-03"/);
  expect(workingDays(blind, { acceptUnknown: true }).name).toBe('workingDays:unknown');
});

it('refuses a period without a count instead of giving it nothing', () => {
  const method = workingDays(of('2025'));
  expect(() => weighed(plan, method, 'time', { time: '2026-Q1' })).toThrow(/"2026-01"/);
  expect(() => weighed(plan, method, 'time', {})).toThrow(/"2026-Q1"/);
});
