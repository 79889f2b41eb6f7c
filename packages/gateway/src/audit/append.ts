import { prepared } from '../database/prepared.ts';
import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from '../database/database.ts';
import { canonicalJson } from './canonical.ts';

/** What happened. `subject` names the thing, `details` says what changed; no contents of records, only hashes. */
export interface AuditEvent {
  /** `record.created`, `session.started`, `mirror.loaded`, … */
  readonly action: string;
  readonly subject?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Who did it and in which request. */
export interface AuditOrigin {
  readonly tenantId: string;
  readonly actor: string;
  readonly requestId?: string;
}

/**
 * Adds entries inside the transaction of the change they tell about. The database links them into the company's chain
 * when that transaction commits.
 */
export async function appendAudit(sql: Sql, origin: AuditOrigin, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const at = new Date().toISOString();
  const entries = events.map((event) => canonicalJson({ at, actor: origin.actor, requestId: origin.requestId, ...event }));
  await sql.query(
    prepared('INSERT INTO audit_entry (tenant_id, id, entry) SELECT $1, * FROM unnest($2::uuid[], $3::text[])', [
      origin.tenantId,
      entries.map(() => randomUUID()),
      entries,
    ]),
  );
}

/** Stands for a content in the log: proves which bytes were written without keeping them twice. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
