import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';
import { parseAmount } from './parse-amount.ts';

const minor = (text: string) => {
  const parsed = parseAmount(text);
  return parsed.ok ? parsed.amountMinor : parsed.code;
};

describe('parseAmount', () => {
  it('reads what people type', () => {
    expect(minor('1.2万')).toBe(1_200_000);
    expect(minor('１，２００')).toBe(120_000);
    expect(minor('1.2亿')).toBe(12_000_000_000);
    expect(minor('12k')).toBe(1_200_000);
    expect(minor('3w')).toBe(3_000_000);
    expect(minor('¥1,200.50')).toBe(120_050);
    expect(minor('￥ 800 元')).toBe(80_000);
    expect(minor('1.5百万')).toBe(150_000_000);
    expect(minor('.5万元')).toBe(500_000);
    expect(minor('−300')).toBe(-30_000);
    expect(minor('（300）')).toBe(-30_000);
    expect(minor('0')).toBe(0);
  });

  it('tells an empty text from zero', () => {
    expect(minor('  ')).toBeNull();
    expect(minor('—')).toBeNull();
  });

  it('refuses what is no amount or could mean two', () => {
    expect(minor('abc')).toBe('amount.not-a-number');
    expect(minor('1.2.3')).toBe('amount.not-a-number');
    expect(minor('万')).toBe('amount.not-a-number');
    expect(minor('1,2')).toBe('amount.grouping');
    expect(minor('12,34,567')).toBe('amount.grouping');
    expect(minor('0.005')).toBe('amount.precision');
    expect(minor('1.2345678万')).toBe('amount.precision');
    expect(minor('99999999亿')).toBe('amount.too-large');
  });

  it('reads back every exact amount it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (amount) => {
        expect(minor(formatMoney(amount, { unit: 'yuan' }))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});
