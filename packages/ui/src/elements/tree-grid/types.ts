import type { CellFormat } from '../table/types.ts';
import type { MoneyUnit } from '../../format/money.ts';

/** What a cell holds: a number in the units of its format (minor units for money, a ratio for percent), or text. */
export type CellValue = number | string | null;

/** What has happened to a cell. Each is drawn and said. */
export type CellFlag = 'edited' | 'held' | 'conflict';

/** What a person typed, read; or why it cannot be. */
export type ParsedCell = { value: CellValue } | { error: string };

/** One column of a tree grid. The first column, the tree, is none of these. */
export interface TreeGridColumn {
  key: string;
  /** Heading; units belong here. */
  label: string;
  format?: CellFormat;
  /** Unit of money: shown, edited, copied and pasted in it. `yuan` by default. */
  unit?: MoneyUnit;
  decimals?: number;
  /** CSS width; 96px by default. */
  width?: string;
  /** Cells may be edited; a row may still say no. */
  editable?: boolean;
  /** Sets the column apart, such as a year's total. */
  strong?: boolean;
}

/** One row, in the order of the tree from top to bottom; a child stands somewhere after its parent. */
export interface TreeGridRow {
  id: string;
  /** Missing or null at the top. */
  parentId?: string | null;
  label: string;
  /** A line under the label. */
  note?: string;
  values: Readonly<Record<string, CellValue | undefined>>;
  flags?: Readonly<Record<string, readonly CellFlag[] | undefined>>;
  /** False keeps the whole row from being edited. */
  editable?: boolean;
}

/** One edit: `detail` of `cell-edit`. */
export interface CellEdit {
  rowId: string;
  columnKey: string;
  value: CellValue;
}

/** `detail` of `cells-edit`: a pasted or cleared block. */
export interface CellsEdit {
  edits: CellEdit[];
}

/** `detail` of `mp-expand`. */
export interface ExpandDetail {
  rowId: string;
  expanded: boolean;
}

/** A cell by position: row among the visible ones, column with the tree as 0. */
export interface Position {
  row: number;
  column: number;
}

/** A block of cells, corners included. */
export interface Block {
  from: Position;
  to: Position;
}
