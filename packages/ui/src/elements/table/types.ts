import type { CSSResult } from 'lit';
import type { MoneyUnit } from '../../format/money.ts';

/** How a plain value is written. */
export type CellFormat = 'text' | 'number' | 'percent' | 'money' | 'date';

/** One column of a table. */
export interface TableColumn<Row = unknown> {
  key: string;
  /** Heading; units belong here: `金额（万元）`. */
  label: string;
  /** Right for figures by default, left otherwise. */
  align?: 'start' | 'end' | 'center';
  format?: CellFormat;
  /** Decimals of numbers, percentages and money. */
  decimals?: number;
  /** Unit of money; the heading names it, so cells leave it out. `yuan` by default. */
  unit?: MoneyUnit;
  sortable?: boolean;
  /** CSS width: `160px`, `20%`. */
  width?: string;
  /** The value to write and sort by; the row's property named `key` by default. */
  value?: (row: Row) => unknown;
  /** Draws the cell; answers a Lit template or text. */
  cell?: (row: Row) => unknown;
}

/** Which column a table is sorted by. */
export interface TableSort {
  key: string;
  direction: 'ascending' | 'descending';
}

/** Row height: 32, 40 or 48 px. */
export type Density = 'compact' | 'normal' | 'comfortable';

/** `detail` of `mp-row-open`. */
export interface RowOpenDetail<Row = unknown> {
  row: Row;
  rowId: string;
}

/** Styles for what `cell` and `mobile` draw inside the table's shadow root. */
export type CellStyles = CSSResult | CSSResult[];
