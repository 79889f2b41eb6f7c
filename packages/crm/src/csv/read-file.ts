import { entities } from '../entities/index.ts';
import type { EntityName, FieldDef } from '../field.ts';
import { columnDefaults, columnsOf, entityOfFile, enumLabel, fieldOfHeader, headerOf } from './columns.ts';
import { decodeCsv } from './decode.ts';
import type { Encoding } from './decode.ts';
import { trimmed } from './normalise.ts';
import type { Problems } from './problems.ts';
import { parseTable } from './table.ts';
import type { CsvTable } from './table.ts';
import { parseCell } from './value.ts';
import { fileNames } from './words.ts';

/** A row with the spreadsheet row it came from. `values` holds only the fields the file has columns for, and defaults. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a file held. */
export interface ReadFile {
  readonly name: string;
  readonly entity: EntityName;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly rows: readonly ReadRow[];
  /** How the file heads the column of a field. */
  heading(fieldName: string): string;
}

/** What the reader needs to know of the company. */
export interface ReadOptions {
  /** ISO 4217, for rows without a currency. */
  readonly currency: string;
  /** IANA zone of local times. */
  readonly timeZone: string;
}

interface Column {
  readonly index: number;
  readonly field: FieldDef;
  readonly header: string;
}

/** Reads one file cell by cell. Null when not even its rows can be told apart; problems say why. */
export function readFile(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
  errors: Problems,
  warnings: Problems,
): ReadFile | null {
  const entity = entityOfFile(name);
  if (!entity) {
    const names = Object.values(fileNames).map(([english, chinese]) => `${english}.csv（${chinese}.csv）`);
    errors.add('csv.file.unknown', { file: name }, { names: names.join(' ') });
    return null;
  }
  const decoded = decodeCsv(bytes);
  if ('code' in decoded) return refuse(errors, decoded.code, name);
  const table = parseTable(decoded.text);
  if ('code' in table) return refuse(errors, table.code, name, table.row);
  if (table.header.every((cell) => cell === '')) return refuse(errors, 'csv.file.empty', name);
  const columns = columnsIn(entity, name, table, errors, warnings);
  const rows = new RowReader(entity, name, columns, options, errors).read(table);
  const headings = new Map(columns.map((column) => [column.field.name, column.header]));
  const label = (field: string): string => entities[entity].fields.find((def) => def.name === field)?.label['zh-CN'] ?? field;
  return {
    name,
    entity,
    encoding: decoded.encoding,
    delimiter: table.delimiter,
    rows,
    heading: (field) => headings.get(field) ?? label(field),
  };
}

function refuse(errors: Problems, code: Parameters<Problems['add']>[0], file: string, row?: number): null {
  errors.add(code, row === undefined ? { file } : { file, row });
  return null;
}

function columnsIn(entity: EntityName, file: string, table: CsvTable, errors: Problems, warnings: Problems): Column[] {
  const columns: Column[] = [];
  for (const [index, header] of table.header.entries()) {
    if (header === '') continue;
    const field = fieldOfHeader(entity, header);
    if (!field) warnings.add('csv.column.unknown', { file, row: 1, column: header });
    else if (columns.some((column) => column.field === field)) errors.add('csv.column.twice', { file, row: 1, column: header });
    else columns.push({ index, field, header });
  }
  for (const field of columnsOf(entity)) {
    if (!field.required || field.name in columnDefaults || columns.some((column) => column.field === field)) continue;
    errors.add('csv.column.missing', { file, row: 1, column: headerOf(field, 'zh-CN') });
  }
  return columns;
}

class RowReader {
  private readonly defaults: readonly (readonly [string, unknown])[];
  private readonly entity: EntityName;
  private readonly file: string;
  private readonly columns: readonly Column[];
  private readonly options: ReadOptions;
  private readonly errors: Problems;

  constructor(entity: EntityName, file: string, columns: readonly Column[], options: ReadOptions, errors: Problems) {
    this.entity = entity;
    this.file = file;
    this.columns = columns;
    this.options = options;
    this.errors = errors;
    this.defaults = columnsOf(entity)
      .filter((field) => field.required && field.name in columnDefaults)
      .map((field) => {
        const value = columnDefaults[field.name];
        return [field.name, value === 'tenant-currency' ? options.currency : value];
      });
  }

  read(table: CsvTable): ReadRow[] {
    return table.rows.map(({ row, cells }) => {
      if (cells.slice(table.header.length).some((cell) => trimmed(cell) !== '')) {
        this.errors.add('csv.row.cells', { file: this.file, row });
      }
      return { row, values: this.values(row, cells) };
    });
  }

  private values(row: number, cells: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = Object.fromEntries(this.defaults);
    for (const column of this.columns) {
      const text = cells[column.index] ?? '';
      const value = this.value(row, column, text);
      if (value !== undefined) values[column.field.name] = value;
    }
    return values;
  }

  private value(row: number, { field, header }: Column, text: string): unknown {
    const place = { file: this.file, row, column: header, value: text };
    if (text === '' || trimmed(text) === '') {
      if (!field.required) return null;
      if (!(field.name in columnDefaults)) this.errors.add('csv.value.required', place);
      return undefined;
    }
    const result = parseCell(this.entity, field, text, this.options.timeZone);
    if ('value' in result) return result.value;
    const words = (locale: 'zh-CN' | 'en'): string =>
      (field.values ?? []).map((value) => enumLabel(this.entity, field, value, locale)).join(locale === 'en' ? ', ' : '、');
    this.errors.add(result.code, place, { values: { 'zh-CN': words('zh-CN'), en: words('en') } });
    return undefined;
  }
}
