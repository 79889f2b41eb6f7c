/** Facts from a table: one row per amount, a column per axis, one for the amount. RFC 4180, comma, semicolon or tab. */
import { fileError } from './file-error.ts';
import type { Fact, Facts } from '../baselines/facts.ts';

/** Facts of a table, and the row of the table that each of them stands in, from 1 for the header. */
export interface TableFacts extends Facts {
  readonly lines: readonly number[];
  /** Whether its header says that it counts something (数量), which is no money. */
  readonly counts: boolean;
}

/** A column that is not an axis. `amountMinor` is in minor units or pieces, `amount` in units with up to two decimals. */
const AMOUNTS = ['amountMinor', 'amount', '金额', '数量'];
const CURRENCIES = ['currency', '币种'];

/**
 * Reads facts. Every other column is an axis, which `axisOf` finds by its heading. An empty amount is null: nobody knows. Throws
 * `allocation.file.csv` and its kinds with the row that a spreadsheet shows.
 */
export function readFactsCsv(text: string, path: string, axisOf = (heading: string): string => heading): TableFacts {
  const table = splitCsv(text, path);
  const header = (table[0] ?? []).map((cell) => axisOf(cell.trim()));
  const amount = header.findIndex((name) => AMOUNTS.includes(name));
  if (amount < 0) throw fileError('allocation.file.csv.columns', header.join(' | ') || '–', `${path}:1`);
  const currency = header.findIndex((name) => CURRENCIES.includes(name));
  const axes = header.filter((_, at) => at !== amount && at !== currency);
  const whole = header[amount] === 'amountMinor' || header[amount] === '数量';
  const lines: number[] = [];
  const rows = table.slice(1).flatMap((cells, index): Fact[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const place = `${path}:${index + 2}`;
    if (cells.length !== header.length) throw fileError('allocation.file.csv.cells', `${cells.length} ≠ ${header.length}`, place);
    const at = Object.fromEntries(
      header.flatMap((name, column) => (axes.includes(name) ? [[name, (cells[column] as string).trim()]] : [])),
    );
    lines.push(index + 2);
    const money = currency < 0 ? {} : { currency: (cells[currency] as string).trim() };
    return [{ at, amount: amountOf((cells[amount] as string).trim(), whole, place), ...money }];
  });
  return { axes, rows, lines, counts: header[amount] === '数量' };
}

/** `1,234.50` as 123450; null for an empty cell. */
function amountOf(text: string, whole: boolean, path: string): number | null {
  if (text === '') return null;
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null || (whole && match[3] !== undefined)) throw fileError('allocation.file.csv.amount', text, path);
  const digits = (match[2] as string).replaceAll(',', '') + (whole ? '' : (match[3] ?? '').padEnd(2, '0'));
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw fileError('allocation.file.csv.amount', text, path);
  return match[1] === '-' && value !== 0 ? -value : value;
}

function splitCsv(text: string, path: string): string[][] {
  const plain = text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(plain);
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const [cell, next] = readCell(plain, at, delimiter, `${path}:${rows.length + 1}`);
    cells.push(cell);
    at = next + 1;
    if (plain[next] === delimiter) {
      // A delimiter at the very end leaves one more empty cell.
      if (at === plain.length) cells.push('');
      continue;
    }
    if (plain[next] === '\r' && plain[at] === '\n') at += 1;
    rows.push(cells);
    cells = [];
  }
  return cells.length > 0 ? [...rows, cells] : rows;
}

/** The cell that begins at a place, and where it ends: at a delimiter, a line end or the end of the text. */
function readCell(text: string, from: number, delimiter: string, place: string): [cell: string, end: number] {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return [text.slice(from, end), end];
  }
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw fileError('allocation.file.csv', '"', place);
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1];
      if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') {
        throw fileError('allocation.file.csv', `"${next}`, place);
      }
      return [cell, quote + 1];
    }
    cell += '"';
    at = quote + 2;
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => header.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
