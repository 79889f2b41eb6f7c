import { editText } from './values.ts';
import type { UiLocale } from '../../format/locale.ts';
import type { PlacedRow } from './rows.ts';
import type { Block, CellEdit, ParsedCell, Position, TreeGridColumn, TreeGridRow } from './types.ts';

/** What block operations need to know of the grid. */
export interface Sheet {
  placed: readonly PlacedRow[];
  columns: readonly TreeGridColumn[];
  isEditable: (row: TreeGridRow | undefined, column: TreeGridColumn | undefined) => boolean;
  read: (text: string, column: TreeGridColumn, row: TreeGridRow) => ParsedCell;
}

/** The texts of a block, exact and in the unit of each column; the tree column gives its label. */
export function blockTexts(sheet: Sheet, { from, to }: Block, locale: UiLocale): string[][] {
  return sheet.placed.slice(from.row, to.row + 1).map(({ row }) =>
    Array.from({ length: to.column - from.column + 1 }, (_, index) => {
      const column = sheet.columns[from.column + index - 1];
      return column ? editText(column, row.values[column.key], locale) : row.label;
    }),
  );
}

/** The edit that a text in a cell means; none where it cannot be read or edited, or changes nothing. */
function editAt(sheet: Sheet, position: Position, text: string): CellEdit[] {
  const row = sheet.placed[position.row]?.row;
  const column = sheet.columns[position.column - 1];
  if (!row || !column || !sheet.isEditable(row, column)) return [];
  const read = sheet.read(text, column, row);
  if ('error' in read || read.value === (row.values[column.key] ?? null)) return [];
  return [{ rowId: row.id, columnKey: column.key, value: read.value }];
}

/**
 * The edits of a paste: a single text fills the block, anything else is laid out from its top left corner. What cannot
 * be read or edited is left as it is.
 */
export function blockEdits(sheet: Sheet, { from, to }: Block, texts: readonly (readonly string[])[]): CellEdit[] {
  const single = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : undefined;
  const height = single === undefined ? texts.length : to.row - from.row + 1;
  const width = single === undefined ? Math.max(0, ...texts.map((row) => row.length)) : to.column - from.column + 1;
  const edits: CellEdit[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const text = single ?? texts[y]?.[x];
      if (text !== undefined) edits.push(...editAt(sheet, { row: from.row + y, column: from.column + x }, text));
    }
  }
  return edits;
}
