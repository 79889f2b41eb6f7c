import { entities } from '@milepost/crm';
import type { AggregateQuery, AggregateRow, Measure } from '@milepost/crm';
import type { Sql } from '../database/database.ts';
import { ApiProblem, invalid, words } from '../http/problem.ts';
import { filtersSql } from './filters.ts';
import { KeyResolver } from './keys.ts';
import type { ResolvedKey } from './keys.ts';
import { SqlBuilder } from './sql-builder.ts';

const maxGroups = 10_000;
const numeric = new Set(['money', 'integer', 'number']);
const ordered = new Set([...numeric, 'date', 'instant', 'period']);

/** Groups and measures over the rows the person sees, ordered by the group keys. */
export async function aggregateRows(query: AggregateQuery, sql: Sql): Promise<readonly AggregateRow[]> {
  const builder = new SqlBuilder();
  const keys = new KeyResolver(entities[query.entity], builder);
  const groupBy = query.groupBy ?? [];
  const names = new Set(groupBy);
  if (names.size !== groupBy.length) throw invalid('groupBy', 'duplicate', words('分组重复', 'a key stands twice'));
  const groups = groupBy.map((key, index) => groupSql(keys.resolve(key, `groupBy.${index}`), `groupBy.${index}`));
  const measures = query.measures.map((measure, index) => {
    if (names.has(measure.name)) {
      throw invalid(`measures.${index}.name`, 'duplicate', words('名称重复', 'the name stands twice'));
    }
    names.add(measure.name);
    return measureSql(measure, keys, `measures.${index}.field`);
  });
  const where = filtersSql(query.where ?? [], keys, builder);
  const limit = query.limit ?? maxGroups;
  const ordinals = groups.map((_, index) => index + 1).join(', ');
  const { rows } = await sql.query<unknown[]>({
    text: `SELECT ${[...groups, ...measures].join(', ')} FROM ${entities[query.entity].table} t ${builder.joins}
      WHERE ${where} ${groups.length > 0 ? `GROUP BY ${ordinals} ORDER BY ${ordinals}` : ''} LIMIT ${limit + 1}`,
    values: builder.params,
    rowMode: 'array',
  });
  if (rows.length > limit) {
    throw new ApiProblem('aggregate.too-many-groups', {
      detail: words(`超过 ${limit} 组。`, `There are more than ${limit} groups.`),
    });
  }
  const columns = [...groupBy, ...query.measures.map((measure) => measure.name)];
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])) as AggregateRow);
}

function groupSql(key: ResolvedKey, path: string): string {
  if (key.type === 'json') throw invalid(path, 'field', words('不能按结构化字段分组', 'a structured field forms no groups'));
  return key.sql;
}

function measureSql(measure: Measure, keys: KeyResolver, path: string): string {
  if (measure.op === 'count') return 'count(*)';
  const key = keys.resolve(measure.field, path);
  const fits =
    measure.op === 'countDistinct'
      ? key.type !== 'json'
      : (measure.op === 'sum' || measure.op === 'avg' ? numeric : ordered).has(key.type);
  if (!fits) {
    throw invalid(path, 'field', words(`“${measure.op}”不能用于此字段`, `"${measure.op}" does not go with this field`));
  }
  if (measure.op === 'countDistinct') return `count(DISTINCT ${key.sql})`;
  if (measure.op === 'avg') return `avg(${key.sql})::double precision`;
  return `${measure.op}(${key.sql})`;
}
