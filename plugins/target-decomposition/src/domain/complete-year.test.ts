import { createCalendar, monthsOf } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { completeYear } from './complete-year.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const months = monthsOf('2026', 1);
const over = months.slice(0, 10);
const days = Object.fromEntries(over.map((month) => [`${month}-15`, 1_200]));
const orders = over.flatMap((month) => [
  { month, ownerId: 'amy', unitId: null, amountMinor: 800 },
  { month, ownerId: 'bob', unitId: null, amountMinor: 400 },
]);
const sumOf = (month: string, list: typeof orders | ReturnType<typeof completeYear>['orders']): number =>
  list.filter((group) => group.month === month).reduce((sum, group) => sum + group.amountMinor, 0);

describe('a base year that is not over', () => {
  // Every month of the year before brought 1,000 and every month so far 1,200 (to 31 October): growth 1.2.
  const before = Object.fromEntries(months.map((month) => [month, 1_000]));
  const done = { ...days, '2026-10-31': 0 };
  it('takes the same months a year earlier × growth to date', () => {
    const till = Object.fromEntries(over.map((month) => [`${month}-${month.endsWith('-10') ? '31' : '15'}`, 1_200]));
    const { orders: filled, estimate } = completeYear({
      months,
      orders,
      days: till,
      before,
      today: '2026-11-01',
      calendar,
    });
    expect(estimate).toMatchObject({
      months: ['2026-11', '2026-12'],
      method: 'growth',
      until: '2026-10-31',
      addedMinor: 2_400,
    });
    expect(estimate?.growth).toBeCloseTo(1.2);
    expect([sumOf('2026-11', filled), sumOf('2026-12', filled)]).toEqual([1_200, 1_200]);
    // Amy brought two thirds to date.
    expect(filled.filter((group) => group.month === '2026-12').map((group) => group.amountMinor)).toEqual([800, 400]);
  });

  it('takes the run-rate where the year before says nothing, and no open month stays at nothing', () => {
    const { days: filled, estimate } = completeYear({
      months,
      orders,
      days: done,
      before: {},
      today: '2026-11-21',
      calendar,
    });
    expect(estimate?.method).toBe('runRate');
    const december = Object.entries(filled)
      .filter(([day]) => day.startsWith('2026-12'))
      .reduce((sum, [, amount]) => sum + amount, 0);
    expect(december).toBeGreaterThan(0);
  });

  it('leaves a year alone that is over, and one without orders', () => {
    expect(completeYear({ months, orders, days, before, today: '2027-01-01', calendar }).estimate).toBeNull();
    expect(completeYear({ months, orders: [], days: {}, before, today: '2026-11-21', calendar }).estimate).toBeNull();
  });
});
