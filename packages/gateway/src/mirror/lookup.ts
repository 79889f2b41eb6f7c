import { columnOf, entities } from '@milepost/crm';
import type { EntityName, MirrorLookup, MirrorRow } from '@milepost/crm';
import type { Pool } from 'pg';

/** What the mirror of one tenant holds, read by the loader: for the checks of an import before it starts. */
export function mirrorLookup(pool: Pool, tenantId: string): MirrorLookup {
  const query = async <T extends object>(sql: string, params: unknown[]): Promise<T[]> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN READ ONLY');
      await client.query("SELECT set_config('app.tenant', $1, true)", [tenantId]);
      const { rows } = await client.query<T>(sql, params);
      return rows;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };
  return {
    async existing(entity, ids) {
      const rows = await query<{ id: string }>(`SELECT id FROM ${entities[entity].table} WHERE id = ANY ($1)`, [ids]);
      return new Set(rows.map((row) => row.id));
    },
    rowsBy(entity, field, values) {
      return query<MirrorRow>(
        `SELECT ${columnsOf(entity)} FROM ${entities[entity].table} WHERE "${columnOf(knownField(entity, field))}" = ANY ($1)`,
        [values],
      );
    },
  };
}

function columnsOf(entity: EntityName): string {
  return entities[entity].fields.map(({ name }) => `"${columnOf(name)}" AS "${name}"`).join(', ');
}

function knownField(entity: EntityName, name: string): string {
  if (entities[entity].fields.some((field) => field.name === name && (field.type === 'id' || field.type === 'ref'))) return name;
  throw new RangeError(`${entity}.${name} is neither the id nor a reference`);
}
