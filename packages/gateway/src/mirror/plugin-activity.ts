import type { Activity } from '@milepost/crm';
import type { PoolClient } from 'pg';
import type { Sql } from '../database/database.ts';
import { ApiProblem } from '../http/problem.ts';
import { unitOn } from './derive.ts';

/** An activity that a plugin notes in the mirror. `id` is the plugin's own; times are instants. */
export interface PluginActivity extends Pick<
  Activity,
  'id' | 'accountId' | 'ownerId' | 'dayOn' | 'startAt' | 'endAt' | 'purpose' | 'outcome' | 'status' | 'effective'
> {
  readonly type: 'visit';
}

/** Ids of activities that a plugin noted: the plugin, a colon, its own id. The same as in the policies of the table. */
const notedByPlugin = "id ~ '^[a-z][a-z0-9-]*:.'";

/**
 * Notes an activity in the mirror, or notes it anew, within the person's rights: their unit as of that day, access as the
 * account's.
 * @throws ApiProblem access.denied where the person does not see the account or may not write for the owner.
 */
export async function noteActivity(sql: Sql, pluginId: string, activity: PluginActivity): Promise<void> {
  const { id, type, accountId, ownerId, dayOn, startAt, endAt, purpose, outcome, status, effective } = activity;
  const written = await sql
    .query(
      `INSERT INTO crm_activity AS kept (tenant_id, id, type, account_id, owner_id, unit_id, access_owner_id, day_on,
         start_at, end_at, purpose, outcome, status, effective)
       SELECT t.tenant_id, t.id, $2, t.account_id, t.owner_id, ${unitOn('t.owner_id', 't.day_on')}, a.owner_id, t.day_on,
         $6::timestamptz, $7::timestamptz, $8, $9, $10, $11::boolean
       FROM (SELECT mp_tenant() AS tenant_id, $1::text AS id, $3::text AS account_id, $4::text AS owner_id, $5::date AS day_on) t
       JOIN crm_account a ON a.tenant_id = t.tenant_id AND a.id = t.account_id
       ON CONFLICT (tenant_id, id) DO UPDATE SET synced_at = now(), account_id = excluded.account_id,
         owner_id = excluded.owner_id, unit_id = excluded.unit_id, access_owner_id = excluded.access_owner_id,
         day_on = excluded.day_on, start_at = excluded.start_at, end_at = excluded.end_at, purpose = excluded.purpose,
         outcome = excluded.outcome, status = excluded.status, effective = excluded.effective`,
      [`${pluginId}:${id}`, type, accountId, ownerId, dayOn, startAt, endAt, purpose, outcome, status, effective],
    )
    .catch((error: unknown) => {
      // Row-level security said no.
      if ((error as { code?: unknown }).code === '42501') throw new ApiProblem('access.denied');
      throw error;
    });
  if (written.rowCount !== 1) throw new ApiProblem('access.denied');
}

/** Empties a table of the mirror before it is loaded anew. What plugins noted is in no CRM yet and stays. */
export async function emptyTable(client: PoolClient, table: string): Promise<void> {
  await client.query(`DELETE FROM ${table}${table === 'crm_activity' ? ` WHERE NOT (${notedByPlugin})` : ''}`);
}

/** After everything was replaced: drops notes about accounts and people that are no more. */
export async function dropStrayNotes(client: PoolClient): Promise<void> {
  await client.query(
    `DELETE FROM crm_activity t WHERE ${notedByPlugin} AND (
       NOT EXISTS (SELECT FROM crm_account a WHERE a.tenant_id = t.tenant_id AND a.id = t.account_id)
       OR NOT EXISTS (SELECT FROM crm_person p WHERE p.tenant_id = t.tenant_id AND p.id = t.owner_id))`,
  );
}
