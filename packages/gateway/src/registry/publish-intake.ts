import { stat } from 'node:fs/promises';
import { systemActor } from '../access/actor.ts';
import { appendAudit } from '../audit/append.ts';
import type { AuditEvent } from '../audit/append.ts';
import type { Database } from '../database/database.ts';
import { publishLogFile, readPublishLog } from './publish-log.ts';
import type { ReadEntry } from './publish-log.ts';

/**
 * Takes what was published into the audit chain of every company: each is served by what is published, and its auditor reads
 * its own chain alone. How far a company's chain has taken the log stands beside it and moves in the same transaction, so
 * every line is taken once, by whichever gateway comes first; a company loaded later gets the lines from the first on.
 * @returns companies whose noted place is not in the log any more: somebody rewrote it.
 */
export async function takeInPublishLog(database: Database, registryFolder: string): Promise<readonly string[]> {
  const { entries } = await readPublishLog(registryFolder);
  const registry = entries[0]?.registry;
  const rewritten: string[] = [];
  if (registry === undefined) return rewritten;
  for (const tenantId of await database.tenantIds()) {
    if (!(await takeIn(database, tenantId, registry, entries))) rewritten.push(tenantId);
  }
  return rewritten;
}

function takeIn(database: Database, tenantId: string, registry: string, entries: readonly ReadEntry[]): Promise<boolean> {
  return database.write(systemActor(tenantId), async (sql) => {
    const key = [tenantId, registry];
    await sql.query("INSERT INTO publish_intake VALUES ($1, $2, 0, repeat('0', 64)) ON CONFLICT DO NOTHING", key);
    const { rows } = await sql.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM publish_intake WHERE tenant_id = $1 AND registry = $2 FOR UPDATE',
      key,
    );
    const taken = rows[0] ?? { seq: 0, hash: '' };
    const last = entries.at(-1);
    const same = taken.seq === 0 || entries[taken.seq - 1]?.hash === taken.hash;
    if (!last || (same && last.hash === taken.hash)) return true;
    const events = entries.slice(taken.seq).map(eventOf);
    if (!same)
      events.unshift({ action: 'registry.log-rewritten', subject: registry, details: { seq: taken.seq, sha256: taken.hash } });
    await appendAudit(sql, { tenantId, actor: 'milepost' }, events);
    await sql.query('UPDATE publish_intake SET seq = $3, hash = $4 WHERE tenant_id = $1 AND registry = $2', [
      ...key,
      entries.length,
      last.hash,
    ]);
    return same;
  });
}

function eventOf({ action, plugin, version, folder, disabled, reason, at, by, seq, hash, intact }: ReadEntry): AuditEvent {
  const details = { folder, disabled, reason, at, by, seq, sha256: hash, ...(intact ? {} : { intact }) };
  return { action, subject: `${plugin} ${version}`, details };
}

/** A reader for a watch: looks into the log only when it changed. Until a call succeeds the next one tries again. */
export function publishIntake(database: Database, registryFolder: string): () => Promise<readonly string[]> {
  let known = '';
  return async () => {
    const info = await stat(publishLogFile(registryFolder)).catch(() => null);
    const mark = info ? `${info.mtimeMs}-${info.size}-${info.ino} ${(await database.tenantIds()).length}` : '';
    if (mark === known) return [];
    const rewritten = await takeInPublishLog(database, registryFolder);
    known = mark;
    return rewritten;
  };
}
