import type { RecordWrite } from '@milepost/sdk/host';
import type { Finding } from '../http/problem.ts';
import type { CollectionRules, PendingWrite } from '../server-part/types.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { OpenCollection } from './plugin-source.ts';
import { readStored } from './read.ts';
import type { RequestTx } from './request-tx.ts';
import { shown } from './row.ts';
import type { StoredRecord } from './row.ts';

function rulesOf(collection: OpenCollection): CollectionRules | undefined {
  const all = collection.serverPart?.collections;
  return all && Object.hasOwn(all, collection.def.name) ? all[collection.def.name] : undefined;
}

/**
 * Makes writers wait for each other where a rule looks at more than one record: without it, two batches that are right
 * alone could be wrong together.
 */
export async function lockForRules(tx: RequestTx, collection: OpenCollection, writes: readonly RecordWrite[]): Promise<void> {
  const rules = rulesOf(collection);
  if (!rules) return;
  const lockKey = rules.lockKey?.bind(rules);
  let keys: readonly string[] = [collection.def.name];
  if (lockKey) {
    const stored = await readStored(
      tx,
      collection,
      writes.map(({ id }) => id),
    );
    keys = writes.flatMap((write) => lockKey(sketch(write, stored.get(write.id), tx.actor.personId)));
  }
  const prefix = `${tx.actor.tenantId}/${collection.pluginId}/`;
  // In one order, so that two batches never wait for each other in a circle.
  const sorted = [...new Set(keys)].sort().map((key) => prefix + key);
  await tx.sql.query('SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key', [sorted]);
}

function sketch(write: RecordWrite, stored: StoredRecord | undefined, personId: string): PendingWrite {
  const previous = stored ? shown(stored) : null;
  const restored = stored?.deleted ? previous : null;
  if (write.op === 'delete') return { id: write.id, previous, restored, next: null };
  const { id, value, ownerId, unitId, accountId } = write;
  return {
    id,
    previous,
    restored,
    next: {
      id,
      value,
      revision: write.revision + 1,
      ownerId: ownerId !== undefined ? ownerId : (stored?.ownerId ?? null),
      unitId: unitId !== undefined ? unitId : (stored?.unitId ?? null),
      accountId: accountId !== undefined ? accountId : (stored?.accountId ?? null),
      updatedBy: personId,
    },
  };
}

function pending(planned: PlannedWrite, personId: string): PendingWrite {
  const { id, stored, next } = planned;
  const { deleted, ...rest } = next;
  return {
    id,
    // A record that was deleted and comes back is a new one to most rules; the others look at `restored`.
    previous: stored && !stored.deleted ? shown(stored) : null,
    restored: stored?.deleted ? shown(stored) : null,
    next: deleted ? null : { id, ...rest, updatedBy: personId },
  };
}

/** What the plugin's rules find wrong before anything is stored. */
export async function checkRules(
  tx: RequestTx,
  collection: OpenCollection,
  planned: readonly PlannedWrite[],
): Promise<readonly Finding[]> {
  const rules = rulesOf(collection);
  if (!rules?.validate) return [];
  const ctx = tx.serverContext(collection.pluginId);
  const writes = planned.map((write) => pending(write, tx.actor.personId));
  const findings: Finding[] = [];
  for (const [index, write] of writes.entries()) {
    const path = planned[index]?.path ?? '';
    for (const finding of await rules.validate(ctx, { ...write, writes })) {
      findings.push({ ...finding, path: finding.path ? `${path}value.${finding.path}` : `${path}value` });
    }
  }
  return findings;
}

/** What the plugin's rules find wrong once everything is stored. */
export async function checkRulesAfter(
  tx: RequestTx,
  collection: OpenCollection,
  planned: readonly PlannedWrite[],
): Promise<readonly Finding[]> {
  const rules = rulesOf(collection);
  if (!rules?.afterBatch) return [];
  const writes = planned.map((write) => pending(write, tx.actor.personId));
  return rules.afterBatch(tx.serverContext(collection.pluginId), { writes });
}
