import { columnOf, entities } from '@milepost/crm';
import type { EntityName, ListQuery, MirrorRow, Page } from '@milepost/crm';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../database/database.ts';
import { invalid, words } from '../http/problem.ts';
import type { CursorSigner, Position } from './cursor.ts';
import { filtersSql } from './filters.ts';
import { columnSql, fieldOf, KeyResolver } from './keys.ts';
import { SqlBuilder } from './sql-builder.ts';
import { sqlTypeOf } from './values.ts';

/** What a list needs beside its query. */
export interface ListContext {
  readonly sql: Sql;
  readonly actor: Actor;
  readonly cursors: CursorSigner;
}

const defaultLimit = 100;

/** One page of an entity, in the order of `sort` and then id; rows without a sort value come last. */
export async function listRows(entityName: EntityName, query: ListQuery, context: ListContext): Promise<Page<MirrorRow>> {
  const entity = entities[entityName];
  const builder = new SqlBuilder();
  const keys = new KeyResolver(entity, builder);
  const descending = query.sort?.startsWith('-') ?? false;
  const sortField = fieldOf(entity, query.sort?.replace(/^-/, '') ?? 'id', 'sort');
  if (sortField.type === 'json') {
    throw invalid('sort', 'field', words('不能按结构化字段排序', 'a structured field has no order'));
  }
  const wanted = new Set(['id', ...(query.fields ?? entity.fields.map(({ name }) => name))]);
  const columns = [...wanted].map((name, index) => {
    const field = fieldOf(entity, name, `fields.${index - 1}`);
    return `${columnSql(field, 't')} AS "${name}"`;
  });
  const where = [filtersSql(query.where ?? [], keys, builder)];
  const sort = columnSql(sortField, 't');
  const binding = [context.actor.tenantId, context.actor.personId, entityName, query.where ?? [], query.sort ?? 'id'];
  if (query.cursor) {
    where.push(after(context.cursors.read(query.cursor, binding), sort, sqlTypeOf[sortField.type], descending, builder));
  }
  const limit = query.limit ?? defaultLimit;
  const { rows } = await context.sql.query<Record<string, unknown>>(
    `SELECT ${columns.join(', ')}, ${sort}::text AS "::sort" FROM ${entity.table} t ${builder.joins}
     WHERE ${where.join(' AND ')}
     ORDER BY ${sort} ${descending ? 'DESC' : 'ASC'} NULLS LAST, t.id LIMIT ${limit + 1}`,
    builder.params,
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next = last ? context.cursors.write({ value: last['::sort'], id: String(last['id']) }, binding) : null;
  for (const item of items) delete item['::sort'];
  return { items, next };
}

/** Rows after a position: later values, the same value with a later id, then rows without a value. */
export function after(last: Position, sort: string, type: string, descending: boolean, builder: SqlBuilder): string {
  const id = builder.param(last.id);
  if (last.value === null) return `(${sort} IS NULL AND t.id > ${id})`;
  const value = `${builder.param(last.value)}::text::${type}`;
  return `(${sort} ${descending ? '<' : '>'} ${value} OR (${sort} = ${value} AND t.id > ${id}) OR ${sort} IS NULL)`;
}

/** One row with all its fields, or null. */
export async function getRow(entityName: EntityName, id: string, sql: Sql): Promise<MirrorRow | null> {
  const entity = entities[entityName];
  const columns = entity.fields.map((field) => `${columnSql(field, 't')} AS "${field.name}"`);
  const { rows } = await sql.query<Record<string, unknown>>(
    `SELECT ${columns.join(', ')} FROM ${entity.table} t WHERE t.${columnOf('id')} = $1`,
    [id],
  );
  return rows[0] ?? null;
}
