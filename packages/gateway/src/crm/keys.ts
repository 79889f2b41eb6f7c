import { columnOf, entities } from '@milepost/crm';
import type { EntityDef, FieldDef } from '@milepost/crm';
import { invalid, words } from '../http/problem.ts';
import type { SqlBuilder } from './sql-builder.ts';

/** What a key of a query stands for in SQL. `type` says which values it compares with. */
export interface ResolvedKey {
  readonly sql: string;
  readonly type: FieldDef['type'] | 'period';
  readonly values?: readonly string[];
  /** For periods: the date column and the length. */
  readonly period?: { readonly column: string; readonly unit: PeriodUnit };
}

/** Lengths of a period key. */
export type PeriodUnit = 'year' | 'quarter' | 'month' | 'day';

const periodUnits: readonly PeriodUnit[] = ['year', 'quarter', 'month', 'day'];
const unitKinds = ['company', 'region', 'team'];

/** The field of an entity. @throws ApiProblem at `path`, listing the fields there are. */
export function fieldOf(entity: EntityDef, name: string, path: string): FieldDef {
  const found = entity.fields.find((field) => field.name === name);
  if (!found)
    throw unknownKey(
      name,
      path,
      entity.fields.map((field) => field.name),
    );
  return found;
}

/** Resolves keys of one query; joins are added to the builder once each. */
export class KeyResolver {
  readonly #entity: EntityDef;
  readonly #builder: SqlBuilder;

  constructor(entity: EntityDef, builder: SqlBuilder) {
    this.#entity = entity;
    this.#builder = builder;
  }

  /** A field, a period (`month:orderedOn`), a referenced field (`accountId.tier`) or `unitAt:team`. */
  resolve(key: string, path: string): ResolvedKey {
    const colon = key.indexOf(':');
    if (colon > 0) {
      const prefix = key.slice(0, colon);
      const rest = key.slice(colon + 1);
      if (prefix === 'unitAt') return this.#unitAt(rest, path);
      return this.#period(prefix, rest, path);
    }
    if (key.includes('.')) return this.#referenced(key, path);
    return plain(fieldOf(this.#entity, key, path), 't');
  }

  #period(unit: string, name: string, path: string): ResolvedKey {
    if (!periodUnits.includes(unit as PeriodUnit)) {
      throw unknownKey(unit, path, [...periodUnits.map((item) => `${item}:`), ...unitKinds.map((kind) => `unitAt:${kind}`)]);
    }
    const field = fieldOf(this.#entity, name, path);
    if (field.type !== 'date') {
      const dates = this.#entity.fields.filter((item) => item.type === 'date').map((item) => item.name);
      throw unknownKey(name, path, dates);
    }
    const column = `t."${columnOf(name)}"`;
    const sql = {
      year: `to_char(${column}, 'YYYY')`,
      quarter: `to_char(${column}, 'YYYY"-Q"Q')`,
      month: `to_char(${column}, 'YYYY-MM')`,
      day: `to_char(${column}, 'YYYY-MM-DD')`,
    }[unit as PeriodUnit];
    return { sql, type: 'period', period: { column, unit: unit as PeriodUnit } };
  }

  #referenced(key: string, path: string): ResolvedKey {
    const [refName = '', fieldName = '', ...more] = key.split('.');
    const ref = fieldOf(this.#entity, refName, path);
    if (!ref.ref || more.length > 0) {
      const refs = this.#entity.fields.filter((field) => field.ref).map((field) => `${field.name}.…`);
      throw unknownKey(key, path, refs);
    }
    const target = entities[ref.ref];
    const field = fieldOf(target, fieldName, path);
    const alias = this.#builder.join(
      `ref:${refName}`,
      (name) => `LEFT JOIN ${target.table} ${name} ON ${name}.tenant_id = t.tenant_id AND ${name}.id = t."${columnOf(refName)}"`,
    );
    return plain(field, alias);
  }

  #unitAt(kind: string, path: string): ResolvedKey {
    if (!unitKinds.includes(kind))
      throw unknownKey(
        `unitAt:${kind}`,
        path,
        unitKinds.map((item) => `unitAt:${item}`),
      );
    if (!this.#entity.fields.some((field) => field.name === 'unitId')) {
      throw unknownKey(
        `unitAt:${kind}`,
        path,
        this.#entity.fields.map((field) => field.name),
      );
    }
    // The nearest unit of the kind at or above the row's own, by the path it had.
    const alias = this.#builder.join(
      `unitAt:${kind}`,
      (name) =>
        `LEFT JOIN (SELECT DISTINCT ON (u.id) u.id, a.id AS up FROM crm_unit u JOIN crm_unit a` +
        ` ON a.tenant_id = u.tenant_id AND a.kind = '${kind}' AND starts_with(u.path, a.path)` +
        ` ORDER BY u.id, length(a.path) DESC) ${name} ON ${name}.id = t.unit_id`,
    );
    return { sql: `${alias}.up`, type: 'ref' };
  }
}

function plain(field: FieldDef, alias: string): ResolvedKey {
  return { sql: columnSql(field, alias), type: field.type, values: field.values };
}

/** A column as the person may see it: personal fields are null outside their branch, also in filters and groups. */
export function columnSql(field: FieldDef, alias: string): string {
  const column = `${alias}."${columnOf(field.name)}"`;
  if (!field.personal) return column;
  return `CASE WHEN (SELECT mp_sees_all()) OR ${alias}.id = ANY ((SELECT mp_people())::text[]) THEN ${column} END`;
}

function unknownKey(name: string, path: string, allowed: readonly string[]): Error {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const list = allowed.join(', ');
  return invalid(path, 'field', words(`没有字段“${shown}”。可用：${list}`, `There is no field "${shown}". Allowed: ${list}`));
}
