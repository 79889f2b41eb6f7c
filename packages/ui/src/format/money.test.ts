import { describe, expect, it } from 'vitest';
import { formatMoney, formatMoneyExact, moneyUnitLabel } from './money.ts';

// U+2009 stands between a figure and its unit.
const yuan = (figure: string, unit: string) => `${figure}\u2009${unit}`;

describe('formatMoney', () => {
  it('takes the unit that reads best in Chinese', () => {
    expect(formatMoney(0)).toBe(yuan('0.00', '元'));
    expect(formatMoney(999_999)).toBe(yuan('9,999.99', '元'));
    expect(formatMoney(1_000_000)).toBe(yuan('1.0', '万元'));
    expect(formatMoney(123_456_789)).toBe(yuan('123.5', '万元'));
    expect(formatMoney(1_234_567_890_123)).toBe(yuan('123.46', '亿元'));
  });

  it('goes to the next unit when rounding would reach it', () => {
    // 99,999,999.00 元 is 9,999.9999 万元, which rounds to 10,000.0 万元.
    expect(formatMoney(9_999_999_900)).toBe(yuan('1.00', '亿元'));
    expect(formatMoney(9_999_940_000)).toBe(yuan('9,999.9', '万元'));
  });

  it('rounds halves away from zero without floating-point error', () => {
    // 10,050 元 = 1.005 万元.
    expect(formatMoney(1_005_000, { unit: 'wan', decimals: 2 })).toBe(yuan('1.01', '万元'));
    expect(formatMoney(-1_005_000, { unit: 'wan', decimals: 2 })).toBe(yuan('−1.01', '万元'));
  });

  it('tells null from zero and writes no sign before what rounds to zero', () => {
    expect(formatMoney(null)).toBe('—');
    expect(formatMoney(-1, { unit: 'wan' })).toBe(yuan('0.0', '万元'));
  });

  it('writes differences with a sign', () => {
    expect(formatMoney(1_200_000, { signed: true })).toBe(yuan('+1.2', '万元'));
    expect(formatMoney(-1_200_000, { signed: true, locale: 'en' })).toBe('−¥12.0k');
  });

  it('speaks English in k and M', () => {
    expect(formatMoney(99_999, { locale: 'en' })).toBe('¥999.99');
    expect(formatMoney(123_456_789, { locale: 'en' })).toBe('¥1.23M');
    expect(formatMoney(1_234_567, { locale: 'en', currency: 'USD' })).toBe('US$12.3k');
  });

  it('knows currencies without minor units', () => {
    expect(formatMoney(1234, { currency: 'JPY', unit: 'yuan' })).toBe(yuan('1,234', '日元'));
  });

  it('leaves the unit to the heading of a column', () => {
    expect(formatMoney(123_456_789, { unit: 'wan', bare: true })).toBe('123.5');
    expect(moneyUnitLabel({ unit: 'wan' })).toBe('万元');
    expect(moneyUnitLabel({ unit: 'wan', locale: 'en' })).toBe('CNY k');
  });

  it('gives the exact amount', () => {
    expect(formatMoneyExact(123_456_789, { unit: 'wan' })).toBe(yuan('1,234,567.89', '元'));
  });
});
