import { prepared } from '../database/prepared.ts';
import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../database/database.ts';
import { ApiProblem } from '../http/problem.ts';

/** What a write answers: a status and JSON, `undefined` for an empty body. */
export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly body: unknown;
}

/** A write as idempotency sees it. */
export interface KeyedRequest {
  /** `Idempotency-Key`, or undefined. */
  readonly key: string | undefined;
  readonly method: string;
  /** Path with query, so that a key cannot be used for another record. */
  readonly target: string;
  readonly bytes: Uint8Array;
}

/** The answer, and whether it was given before. */
export interface KeyedAnswer extends Answer {
  readonly replayed: boolean;
}

/**
 * Runs `work` once for each key of a person. Key and answer are stored in the transaction of the work: either both are
 * there after a crash or neither. A second request with the key waits for the first one to end.
 * @throws ApiProblem `idempotency.mismatch` when the key came with other bytes.
 */
export async function once(sql: Sql, actor: Actor, request: KeyedRequest, work: () => Promise<Answer>): Promise<KeyedAnswer> {
  if (request.key === undefined) return { ...(await work()), replayed: false };
  const who = [actor.tenantId, actor.personId, request.key];
  const hash = createHash('sha256').update(`${request.method} ${request.target}\n`).update(request.bytes).digest('hex');
  const taken = await sql.query(
    prepared(
      `INSERT INTO idempotency (tenant_id, person_id, key, request_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
      [...who, hash],
    ),
  );
  if (taken.rowCount === 0) return replay(sql, who, hash);
  const answer = await work();
  await sql.query(
    prepared('UPDATE idempotency SET status = $4, body = $5 WHERE tenant_id = $1 AND person_id = $2 AND key = $3', [
      ...who,
      answer.status,
      answer.body === undefined ? null : JSON.stringify(answer.body),
    ]),
  );
  return { ...answer, replayed: false };
}

async function replay(sql: Sql, who: readonly string[], hash: string): Promise<KeyedAnswer> {
  const { rows } = await sql.query<{ request_hash: string; status: Answer['status']; body: string | null }>(
    prepared('SELECT request_hash, status, body FROM idempotency WHERE tenant_id = $1 AND person_id = $2 AND key = $3', [...who]),
  );
  const first = rows[0];
  if (!first || first.request_hash !== hash) throw new ApiProblem('idempotency.mismatch');
  return {
    status: first.status,
    body: first.body === null ? undefined : JSON.parse(first.body),
    replayed: true,
  };
}
