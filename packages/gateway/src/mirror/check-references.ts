import { columnOf, entities, entityNames } from '@milepost/crm';
import type { EntityName } from '@milepost/crm';
import type { PoolClient } from 'pg';

/** Rows that name what does not exist. Thrown at the end of a load, which then changes nothing. */
export class MirrorReferenceError extends Error {
  readonly entity: EntityName;
  readonly field: string;
  /** Up to five `row id → missing id`. */
  readonly examples: readonly (readonly [string, string])[];

  constructor(entity: EntityName, field: string, examples: readonly (readonly [string, string])[], count: number) {
    const list = examples.map(([id, missing]) => `${id} → ${missing}`).join(', ');
    super(
      `${count} rows of ${entity} name a missing ${entities[entity].fields.find(({ name }) => name === field)?.ref} in ${field}: ${list}`,
    );
    this.name = 'MirrorReferenceError';
    this.entity = entity;
    this.field = field;
    this.examples = examples;
  }
}

/** Checks every reference of the entities that were loaded, one set-based statement for each. */
export async function checkReferences(client: PoolClient, loaded: readonly EntityName[]): Promise<void> {
  for (const name of entityNames.filter((item) => loaded.includes(item))) {
    const { fields, table } = entities[name];
    for (const field of fields) {
      if (!field.ref) continue;
      const column = `"${columnOf(field.name)}"`;
      const { rows } = await client.query<{ id: string; missing: string; total: number }>(
        `SELECT t.id, t.${column} AS missing, count(*) OVER () AS total FROM ${table} t
         LEFT JOIN ${entities[field.ref].table} r ON r.tenant_id = t.tenant_id AND r.id = t.${column}
         WHERE t.${column} IS NOT NULL AND r.id IS NULL ORDER BY t.id LIMIT 5`,
      );
      if (rows.length === 0) continue;
      throw new MirrorReferenceError(
        name,
        field.name,
        rows.map((row) => [row.id, row.missing]),
        rows[0]?.total ?? 0,
      );
    }
  }
}
