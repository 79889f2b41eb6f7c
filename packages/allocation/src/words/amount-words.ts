/** Amounts as people read them. The digits are exact: nothing is divided as a double, and nothing is rounded. */
import type { Metric } from '../metric.ts';

/** The languages of the texts. */
export type Language = 'zh' | 'en';

/** How large the unit of money is: yuan, or ten thousand of them. */
export type MoneyUnit = 'one' | 'wan';

/** An amount with its unit: `30,000 元`, `3 万元`, `CNY 30,000.50`, `12 次`; a dash for null. */
export function amountWords(amount: number | null, metric: Metric, language: Language, unit: MoneyUnit = 'one'): string {
  if (amount === null) return language === 'zh' ? '未填' : 'not set';
  const number = plainAmount(amount, metric, unit);
  if (metric.kind === 'count') return `${number} ${metric.unit}`;
  if (language === 'zh') return `${number} ${unitName(metric, language, unit)}`;
  return `${metric.currency} ${number}${unit === 'wan' ? ' × 10,000' : ''}`;
}

/** The number alone: thousands separated, decimals only where there are any. Null is an empty text. */
export function plainAmount(amount: number | null, metric: Metric, unit: MoneyUnit = 'one'): string {
  if (amount === null) return '';
  return decimal(amount, metric.kind === 'count' ? 0 : fractionDigits(metric.currency) + (unit === 'wan' ? 4 : 0));
}

/** A change with its sign: `+0.01 元`, `−3,000 元`. */
export function changeWords(change: number, metric: Metric, language: Language, unit: MoneyUnit = 'one'): string {
  const size = amountWords(Math.abs(change), metric, language, unit);
  return `${change < 0 ? '−' : '+'}${size}`;
}

/** What a column of amounts is in: `元`, `万元`, `CNY`, `次`. */
export function unitName(metric: Metric, language: Language, unit: MoneyUnit = 'one'): string {
  if (metric.kind === 'count') return metric.unit;
  if (language === 'en') return unit === 'wan' ? `${metric.currency} × 10,000` : metric.currency;
  const base = metric.currency === 'CNY' ? '元' : metric.currency;
  return unit === 'wan' ? `万${base}` : base;
}

/** A share in percent, as precise as it needs to be: `12.5 %`, `0.031 %`. */
export function percentWords(share: number): string {
  const percent = share * 100;
  const digits = percent === 0 || Math.abs(percent) >= 1 ? 2 : 2 - Math.floor(Math.log10(Math.abs(percent)));
  return `${Number(percent.toFixed(Math.min(digits, 12)))} %`;
}

/** A part of a minor unit, as it is before rounding: `3,333.333`. */
export function exactWords(exact: number, metric: Metric): string {
  const digits = metric.kind === 'count' ? 0 : fractionDigits(metric.currency);
  return (exact / 10 ** digits).toLocaleString('en-US', { maximumFractionDigits: digits + 3 });
}

/** An integer with so many of its digits behind the point. */
function decimal(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = text.slice(text.length - digits);
  // Cents come in pairs: 0.50, not 0.5; further zeros say nothing.
  const shown = digits <= 2 ? (/^0*$/.test(fraction) ? '' : fraction) : fraction.replace(/0+$/, '');
  return `${amount < 0 ? '−' : ''}${whole}${shown === '' ? '' : `.${shown}`}`;
}

/** Decimals of a currency: 2 for CNY, 0 for JPY. */
function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
