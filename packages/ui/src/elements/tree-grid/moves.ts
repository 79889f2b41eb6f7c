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

/** The block between two corners, top left first. */
export function blockBetween(a: Position, b: Position): Block {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** Whether a cell lies in a block. */
export function inBlock(block: Block, row: number, column: number): boolean {
  return (
    row >= block.from.row && row <= block.to.row && column >= block.from.column && column <= block.to.column
  );
}

/** Scrolls a row clear of the sticky header and the totals that cover what is under them; heights in CSS pixels. */
export function scrollClear(scroller: Element, row: number, rowHeight: number, hasTotals: boolean): void {
  const top = row * rowHeight;
  // The row itself and the header stand above the edge, and the totals if there are any.
  const bottom = top + (hasTotals ? 3 : 2) * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = bottom - scroller.clientHeight;
}
