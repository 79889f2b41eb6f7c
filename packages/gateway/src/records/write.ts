import type { RecordOf, RecordWrite } from '@milepost/sdk/host';
import { appendAudit, contentHash } from '../audit/append.ts';
import type { AuditEvent } from '../audit/append.ts';
import { ApiProblem, words } from '../http/problem.ts';
import type { Finding } from '../http/problem.ts';
import { conflictOf } from './conflict.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { OpenCollection } from './plugin-source.ts';
import { readStored } from './read.ts';
import type { RequestTx } from './request-tx.ts';
import { belongingAfter, checkBelonging, lookUp, mayWrite } from './rights.ts';
import type { Known } from './rights.ts';
import { shown } from './row.ts';
import type { StoredRecord } from './row.ts';
import { checkRules, checkRulesAfter, lockForRules } from './rules.ts';
import { storeWrites } from './store.ts';

/** Where problems of a write are reported: `''` for a single one, `writes.3.` inside a batch. */
export type PathOf = (index: number) => string;

/**
 * Writes a batch: all of it or, by throwing, none. Checks run from the cheapest to the dearest: role, shape, what is stored,
 * who it belongs to, the plugin's rules.
 * @throws ApiProblem access.denied, plugin.server-missing, record.invalid, record.conflict, record.id-taken, record.not-found
 */
export async function writeRecords(
  tx: RequestTx,
  collection: OpenCollection,
  writes: readonly RecordWrite[],
  pathOf: PathOf,
): Promise<readonly RecordOf<unknown>[]> {
  const { role, writes: reach } = tx.actor;
  if (reach === 'none' || !collection.def.access.write.includes(role)) throw new ApiProblem('access.denied');
  if (!collection.writable) throw new ApiProblem('plugin.server-missing');
  refuseTwice(writes, pathOf);
  refuse(writes.flatMap((write, index) => (write.op === 'put' ? collection.check(write.value, `${pathOf(index)}value`) : [])));
  await lockForRules(tx, collection, writes);
  // What is created should not be there: the insert itself finds out when it is.
  const seen = writes.filter((write) => write.op === 'delete' || write.revision > 0).map(({ id }) => id);
  const stored = seen.length > 0 ? await readStored(tx, collection, seen) : new Map<string, StoredRecord>();
  refuseStale(writes, stored);
  const known = await lookUp(
    tx,
    writes.filter((write) => write.op === 'put'),
  );
  const findings: Finding[] = [];
  const planned = writes.map((write, index) => plan(tx, write, stored.get(write.id), known, pathOf(index), findings));
  refuse(findings);
  refuse(await checkRules(tx, collection, planned));
  const rows = await storeWrites(tx, collection, planned);
  refuse(await checkRulesAfter(tx, collection, planned));
  const origin = { tenantId: tx.actor.tenantId, actor: tx.actor.personId, requestId: tx.requestId };
  await appendAudit(tx.sql, origin, auditEvents(collection, planned));
  return rows.map(shown);
}

function plan(
  tx: RequestTx,
  write: RecordWrite,
  stored: StoredRecord | undefined,
  known: Known,
  path: string,
  findings: Finding[],
): PlannedWrite {
  if (stored && !mayWrite(tx.actor, stored)) throw new ApiProblem('access.denied');
  const revision = (stored?.revision ?? 0) + 1;
  if (write.op === 'delete') {
    // `refuseStale` has made sure that there is something to delete.
    const { ownerId, unitId, accountId, value } = stored as StoredRecord;
    return {
      path,
      id: write.id,
      stored,
      next: { ownerId, unitId, accountId, value, deleted: true, revision },
    };
  }
  const belonging = belongingAfter(write, stored, tx.actor, known);
  findings.push(...checkBelonging(belonging, stored, tx.actor, known, path));
  return { path, id: write.id, stored, next: { ...belonging, value: write.value, deleted: false, revision } };
}

function refuse(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new ApiProblem('record.invalid', { problems: findings.slice(0, 100) });
}

function refuseTwice(writes: readonly RecordWrite[], pathOf: PathOf): void {
  const seen = new Set<string>();
  writes.forEach(({ id }, index) => {
    if (seen.has(id)) {
      const message = words('同一条记录在批次中出现两次', 'the record stands twice in the batch');
      throw new ApiProblem('request.invalid', {
        problems: [{ path: `${pathOf(index)}id`, code: 'duplicate', message }],
      });
    }
    seen.add(id);
  });
}

/** Everything whose revision is not the stored one; the answer carries what is stored, so that nothing has to be fetched. */
function refuseStale(writes: readonly RecordWrite[], stored: ReadonlyMap<string, StoredRecord>): void {
  const conflicts: StoredRecord[] = [];
  for (const write of writes) {
    const row = stored.get(write.id);
    if (!row && write.revision > 0) throw new ApiProblem('record.not-found');
    if (write.op === 'delete' && (!row || (row.deleted && row.revision === write.revision))) {
      throw new ApiProblem('record.not-found');
    }
    if (row && row.revision !== write.revision) conflicts.push(row);
  }
  if (conflicts.length > 0) throw conflictOf(conflicts);
}

function auditEvents(collection: OpenCollection, planned: readonly PlannedWrite[]): readonly AuditEvent[] {
  return planned.map(({ id, stored, next }) => ({
    action: next.deleted ? 'record.deleted' : stored ? 'record.changed' : 'record.created',
    subject: `${collection.pluginId}/${collection.def.name}/${id}`,
    details: {
      revision: next.revision,
      ownerId: next.ownerId,
      unitId: next.unitId,
      accountId: next.accountId,
      sha256: contentHash(next.value),
    },
  }));
}
