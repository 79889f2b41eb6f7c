import { prepared } from '../database/prepared.ts';
import type { Filter } from '@milepost/crm';
import type { Page } from '@milepost/crm';
import type { RecordOf, RecordQuery } from '@milepost/sdk/host';
import { after } from '../crm/list.ts';
import { likePattern, SqlBuilder } from '../crm/sql-builder.ts';
import { checkValue, sqlTypeOf, wrong } from '../crm/values.ts';
import { ApiProblem, invalid, words } from '../http/problem.ts';
import type { OpenCollection } from './plugin-source.ts';
import type { RequestTx } from './request-tx.ts';
import { recordColumns, shown } from './row.ts';
import type { StoredRecord } from './row.ts';

/** Members of the record itself; a field of the value with the same name is not reachable by queries. */
const ownFields = {
  id: { column: 't.id', type: 'text' },
  ownerId: { column: 't.owner_id', type: 'text' },
  unitId: { column: 't.unit_id', type: 'text' },
  accountId: { column: 't.account_id', type: 'text' },
  updatedBy: { column: 't.updated_by', type: 'text' },
  createdAt: { column: 't.created_at', type: 'instant' },
  updatedAt: { column: 't.updated_at', type: 'instant' },
  revision: { column: 't.revision', type: 'integer' },
} as const;

type OwnField = keyof typeof ownFields;
const comparisons = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** One page of a collection; deleted records are left out. */
export async function listRecords(
  tx: RequestTx,
  collection: OpenCollection,
  query: RecordQuery,
): Promise<Page<RecordOf<unknown>>> {
  const builder = new SqlBuilder();
  const where = [
    `t.tenant_id = ${builder.param(tx.actor.tenantId)} AND t.plugin_id = ${builder.param(collection.pluginId)}`,
    `t.collection = ${builder.param(collection.def.name)} AND NOT t.deleted`,
    ...(query.where ?? []).map((filter, index) => condition(filter, collection, builder, `where.${index}`)),
  ];
  const descending = query.sort?.startsWith('-') ?? false;
  const sort = sortOf(query.sort?.replace(/^-/, '') ?? 'id', collection, builder);
  const { tenantId, personId } = tx.actor;
  const binding = [tenantId, personId, collection.pluginId, collection.def.name, query.where ?? [], query.sort ?? 'id'];
  if (query.cursor) where.push(after(tx.cursors.read(query.cursor, binding), sort.sql, sort.type, descending, builder));
  const limit = query.limit ?? 100;
  const { rows } = await tx.sql.query<StoredRecord & { '::sort': string | null }>(
    `SELECT ${recordColumns}, (${sort.sql})::text AS "::sort" FROM record t WHERE ${where.join(' AND ')}
     ORDER BY ${sort.sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST, t.id LIMIT ${limit + 1}`,
    builder.params,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ '::sort': _, ...row }) => shown(row)),
    next: last ? tx.cursors.write({ value: last['::sort'], id: last.id }, binding) : null,
  };
}

/** One record, or null when it is not there, deleted, or not this person's to see. */
export async function getRecord(tx: RequestTx, collection: OpenCollection, id: string): Promise<RecordOf<unknown> | null> {
  const row = (await readStored(tx, collection, [id])).get(id);
  return row && !row.deleted ? shown(row) : null;
}

/** Every revision of a record the person sees now, newest first; also of deleted records. */
export async function recordHistory(
  tx: RequestTx,
  collection: OpenCollection,
  id: string,
): Promise<readonly RecordOf<unknown>[]> {
  const { rows } = await tx.sql.query<StoredRecord>(
    `SELECT ${recordColumns} FROM record_history t
     WHERE t.tenant_id = $1 AND t.plugin_id = $2 AND t.collection = $3 AND t.id = $4 ORDER BY t.revision DESC`,
    [tx.actor.tenantId, collection.pluginId, collection.def.name, id],
  );
  if (rows.length === 0) throw new ApiProblem('record.not-found');
  return rows.map(shown);
}

/** Rows by id, deleted ones too, as far as the person sees them. */
export async function readStored(
  tx: RequestTx,
  collection: OpenCollection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const { rows } = await tx.sql.query<StoredRecord>(
    prepared(
      `SELECT ${recordColumns} FROM record t
     WHERE t.tenant_id = $1 AND t.plugin_id = $2 AND t.collection = $3 AND t.id = ANY ($4)`,
      [tx.actor.tenantId, collection.pluginId, collection.def.name, ids],
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function isOwn(name: string): name is OwnField {
  return Object.hasOwn(ownFields, name);
}

function condition(filter: Filter, collection: OpenCollection, builder: SqlBuilder, at: string): string {
  return isOwn(filter.field)
    ? ownCondition(filter, ownFields[filter.field], builder, at)
    : valueCondition(filter, memberSql(filter.field, collection, builder, `${at}.field`), builder, at);
}

function ownCondition(filter: Filter, own: (typeof ownFields)[OwnField], builder: SqlBuilder, at: string): string {
  const cast = sqlTypeOf[own.type];
  const value = (given: unknown, path: string): string => builder.param(checkValue(given, own.type, path));
  if (filter.op === 'isNull') return `${own.column} IS ${filter.value ? '' : 'NOT '}NULL`;
  if (filter.op === 'in') {
    const values = filter.value.map((item, index) => checkValue(item, own.type, `${at}.value.${index}`));
    return `${own.column} = ANY (${builder.param(values)}::${cast}[])`;
  }
  if (filter.op === 'contains') {
    if (own.type !== 'text') throw wrong(`${at}.op`, '可用于此字段的比较', 'a comparison that goes with this field');
    return `${own.column} ILIKE ${builder.param(likePattern(String(checkValue(filter.value, 'text', `${at}.value`))))}`;
  }
  if (filter.op === 'ne') return `${own.column} IS DISTINCT FROM ${value(filter.value, `${at}.value`)}::${cast}`;
  return `${own.column} ${comparisons[filter.op]} ${value(filter.value, `${at}.value`)}::${cast}`;
}

/** Compares JSON with JSON of the same type: a text is never less than a number, and no cast can fail. */
function valueCondition(filter: Filter, member: string, builder: SqlBuilder, at: string): string {
  const json = (given: unknown, path: string): string => {
    const checked = typeof given === 'string' ? checkValue(given, 'text', path) : given;
    return `${builder.param(JSON.stringify(checked))}::jsonb`;
  };
  if (filter.op === 'isNull') {
    return filter.value ? `coalesce(${member}, 'null') = 'null'` : `coalesce(${member}, 'null') <> 'null'`;
  }
  if (filter.op === 'in') {
    const list = filter.value.map((item, index) => json(item, `${at}.value.${index}`));
    // The member stays in the statement, because its parameter does.
    return list.length === 0 ? `(${member} IS NULL AND false)` : `${member} IN (${list.join(', ')})`;
  }
  if (filter.op === 'contains') {
    const pattern = likePattern(String(checkValue(filter.value, 'text', `${at}.value`)));
    return `(jsonb_typeof(${member}) = 'string' AND (${member} #>> '{}') ILIKE ${builder.param(pattern)})`;
  }
  const value = json(filter.value, `${at}.value`);
  if (filter.op === 'eq') return `${member} = ${value}`;
  if (filter.op === 'ne') return `${member} IS DISTINCT FROM ${value}`;
  return `(jsonb_typeof(${member}) = jsonb_typeof(${value}) AND ${member} ${comparisons[filter.op]} ${value})`;
}

function memberSql(name: string, collection: OpenCollection, builder: SqlBuilder, path: string): string {
  if (collection.fieldNames && !collection.fieldNames.includes(name)) {
    const list = [...Object.keys(ownFields), ...collection.fieldNames].join(', ');
    throw invalid(path, 'field', words(`没有这个字段。可用：${list}`, `There is no such field. Allowed: ${list}`));
  }
  checkValue(name, 'text', path);
  return `(t.value -> ${builder.param(name)}::text)`;
}

function sortOf(name: string, collection: OpenCollection, builder: SqlBuilder): { sql: string; type: string } {
  if (isOwn(name)) return { sql: ownFields[name].column, type: sqlTypeOf[ownFields[name].type] };
  return { sql: memberSql(name, collection, builder, 'sort'), type: 'jsonb' };
}
