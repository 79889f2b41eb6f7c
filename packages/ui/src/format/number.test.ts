import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, formatPeriod } from './date.ts';
import { formatNumber, formatPercent } from './number.ts';
import { spaceMixed } from './spacing.ts';

describe('formatNumber and formatPercent', () => {
  it('groups, rounds as written and uses a real minus', () => {
    expect(formatNumber(1234567)).toBe('1,234,567');
    expect(formatNumber(-1234.5, { decimals: 1 })).toBe('−1,234.5');
    expect(formatNumber(1.005, { decimals: 2 })).toBe('1.01');
    expect(formatNumber(12, { signed: true })).toBe('+12');
    expect(formatNumber(-0.2)).toBe('0');
  });

  it('writes percentages with one decimal and no value as a dash', () => {
    expect(formatPercent(0.62)).toBe('62.0%');
    expect(formatPercent(-0.0345)).toBe('−3.5%');
    expect(formatPercent(null)).toBe('—');
    expect(formatPercent(Number.NaN)).toBe('—');
  });
});

describe('formatDate', () => {
  it('writes a business day with its weekday', () => {
    // 5 January 2026 is a Monday.
    expect(formatDate('2026-01-05')).toBe('2026年1月5日\u2009周一');
    expect(formatDate('2026-01-05', { style: 'short', weekday: false })).toBe('1月5日');
    expect(formatDate('2026-01-05', { locale: 'en' })).toBe('Mon 5 Jan 2026');
    expect(formatDate('2024-02-29', { locale: 'en', style: 'short' })).toBe('Thu 29 Feb');
  });

  it('refuses days that do not exist', () => {
    expect(formatDate('2026-02-29')).toBe('—');
    expect(formatDate('5.1.2026')).toBe('—');
  });

  it('puts an instant on the day of the company', () => {
    expect(formatInstant('2026-01-05T20:30:00Z')).toBe('1月6日\u2009周二 04:30');
  });

  it('names periods', () => {
    expect(formatPeriod('2026-Q1')).toBe('2026年第一季度');
    expect(formatPeriod('2026-03', { locale: 'en' })).toBe('Mar 2026');
    expect(formatPeriod('2026-13')).toBe('—');
  });
});

describe('spaceMixed', () => {
  it('puts a thin space between Chinese and Latin, once', () => {
    expect(spaceMixed('共18家CRM客户，完成62%的目标')).toBe('共\u200918\u2009家\u2009CRM\u2009客户，完成\u200962%\u2009的目标');
    expect(spaceMixed(spaceMixed('共18家'))).toBe('共\u200918\u2009家');
  });
});
