import { Unreadable } from '../unreadable.ts';

/** A line that is not blank, with its number in the file. */
export interface Row {
  readonly number: number;
  readonly text: string;
  readonly cells: readonly string[];
}

/** All lines that are not blank. */
export function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trim(), cells: line.trim().split(/\s+/) }))
    .filter((row) => row.text !== '');
}

/** A row that has to be there. */
export function rowAt(rows: readonly Row[], index: number, what: string): Row {
  const row = rows[index];
  if (row === undefined) throw new Unreadable('routes.instance.end', '', what);
  return row;
}

/** The numbers of a row, at least `least` of them. */
export function cellsOf(row: Row, least: number): number[] {
  const numbers = row.cells.map(Number);
  if (numbers.length < least || !numbers.every(Number.isFinite)) throw unreadableRow(row);
  return numbers;
}

/** An error about a row. */
export function unreadableRow(row: Row): Unreadable {
  return new Unreadable('routes.instance.line', `line ${row.number}`, row.text);
}
