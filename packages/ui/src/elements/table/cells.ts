import { formatDate } from '../../format/date.ts';
import { formatMoney, formatMoneyExact } from '../../format/money.ts';
import { formatNumber, formatPercent } from '../../format/number.ts';
import { NO_VALUE } from '../../format/locale.ts';
import type { UiLocale } from '../../format/locale.ts';
import type { TableColumn, TableSort } from './types.ts';

/** The value that a column writes and sorts by. */
export function cellValue<Row>(column: TableColumn<Row>, row: Row): unknown {
  return column.value ? column.value(row) : (row as Record<string, unknown>)[column.key];
}

/** What has no words of its own is shown as the data it is, never as `[object Object]`. */
function plainText(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? '');
  return typeof value === 'string' ? value : `${value as number | bigint | boolean}`;
}

/** A value as text in the format of its column. */
export function cellText(column: TableColumn<never>, value: unknown, locale: UiLocale): string {
  const { decimals } = column;
  if (value === null || value === undefined || value === '') return NO_VALUE;
  if (typeof value === 'number') {
    if (column.format === 'money') return formatMoney(value, { unit: column.unit ?? 'yuan', decimals, bare: true, locale });
    if (column.format === 'percent') return formatPercent(value, { decimals: decimals ?? 1 });
    return formatNumber(value, { decimals: decimals ?? 0 });
  }
  const text = plainText(value);
  return column.format === 'date' ? formatDate(text, { locale }) : text;
}

/** The exact value for a title, where the cell rounds it away. */
export function cellTitle(column: TableColumn<never>, value: unknown, locale: UiLocale): string | undefined {
  return column.format === 'money' && typeof value === 'number' ? formatMoneyExact(value, { locale }) : undefined;
}

/** Figures go to the right. */
export function cellAlign(column: TableColumn<never>): 'start' | 'end' | 'center' {
  return column.align ?? (column.format && column.format !== 'text' && column.format !== 'date' ? 'end' : 'start');
}

/** Compares as people order: numbers by size, texts by the collation of the language, no value last. */
function compare(a: unknown, b: unknown, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

const missing = (value: unknown) => value === null || value === undefined || value === '';

/** A sorted copy; equal rows keep their order, rows without a value stay at the end in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | undefined,
  locale: UiLocale,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.key === sort?.key);
  if (!column || !sort) return rows;
  const collator = new Intl.Collator(locale, { numeric: true });
  const factor = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [cellValue(column, left), cellValue(column, right)];
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b));
    return factor * compare(a, b, collator);
  });
}
