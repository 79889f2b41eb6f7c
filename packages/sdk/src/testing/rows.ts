import { entities } from '@milepost/crm';
import { ApiError } from '../host/errors.ts';
import type { EntityName, Filter, ListQuery, Page } from '@milepost/crm';

/** Rows by entity, as a test gives them. */
export type RowsByEntity = Readonly<Partial<Record<EntityName, readonly object[]>>>;

/** Reads the value of a key of a row: a field, a field of a referenced row, a period or a unit at a level. */
export type KeyReader = (row: object, key: string) => unknown;

const periods: Readonly<Record<string, (day: string) => string>> = {
  day: (day) => day.slice(0, 10),
  month: (day) => day.slice(0, 7),
  quarter: (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  year: (day) => day.slice(0, 4),
};

/** The field of an object, undefined when there is none. */
export function fieldOf(row: object, name: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[name];
}

/** Follows the keys of `AggregateQuery` over fixtures. */
export function keyReader(entity: EntityName, rows: RowsByEntity): KeyReader {
  return (row, key) => {
    const [kind = '', rest] = key.split(':', 2);
    if (rest !== undefined && kind === 'unitAt') return unitAt(fieldOf(row, 'unitId'), rest, rows.units ?? []);
    const period = periods[kind];
    if (rest !== undefined && period) {
      const day = fieldOf(row, rest);
      return typeof day === 'string' ? period(day) : null;
    }
    const [own = '', ...path] = key.split('.');
    if (path.length === 0) return fieldOf(row, key) ?? null;
    const ref = entities[entity].fields.find((field) => field.name === own)?.ref;
    const target = ref && (rows[ref] ?? []).find((candidate) => fieldOf(candidate, 'id') === fieldOf(row, own));
    return ref && target ? keyReader(ref, rows)(target, path.join('.')) : null;
  };
}

function unitAt(unitId: unknown, level: string, units: readonly object[]): unknown {
  let unit = units.find((candidate) => fieldOf(candidate, 'id') === unitId);
  while (unit && fieldOf(unit, 'kind') !== level) {
    const parent: unknown = fieldOf(unit, 'parentId');
    unit = units.find((candidate) => fieldOf(candidate, 'id') === parent);
  }
  return unit ? fieldOf(unit, 'id') : null;
}

/** Whether a row meets all filters. A null value meets only `isNull` and `ne`. */
export function meets(row: object, where: readonly Filter[], read: KeyReader): boolean {
  return where.every((filter) => meetsOne(read(row, filter.field) ?? null, filter));
}

function meetsOne(value: unknown, filter: Filter): boolean {
  if (filter.op === 'isNull') return (value === null) === filter.value;
  if (filter.op === 'ne') return value !== filter.value;
  if (value === null) return false;
  if (filter.op === 'in') return (filter.value as readonly unknown[]).includes(value);
  if (filter.op === 'contains') return textOf(value).toLowerCase().includes(filter.value.toLowerCase());
  const order = compareValues(value, filter.value);
  return { eq: order === 0, lt: order < 0, lte: order <= 0, gt: order > 0, gte: order >= 0 }[filter.op];
}

/** Numbers by size, texts by code point, null last. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** All rows of a query, as `listAll` answers them. @throws ApiError `read.too-many` */
export function allOf<T extends object>(
  rows: readonly T[],
  { max = 10_000, ...query }: ListQuery & { readonly max?: number },
  read: KeyReader,
): readonly T[] {
  const { items, next } = pageOf(rows, { ...query, limit: max }, read);
  if (next === null) return items;
  throw new ApiError({
    status: 400,
    code: 'read.too-many',
    message: `There are more than ${max} records; none were read.`,
    remedy: 'Narrow the scope, or raise max in the query.',
  });
}

/** Filters, sorts and cuts as the gateway does; the cursor is the position. */
export function pageOf<T extends object>(rows: readonly T[], query: ListQuery, read: KeyReader): Page<T> {
  const sort = query.sort ?? 'id';
  const [key, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const fitting = rows
    .filter((row) => meets(row, query.where ?? [], read))
    .sort((a, b) => sign * compareValues(read(a, key), read(b, key)) || compareValues(fieldOf(a, 'id'), fieldOf(b, 'id')));
  const from = Number(query.cursor ?? 0);
  const to = from + (query.limit ?? 100);
  return { items: fitting.slice(from, to), next: to < fitting.length ? String(to) : null };
}
