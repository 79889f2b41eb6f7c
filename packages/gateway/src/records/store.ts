import { prepared } from '../database/prepared.ts';
import { ApiProblem } from '../http/problem.ts';
import { conflictOf } from './conflict.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { OpenCollection } from './plugin-source.ts';
import { readStored } from './read.ts';
import type { RequestTx } from './request-tx.ts';
import { recordColumns } from './row.ts';
import type { StoredRecord } from './row.ts';

const columns = recordColumns.replaceAll('t.', 'record.');

/** Stores planned writes in two statements. Returns the rows in the order of the writes. */
export async function storeWrites(
  tx: RequestTx,
  collection: OpenCollection,
  planned: readonly PlannedWrite[],
): Promise<readonly StoredRecord[]> {
  const created = await create(
    tx,
    collection,
    planned.filter(({ stored }) => !stored),
  );
  const changed = await change(
    tx,
    collection,
    planned.filter(({ stored }) => stored),
  );
  const rows = new Map([...created, ...changed].map((row) => [row.id, row]));
  const lost = planned.filter(({ id }) => !rows.has(id)).map(({ id }) => id);
  if (lost.length > 0) await explainLoss(tx, collection, lost);
  return planned.map(({ id }) => rows.get(id) as StoredRecord);
}

const listsOf = (planned: readonly PlannedWrite[]): unknown[] => [
  planned.map(({ id }) => id),
  planned.map(({ next }) => next.ownerId),
  planned.map(({ next }) => next.unitId),
  planned.map(({ next }) => next.accountId),
  planned.map(({ next }) => JSON.stringify(next.value)),
];

async function create(tx: RequestTx, collection: OpenCollection, planned: readonly PlannedWrite[]): Promise<StoredRecord[]> {
  if (planned.length === 0) return [];
  const { rows } = await tx.sql.query<StoredRecord>(
    prepared(
      `INSERT INTO record (tenant_id, plugin_id, collection, id, revision, owner_id, unit_id, account_id, value, updated_by)
     SELECT $1, $2, $3, i.id, 1, i.owner, i.unit, i.account, i.value::jsonb, $4
     FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) AS i (id, owner, unit, account, value)
     ON CONFLICT DO NOTHING RETURNING ${columns}`,
      [tx.actor.tenantId, collection.pluginId, collection.def.name, tx.actor.personId, ...listsOf(planned)],
    ),
  );
  return rows;
}

async function change(tx: RequestTx, collection: OpenCollection, planned: readonly PlannedWrite[]): Promise<StoredRecord[]> {
  if (planned.length === 0) return [];
  const { rows } = await tx.sql.query<StoredRecord>(
    prepared(
      `UPDATE record SET revision = i.revision, owner_id = i.owner, unit_id = i.unit, account_id = i.account,
       value = i.value::jsonb, deleted = i.deleted, updated_at = now(), updated_by = $4
     FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::integer[], $11::boolean[])
       AS i (id, owner, unit, account, value, revision, deleted)
     WHERE record.tenant_id = $1 AND record.plugin_id = $2 AND record.collection = $3 AND record.id = i.id
       AND record.revision = i.revision - 1
     RETURNING ${columns}`,
      [
        tx.actor.tenantId,
        collection.pluginId,
        collection.def.name,
        tx.actor.personId,
        ...listsOf(planned),
        planned.map(({ next }) => next.revision),
        planned.map(({ next }) => next.deleted),
      ],
    ),
  );
  return rows;
}

/** Somebody wrote between our read and our write, or holds the id where this person cannot see it. */
async function explainLoss(tx: RequestTx, collection: OpenCollection, ids: readonly string[]): Promise<never> {
  const current = await readStored(tx, collection, ids);
  if (current.size === 0) throw new ApiProblem('record.id-taken');
  throw conflictOf([...current.values()]);
}
