import type { Logger } from 'pino';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';

const everyMs = 10 * 60_000;
/** Small enough that nobody's write waits for a batch. */
const batchSize = 1_000;

/**
 * Drops idempotency keys older than `days` in batches, each a transaction of its own. Of the gateways of a database one works on
 * a company at a time; the others pass on.
 * @returns how many keys went.
 */
export async function pruneKeys(database: Database, days: number, stopped: () => boolean = () => false): Promise<number> {
  let dropped = 0;
  for (const tenantId of await database.tenantIds()) {
    for (let last = batchSize; last === batchSize && !stopped(); dropped += last) {
      last = await pruneBatch(database, tenantId, days);
    }
  }
  return dropped;
}

function pruneBatch(database: Database, tenantId: string, days: number): Promise<number> {
  return database.write(systemActor(tenantId), async (sql) => {
    const { rows } = await sql.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtext('prune-idempotency'), hashtext($1)) AS mine, set_config('app.job', 'prune-idempotency', true)",
      [tenantId],
    );
    if (!rows[0]?.mine) return 0;
    const { rowCount } = await sql.query(
      `DELETE FROM idempotency WHERE tenant_id = $1 AND (person_id, key) IN (
         SELECT person_id, key FROM idempotency
         WHERE tenant_id = $1 AND created_at < now() - make_interval(days => $2) ORDER BY created_at LIMIT $3)`,
      [tenantId, days, batchSize],
    );
    return rowCount ?? 0;
  });
}

/** Prunes every ten minutes while the gateway runs. The stop waits for the batch at work. */
export function startPruning(database: Database, days: number, log: Logger): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => pruneKeys(database, days, () => stopped))
      .then((dropped) => dropped > 0 && log.info({ dropped }, 'idempotency keys dropped'))
      .catch((error: unknown) => log.warn({ err: error }, 'idempotency keys could not be dropped'));
  }, everyMs);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
