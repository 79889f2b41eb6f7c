import { halfWidth } from './normalise.ts';

/** A decimal number as digits: value = digits × 10^-scale. Kept as text so that nothing is rounded on the way. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

const unitShift: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 千: 3, 百万: 6, 千万: 7 };

/**
 * Reads `1,234.50`, `１２３４`, `¥1200`, `1.2万`, `3亿元`, `-5`. Null for what has two readings or none:
 * `1.234,56`, `12,34`, `1,2万`, `50%`.
 */
export function parseDecimal(text: string): Decimal | null {
  const plain = halfWidth(text)
    .replace(/^(-?)\s*(?:[¥￥$]|rmb|cny)\s*/i, '$1')
    .replace(/\s*(元|圆|rmb|cny)$/i, '');
  const match = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(百万|千万|万|亿|千)?$/.exec(plain);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', unit] = match;
  const shift = unit === undefined ? 0 : (unitShift[unit] as number);
  const digits = whole.replaceAll(',', '') + fraction;
  const scale = fraction.length - shift;
  return trimZeros(sign === '-', scale < 0 ? digits + '0'.repeat(-scale) : digits, Math.max(0, scale));
}

function trimZeros(negative: boolean, digits: string, scale: number): Decimal {
  let end = digits.length;
  let rest = scale;
  while (rest > 0 && digits[end - 1] === '0') {
    end -= 1;
    rest -= 1;
  }
  return { negative, digits: digits.slice(0, end), scale: rest };
}

/** The exact value in hundredths; null when it has more decimals or is beyond safe integers. */
export function toMinor(decimal: Decimal): number | null {
  if (decimal.scale > 2) return null;
  const value = Number(decimal.digits + '0'.repeat(2 - decimal.scale));
  return Number.isSafeInteger(value) ? signed(decimal, value) : null;
}

/** The value as a number: exact for integers, the nearest double otherwise. Null when not finite. */
export function toNumber(decimal: Decimal): number | null {
  const split = decimal.digits.length - decimal.scale;
  const value = Number(
    `${decimal.digits.slice(0, Math.max(0, split)) || '0'}.${decimal.digits.slice(Math.max(0, split)).padStart(decimal.scale, '0')}`,
  );
  return Number.isFinite(value) ? signed(decimal, value) : null;
}

function signed(decimal: Decimal, value: number): number {
  return decimal.negative && value !== 0 ? -value : value;
}
