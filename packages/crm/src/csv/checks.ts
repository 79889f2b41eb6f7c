import type { EntityName } from '../field.ts';
import type { MirrorLookup } from '../sink.ts';
import type { Problems } from './problems.ts';
import type { ReadFile, ReadRow } from './read-file.ts';

/** What the checks across rows work on. */
export interface CheckContext {
  readonly files: ReadonlyMap<EntityName, ReadFile>;
  /** Per file, its rows by id. */
  readonly ids: ReadonlyMap<EntityName, ReadonlyMap<string, ReadRow>>;
  readonly lookup: MirrorLookup;
  readonly errors: Problems;
}

/** A row's text value, or null. */
export function textOf(row: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = row[field];
  return typeof value === 'string' ? value : null;
}

/** A row's number, or null. */
export function numberOf(row: Readonly<Record<string, unknown>>, field: string): number | null {
  const value = row[field];
  return typeof value === 'number' ? value : null;
}

/** 分 as yuan with two decimals, for messages. */
export function yuan(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reports a problem of a row's field. */
export function report(
  context: CheckContext,
  entity: EntityName,
  row: ReadRow,
  field: string,
  code: Parameters<Problems['add']>[0],
  blanks: Parameters<Problems['add']>[2] = {},
): void {
  const file = context.files.get(entity) as ReadFile;
  const value = row.values[field];
  context.errors.add(
    code,
    {
      file: file.name,
      row: row.row,
      column: file.heading(field),
      ...(value === undefined || value === null ? {} : { value: field.endsWith('Minor') ? yuan(Number(value)) : shown(value) }),
    },
    blanks,
  );
}

/** Rows of the mirror that the files do not replace, by `field`. */
export async function keptRows(
  context: CheckContext,
  entity: EntityName,
  field: string,
  values: Iterable<string>,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const wanted = [...new Set(values)];
  if (wanted.length === 0) return [];
  const rows = await context.lookup.rowsBy(entity, field, wanted);
  const replaced = context.ids.get(entity);
  return replaced === undefined ? rows : rows.filter((row) => !replaced.has(String(row['id'])));
}

/** A value as the person wrote it, near enough to find it again. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
