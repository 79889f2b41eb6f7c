import type { RecordOf } from '@milepost/sdk/host';

/** Columns of a record under the names of the API; `t` is the table. */
export const recordColumns = `t.id, t.revision, t.owner_id AS "ownerId", t.unit_id AS "unitId",
  t.account_id AS "accountId", t.value, t.created_at AS "createdAt", t.updated_at AS "updatedAt",
  t.updated_by AS "updatedBy", t.deleted`;

/** A stored row, also of a deleted record. */
export type StoredRecord = RecordOf<unknown> & { readonly deleted: boolean };

/** A row as the API shows it: `deleted` only where it is true. */
export function shown(row: StoredRecord): RecordOf<unknown> {
  const { deleted, ...rest } = row;
  return deleted ? row : rest;
}
