import { Client } from 'pg';
import type { Sql } from '../database/database.ts';

const channel = 'milepost_mirror_loaded';
/** A lost connection is tried again this often, in milliseconds; what a session may see is read again every few seconds anyway. */
const RETRY_MS = 1_000;

/** Tells every gateway of the database, once the transaction commits, that a company was loaded. */
export async function announceLoad(sql: Sql, tenantId: string): Promise<void> {
  await sql.query('SELECT pg_notify($1, $2)', [channel, tenantId]);
}

/**
 * Calls `onLoaded` after each load by any process, and after a lost connection came back, because a load may have been missed.
 * Never throws: without the channel (a connection pooler between us and the server) loads are noticed within seconds.
 * @returns stops listening.
 */
export async function listenForLoads(appUrl: string, onLoaded: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let current: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const later = (): void => {
    current = undefined;
    if (!stopped) timer = setTimeout(() => void connect(), RETRY_MS).unref();
  };
  const connect = async (): Promise<void> => {
    const client = new Client({ connectionString: appUrl, keepAlive: true });
    current = client;
    client.on('notification', onLoaded);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      client.once('end', later);
      onLoaded();
    } catch {
      await client.end().catch(() => undefined);
      later();
    }
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current?.end().catch(() => undefined);
  };
}
