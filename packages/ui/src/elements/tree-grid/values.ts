import { parseAmount } from '../../format/parse-amount.ts';
import { minorPerUnit } from '../../format/money.ts';
import { words } from '../../locale/ui-locale.ts';
import { cellText } from '../table/cells.ts';
import type { UiLocale } from '../../format/locale.ts';
import type { CellValue, ParsedCell, TreeGridColumn } from './types.ts';

/** Minor units in one unit of a money column: 1,000,000 for 万元. */
function unitMinor(column: TreeGridColumn, locale: UiLocale): number {
  const factors = locale === 'zh-CN' ? { wan: 10_000, yi: 100_000_000 } : { wan: 1_000, yi: 1_000_000 };
  const factor = column.unit === 'wan' || column.unit === 'yi' ? factors[column.unit] : 1;
  return factor * minorPerUnit();
}

/** Writes `value / 10^places` exactly, without grouping and without trailing zeros. */
function exactDecimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const integer = digits.slice(0, digits.length - places);
  return `${value < 0 ? '-' : ''}${integer}${fraction && `.${fraction}`}`;
}

/** A cell as it is read. */
export function shownText(column: TreeGridColumn, value: CellValue | undefined, locale: UiLocale): string {
  return cellText(column, value ?? null, locale);
}

/** A cell as it is edited and copied: exact, in the unit of its column, readable by a spreadsheet. */
export function editText(column: TreeGridColumn, value: CellValue | undefined, locale: UiLocale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (column.format === 'money') return exactDecimal(value, Math.log10(unitMinor(column, locale)));
  if (column.format === 'percent') return `${Number(`${value}e2`)}%`;
  return String(value);
}

/** Reads what was typed: a bare figure is in the unit of the column, `1.2亿` says its own. */
export function parseCell(column: TreeGridColumn, text: string, locale: UiLocale): ParsedCell {
  if (!column.format || column.format === 'text' || column.format === 'date') return { value: text.trim() || null };
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '');
  const ownUnit = /[^\d.,()+\-−–—]/.test(plain);
  const suffix = column.format === 'money' && !ownUnit && /\d/.test(plain) ? unitSuffix(column, locale) : '';
  const parsed = parseAmount(suffix ? plain.replace(/(\)?)$/, `${suffix}$1`) : plain);
  if (!parsed.ok) return { error: words()[parsed.code] };
  if (parsed.amountMinor === null || column.format === 'money') return { value: parsed.amountMinor };
  return { value: parsed.amountMinor / (column.format === 'percent' ? 10_000 : 100) };
}

function unitSuffix(column: TreeGridColumn, locale: UiLocale): string {
  if (column.unit === 'wan') return locale === 'zh-CN' ? '万' : 'k';
  if (column.unit === 'yi') return locale === 'zh-CN' ? '亿' : 'm';
  return '';
}
