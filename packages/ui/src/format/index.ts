/** Formatting as pure functions: no DOM, no clock, no global language. */
export { MINUS, NO_VALUE, THIN_SPACE } from './locale.ts';
export type { UiLocale } from './locale.ts';
export { formatNumber, formatPercent, formatQuotient } from './number.ts';
export type { NumberOptions } from './number.ts';
export { formatMoney, formatMoneyExact, minorPerUnit, moneyUnitLabel } from './money.ts';
export type { MoneyOptions, MoneyUnit } from './money.ts';
export { parseAmount } from './parse-amount.ts';
export type { AmountErrorCode, ParsedAmount } from './parse-amount.ts';
export { formatDate, formatInstant, formatPeriod } from './date.ts';
export type { DateOptions } from './date.ts';
export { spaceMixed } from './spacing.ts';
