import { CsvError, parse } from 'csv-parse/sync';
import { trimmed } from './normalise.ts';

/** A parsed file: cells by spreadsheet row, the header apart. Blank rows are left out but counted. */
export interface CsvTable {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** `row` is the row a spreadsheet shows: the header is 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A quote that is opened and not closed, or that stands inside an unquoted cell. */
export interface CsvBroken {
  readonly code: 'csv.file.quotes';
  readonly row: number;
}

/** Splits text into rows and cells; the delimiter is the most frequent of comma, semicolon and tab in the header. */
export function parseTable(text: string): CsvTable | CsvBroken {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    const rows = [];
    for (let index = 1; index < records.length; index += 1) {
      const cells = records[index] as string[];
      if (cells.some((cell) => trimmed(cell) !== '')) rows.push({ row: index + 1, cells });
    }
    return { delimiter, header: (records[0] ?? []).map(trimmed), rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: 'csv.file.quotes', row: Number((error as { lines?: number }).lines ?? 1) };
  }
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const line = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => line.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
