import { MINUS, NO_VALUE } from './locale.ts';

/** How a figure is written. */
export interface NumberOptions {
  /** Digits after the decimal point; 0 by default. */
  decimals?: number;
  /** Writes a plus before positive values: for differences. */
  signed?: boolean;
}

/** Groups the digits of a non-negative integer by three. */
function group(integer: string): string {
  return integer.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Writes `scaled / 10^decimals` exactly; `scaled` is a non-negative safe integer. */
function writeScaled(scaled: number, decimals: number): string {
  const digits = String(scaled).padStart(decimals + 1, '0');
  const integer = group(digits.slice(0, digits.length - decimals));
  return decimals > 0 ? `${integer}.${digits.slice(digits.length - decimals)}` : integer;
}

/** A sign for a value: a real minus, a plus where asked for, none for what rounds to zero. */
function sign(negative: boolean, isZero: boolean, signed: boolean): string {
  if (isZero) return '';
  if (negative) return MINUS;
  return signed ? '+' : '';
}

/**
 * Divides an integer by a power of ten and rounds half away from zero, without floating-point error.
 * `formatQuotient(123456789, 10_000, {decimals: 1})` is `12,345.7`.
 */
export function formatQuotient(value: number, divisor: number, options: NumberOptions = {}): string {
  const decimals = options.decimals ?? 0;
  const absolute = Math.abs(value);
  const scaled = roundedQuotient(absolute, divisor, decimals);
  return sign(value < 0, scaled === 0, options.signed ?? false) + writeScaled(scaled, decimals);
}

/** `value / divisor` in units of 10^-decimals, rounded half up; all arguments non-negative. */
export function roundedQuotient(value: number, divisor: number, decimals: number): number {
  const numerator = BigInt(value) * 10n ** BigInt(decimals);
  const denominator = BigInt(divisor);
  const [quotient, rest] = [numerator / denominator, numerator % denominator];
  return Number(rest * 2n >= denominator ? quotient + 1n : quotient);
}

/** Moves the decimal point in decimal notation, so that 1.005 at two decimals rounds as it is written. */
function shift(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** A plain figure: `formatNumber(-1234.5, {decimals: 1})` is `−1,234.5`; null is `—`. */
export function formatNumber(value: number | null | undefined, options: NumberOptions = {}): string {
  if (value == null || !Number.isFinite(value)) return NO_VALUE;
  const decimals = options.decimals ?? 0;
  const scaled = Math.round(shift(Math.abs(value), decimals));
  return sign(value < 0, scaled === 0, options.signed ?? false) + writeScaled(scaled, decimals);
}

/** A ratio as a percentage with one decimal: `formatPercent(0.6249)` is `62.5%`; null is `—`. */
export function formatPercent(ratio: number | null | undefined, options: NumberOptions = {}): string {
  if (ratio == null || !Number.isFinite(ratio)) return NO_VALUE;
  return `${formatNumber(shift(ratio, 2), { decimals: 1, ...options })}%`;
}
