import { columnOf } from '@milepost/crm';
import type { EntityDef, UpsertCounts } from '@milepost/crm';
import type { PoolClient } from 'pg';

/**
 * Moves `incoming` into the entity's table by id and counts what it did. A field that was not in the row keeps its value;
 * a row with the same values is not written. The last of several rows with one id wins.
 */
export async function mergeRows(client: PoolClient, entity: EntityDef): Promise<UpsertCounts> {
  const fields = entity.fields.map((field, index) => ({
    column: `"${columnOf(field.name)}"`,
    bit: 2 ** index,
  }));
  const others = fields.filter(({ column }) => column !== '"id"');
  const merged = others.map(
    ({ column, bit }) => `CASE WHEN s._given & ${bit} <> 0 THEN s.${column} ELSE t.${column} END AS ${column}`,
  );
  const changed = others.map(({ column, bit }) => `(s._given & ${bit} <> 0 AND s.${column} IS DISTINCT FROM t.${column})`);
  const columns = ['"id"', ...others.map(({ column }) => column)].join(', ');
  const { rows } = await client.query<{ total: number; inserted: number; changed: number }>(
    `WITH latest AS (
       SELECT DISTINCT ON (id) * FROM incoming ORDER BY id, _n DESC
     ), pending AS (
       SELECT s.id, ${merged.join(', ')}
       FROM latest s LEFT JOIN ${entity.table} t ON t.tenant_id = (SELECT mp_tenant()) AND t.id = s.id
       WHERE t.id IS NULL OR ${changed.join(' OR ') || 'false'}
     ), written AS (
       INSERT INTO ${entity.table} (tenant_id, ${columns})
       SELECT (SELECT mp_tenant()), ${columns} FROM pending
       ON CONFLICT (tenant_id, id) DO UPDATE SET synced_at = now(), ${others.map(({ column }) => `${column} = excluded.${column}`).join(', ')}
       RETURNING (xmax = 0) AS is_new
     )
     SELECT (SELECT count(*) FROM latest) AS total,
            (SELECT count(*) FROM written WHERE is_new) AS inserted,
            (SELECT count(*) FROM written WHERE NOT is_new) AS changed`,
  );
  const { total = 0, inserted = 0, changed: updated = 0 } = rows[0] ?? {};
  return { inserted, changed: updated, unchanged: total - inserted - updated };
}
