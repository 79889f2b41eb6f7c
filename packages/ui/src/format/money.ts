import { formatQuotient, roundedQuotient } from './number.ts';
import { NO_VALUE, THIN_SPACE } from './locale.ts';
import type { UiLocale } from './locale.ts';

/**
 * The scale amounts are written in. Chinese counts in 万 (ten thousand) and 亿 (hundred million); English text
 * writes the same two steps as thousands (k) and millions (M). `auto` takes the one that reads best.
 */
export type MoneyUnit = 'yuan' | 'wan' | 'yi' | 'auto';

/** How an amount is written. */
export interface MoneyOptions {
  /** ISO 4217; CNY by default. */
  currency?: string;
  /** zh-CN by default. */
  locale?: UiLocale;
  /** `auto` by default. */
  unit?: MoneyUnit;
  /** Digits after the decimal point. By default 2 (the currency's own) for 元, 1 for 万元 and k, 2 for 亿元 and M. */
  decimals?: number;
  /** Writes a plus before positive amounts: for differences. */
  signed?: boolean;
  /** Leaves the unit out: for columns that name it in their heading (see {@link moneyUnitLabel}). */
  bare?: boolean;
}

type Scale = Exclude<MoneyUnit, 'auto'>;

interface ScaleStep {
  factor: number;
  decimals: number;
  suffix: string;
}

const steps: Record<UiLocale, Record<Scale, ScaleStep>> = {
  'zh-CN': {
    yuan: { factor: 1, decimals: 2, suffix: '' },
    wan: { factor: 10_000, decimals: 1, suffix: '万' },
    yi: { factor: 100_000_000, decimals: 2, suffix: '亿' },
  },
  en: {
    yuan: { factor: 1, decimals: 2, suffix: '' },
    wan: { factor: 1_000, decimals: 1, suffix: 'k' },
    yi: { factor: 1_000_000, decimals: 2, suffix: 'M' },
  },
};

const chineseNames: Record<string, string> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
  GBP: '英镑',
  TWD: '新台币',
  SGD: '新加坡元',
};
const symbols: Record<string, string> = { CNY: '¥', USD: 'US$', EUR: '€', HKD: 'HK$', JPY: 'JP¥', GBP: '£' };
const wholeCurrencies = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK']);

/** Minor units in one unit of a currency: 100 for CNY, 1 for JPY. */
export function minorPerUnit(currency = 'CNY'): number {
  return wholeCurrencies.has(currency) ? 1 : 100;
}

function decimalsOf(step: ScaleStep, options: MoneyOptions): number {
  if (options.decimals !== undefined) return options.decimals;
  return step.factor === 1 && minorPerUnit(options.currency) === 1 ? 0 : step.decimals;
}

/** The smallest scale whose rounded figure stays below the next one. */
function autoScale(amountMinor: number, options: MoneyOptions): Scale {
  const table = steps[options.locale ?? 'zh-CN'];
  const perUnit = minorPerUnit(options.currency);
  const fits = (scale: Scale, next: Scale) => {
    const step = table[scale];
    const decimals = decimalsOf(step, options);
    const limit = (table[next].factor / step.factor) * 10 ** decimals;
    return roundedQuotient(Math.abs(amountMinor), step.factor * perUnit, decimals) < limit;
  };
  if (fits('yuan', 'wan')) return 'yuan';
  return fits('wan', 'yi') ? 'wan' : 'yi';
}

/** The unit for a column heading: `万元`, or `CNY k` in English. `auto` has no single unit and answers the plain one. */
export function moneyUnitLabel({ currency = 'CNY', locale = 'zh-CN', unit = 'yuan' }: MoneyOptions = {}): string {
  const step = steps[locale][unit === 'auto' ? 'yuan' : unit];
  if (locale === 'zh-CN') return `${step.suffix}${chineseNames[currency] ?? currency}`;
  return step.suffix ? `${currency} ${step.suffix}` : currency;
}

/**
 * An amount in minor units as people read it: `formatMoney(123456789)` is `123.5 万元` with a thin space,
 * `formatMoney(123456789, {locale: 'en'})` is `¥1.23M`. Rounds half away from zero; null is `—`, zero is `0.00 元`.
 */
export function formatMoney(amountMinor: number | null | undefined, options: MoneyOptions = {}): string {
  if (amountMinor == null || !Number.isSafeInteger(amountMinor)) return NO_VALUE;
  const { currency = 'CNY', locale = 'zh-CN', unit = 'auto', bare = false, signed = false } = options;
  const scale = unit === 'auto' ? autoScale(amountMinor, options) : unit;
  const step = steps[locale][scale];
  const decimals = decimalsOf(step, options);
  const figure = formatQuotient(amountMinor, step.factor * minorPerUnit(currency), { decimals, signed });
  if (bare) return figure;
  if (locale === 'zh-CN') return `${figure}${THIN_SPACE}${moneyUnitLabel({ currency, locale, unit: scale })}`;
  const [, mark = '', digits = figure] = /^([+\u2212]?)(.*)$/.exec(figure) ?? [];
  return `${mark}${symbols[currency] ?? `${currency} `}${digits}${step.suffix}`;
}

/** The exact amount, for a title or a tooltip: `1,234,567.89 元`. */
export function formatMoneyExact(amountMinor: number | null | undefined, options: MoneyOptions = {}): string {
  return formatMoney(amountMinor, { ...options, unit: 'yuan', decimals: undefined, bare: false });
}
