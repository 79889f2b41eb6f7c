import type { Block, Position } from './types.ts';

/** How far the keys may go. */
export interface Bounds {
  rows: number;
  /** The tree column included. */
  columns: number;
  /** Rows that a page key moves by. */
  page: number;
}

/** Where a key leads from a cell; undefined for keys that do not move. */
export function move(key: string, from: Position, bounds: Bounds, farthest: boolean): Position | undefined {
  const [lastRow, lastColumn] = [bounds.rows - 1, bounds.columns - 1];
  const targets: Record<string, Position> = {
    ArrowUp: { row: farthest ? 0 : from.row - 1, column: from.column },
    ArrowDown: { row: farthest ? lastRow : from.row + 1, column: from.column },
    ArrowLeft: { row: from.row, column: farthest ? 0 : from.column - 1 },
    ArrowRight: { row: from.row, column: farthest ? lastColumn : from.column + 1 },
    Home: { row: farthest ? 0 : from.row, column: 0 },
    End: { row: farthest ? lastRow : from.row, column: lastColumn },
    PageUp: { row: from.row - bounds.page, column: from.column },
    PageDown: { row: from.row + bounds.page, column: from.column },
  };
  const target = targets[key];
  if (!target) return undefined;
  const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value));
  return { row: clamp(target.row, lastRow), column: clamp(target.column, lastColumn) };
}

/** The cell after a committed edit: Enter goes down, Tab to the right, with Shift the other way. */
export function afterCommit(key: string, back: boolean, from: Position, bounds: Pick<Bounds, 'rows' | 'columns'>): Position {
  const step = back ? -1 : 1;
  const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value));
  return {
    row: clamp(from.row + (key === 'Enter' ? step : 0), bounds.rows - 1),
    column: clamp(from.column + (key === 'Enter' ? 0 : step), bounds.columns - 1),
  };
}

/** What a key wants from the active cell: to empty the block, to open the editor, or to write into it. */
export function keyWish(event: KeyboardEvent, command: boolean): 'clear' | 'edit' | 'type' | undefined {
  if (event.key === 'Delete' || event.key === 'Backspace') return 'clear';
  if (event.key === 'Enter' || event.key === 'F2') return 'edit';
  const writes = (event.key.length === 1 || event.key === 'Process') && event.key !== ' ';
  return writes && !command && !event.altKey ? 'type' : undefined;
}

/** Whether two positions are one cell. */
export function isSame(a: Position, b: Position): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The block between two corners, top left first. */
export function blockBetween(a: Position, b: Position): Block {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** Whether a cell lies in a block. */
export function inBlock(block: Block, row: number, column: number): boolean {
  return row >= block.from.row && row <= block.to.row && column >= block.from.column && column <= block.to.column;
}

/** Scrolls a row clear of the sticky header and the totals that cover what is under them; heights in CSS pixels. */
export function scrollClear(scroller: Element, row: number, rowHeight: number, hasTotals: boolean): void {
  const top = row * rowHeight;
  // The row itself and the header stand above the edge, and the totals if there are any.
  const bottom = top + (hasTotals ? 3 : 2) * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
