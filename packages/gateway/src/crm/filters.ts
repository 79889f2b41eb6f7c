import type { Filter } from '@milepost/crm';
import { invalid, words } from '../http/problem.ts';
import type { KeyResolver, ResolvedKey } from './keys.ts';
import { daysOf } from './periods.ts';
import { likePattern } from './sql-builder.ts';
import type { SqlBuilder } from './sql-builder.ts';
import { checkValue, sqlTypeOf, wrong } from './values.ts';

const comparisons = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** Conditions of a query as SQL, joined by AND; `true` where there are none. Paths of errors start with `path`. */
export function filtersSql(filters: readonly Filter[], keys: KeyResolver, builder: SqlBuilder, path = 'where'): string {
  const parts = filters.map((filter, index) => {
    const at = `${path}.${index}`;
    return condition(filter, keys.resolve(filter.field, `${at}.field`), builder, at);
  });
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

function condition(filter: Filter, key: ResolvedKey, builder: SqlBuilder, at: string): string {
  if (filter.op === 'isNull') return `${key.sql} IS ${filter.value ? '' : 'NOT '}NULL`;
  if (key.period) return periodCondition(filter, key.period, builder, at);
  const type = key.type as keyof typeof sqlTypeOf;
  const cast = sqlTypeOf[type];
  if (filter.op === 'contains') {
    if (cast !== 'text') throw wrongOp(at, 'contains');
    const text = String(checkValue(filter.value, 'text', `${at}.value`));
    return `${key.sql} ILIKE ${builder.param(likePattern(text))}`;
  }
  if (filter.op === 'in') {
    const values = filter.value.map((value, index) => checkValue(value, type, `${at}.value.${index}`, key.values));
    return `${key.sql} = ANY (${builder.param(values)}::${cast}[])`;
  }
  if (type === 'boolean' && filter.op !== 'eq' && filter.op !== 'ne') throw wrongOp(at, filter.op);
  const value = checkValue(filter.value, type, `${at}.value`, key.values);
  // A row without a value differs from every value.
  if (filter.op === 'ne') return `${key.sql} IS DISTINCT FROM ${builder.param(value)}::${cast}`;
  return `${key.sql} ${comparisons[filter.op]} ${builder.param(value)}::${cast}`;
}

/** Periods become ranges of days, so that an index on the day serves them. */
function periodCondition(
  filter: Filter,
  { column, unit }: NonNullable<ResolvedKey['period']>,
  builder: SqlBuilder,
  at: string,
): string {
  const days = (value: unknown, path: string): { from: string; to: string } => {
    const found = typeof value === 'string' ? daysOf(unit, value) : undefined;
    const shape = { year: 'YYYY', quarter: 'YYYY-Qn', month: 'YYYY-MM', day: 'YYYY-MM-DD' }[unit];
    if (!found) throw wrong(path, `期间 ${shape}`, `a period ${shape}`);
    return found;
  };
  const date = (text: string): string => `${builder.param(text)}::date`;
  const within = (range: { from: string; to: string }): string =>
    `(${column} >= ${date(range.from)} AND ${column} < ${date(range.to)})`;
  if (filter.op === 'in') {
    if (filter.value.length === 0) return 'false';
    return `(${filter.value.map((value, index) => within(days(value, `${at}.value.${index}`))).join(' OR ')})`;
  }
  if (filter.op === 'contains') throw wrongOp(at, filter.op);
  const range = days(filter.value, `${at}.value`);
  switch (filter.op) {
    case 'eq':
      return within(range);
    case 'ne':
      return `(${within(range)} IS NOT TRUE)`;
    case 'lt':
      return `${column} < ${date(range.from)}`;
    case 'lte':
      return `${column} < ${date(range.to)}`;
    case 'gt':
      return `${column} >= ${date(range.to)}`;
    default:
      return `${column} >= ${date(range.from)}`;
  }
}

function wrongOp(at: string, op: string): Error {
  return invalid(`${at}.op`, 'op', words(`“${op}”不能用于此字段`, `"${op}" does not go with this field`));
}
