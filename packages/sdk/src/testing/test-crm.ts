import type { AggregateQuery, AggregateRow, EntityName, EntityRows, ListQuery, Measure } from '@milepost/crm';
import type { CrmApi, Organisation } from '../host/types.ts';
import { allOf, compareValues, fieldOf, keyReader, meets, pageOf } from './rows.ts';
import type { RowsByEntity } from './rows.ts';

/** What the mirror holds in a test. Rows may leave out the fields the test does not look at. */
export type CrmFixtures = {
  readonly [E in EntityName]?: readonly Partial<EntityRows[E]>[];
} & {
  /** Answers `aggregate` instead of summing the rows; null falls back to summing. */
  readonly aggregate?: (query: AggregateQuery) => readonly AggregateRow[] | null;
  readonly organisation?: Organisation;
};

/** The mirror over fixtures. `before` runs ahead of each call: to record it, to delay it, to fail it. */
export function testCrm(fixtures: CrmFixtures, today: string, before: (call: string) => Promise<void>): CrmApi {
  const rows: RowsByEntity = fixtures;
  const of = (entity: EntityName): readonly object[] => rows[entity] ?? [];
  const page = (entity: EntityName, query: ListQuery) => pageOf(of(entity), query, keyReader(entity, rows));
  return {
    async list(entity, query = {}, signal) {
      await before('crm.list');
      signal?.throwIfAborted();
      return page(entity, query) as never;
    },
    async listAll(entity, query = {}, signal) {
      await before('crm.listAll');
      signal?.throwIfAborted();
      return allOf(of(entity), query, keyReader(entity, rows)) as never;
    },
    async get(entity, id, signal) {
      await before('crm.get');
      signal?.throwIfAborted();
      return (of(entity).find((row) => fieldOf(row, 'id') === id) ?? null) as never;
    },
    async aggregate(query, signal) {
      await before('crm.aggregate');
      signal?.throwIfAborted();
      return fixtures.aggregate?.(query) ?? aggregateRows(query, rows);
    },
    async organisation(asOf = today, signal) {
      await before('crm.organisation');
      signal?.throwIfAborted();
      return fixtures.organisation ?? organisationOf(rows, asOf);
    },
  };
}

/** Groups and measures rows as the gateway does. */
export function aggregateRows(query: AggregateQuery, rows: RowsByEntity): readonly AggregateRow[] {
  const read = keyReader(query.entity, rows);
  const keys = query.groupBy ?? [];
  const groups = new Map<string, { readonly key: AggregateRow; readonly members: object[] }>();
  for (const row of rows[query.entity] ?? []) {
    if (!meets(row, query.where ?? [], read)) continue;
    const key = Object.fromEntries(keys.map((name) => [name, read(row, name) as string | null]));
    const group = groups.get(JSON.stringify(key)) ?? { key, members: [] };
    group.members.push(row);
    groups.set(JSON.stringify(key), group);
  }
  if (keys.length === 0 && groups.size === 0) groups.set('{}', { key: {}, members: [] });
  return [...groups.values()].map(({ key, members }) => ({ ...key, ...measures(query.measures, members, read) }));
}

function measures(
  wanted: readonly Measure[],
  members: readonly object[],
  read: (row: object, key: string) => unknown,
): AggregateRow {
  return Object.fromEntries(
    wanted.map((measure) => {
      if (measure.op === 'count') return [measure.name, members.length];
      const values = members.map((row) => read(row, measure.field)).filter((value) => value !== null && value !== undefined);
      return [measure.name, measureOf(measure.op, values)];
    }),
  );
}

function measureOf(op: 'sum' | 'avg' | 'min' | 'max' | 'countDistinct', values: readonly unknown[]): number | string | null {
  if (op === 'countDistinct') return new Set(values).size;
  if (values.length === 0) return null;
  const ordered = [...values].sort(compareValues) as (number | string)[];
  if (op === 'min') return ordered[0] ?? null;
  if (op === 'max') return ordered.at(-1) ?? null;
  const sum = values.reduce<number>((total, value) => total + Number(value), 0);
  return op === 'sum' ? sum : sum / values.length;
}

function organisationOf(rows: RowsByEntity, asOf: string): Organisation {
  const units = (rows.units ?? []) as Organisation['units'];
  const memberships = rows.memberships ?? [];
  const people = (rows.people ?? []).map((person) => {
    const id = fieldOf(person, 'id');
    const membership = memberships.find((row) => fieldOf(row, 'personId') === id && fieldOf(row, 'primary') !== false);
    const leads = units.find((unit) => unit.managerId === id)?.id ?? null;
    return { ...person, unitId: (membership && fieldOf(membership, 'unitId')) ?? leads ?? '', leads };
  });
  return { asOf, units, people: people as unknown as Organisation['people'] };
}
