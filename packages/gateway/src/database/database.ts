import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { settingsOf } from '../access/settings.ts';
import type { Actor } from '../access/actor.ts';
import type { DatabaseUrls } from './prepare.ts';
import { wireTypes } from './types.ts';

/** Runs SQL inside one transaction of one person. */
export type Sql = Pick<PoolClient, 'query'>;

/** How the pools are sized and bounded. */
export interface DatabaseOptions {
  readonly maxConnections?: number;
  /** Milliseconds one statement of a request may take. */
  readonly statementTimeoutMs?: number;
  readonly onPoolError?: (error: Error) => void;
}

/** The two ways to the data: requests as a person under row-level security, loads as the mirror's writer. */
export class Database {
  readonly app: Pool;
  readonly loader: Pool;
  #closing = false;

  constructor(urls: DatabaseUrls, options: DatabaseOptions = {}) {
    const shared = { types: wireTypes, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 };
    this.app = new Pool({
      ...shared,
      connectionString: urls.app,
      max: options.maxConnections ?? 16,
      statement_timeout: options.statementTimeoutMs ?? 10_000,
      idle_in_transaction_session_timeout: 30_000,
    });
    this.loader = new Pool({ ...shared, connectionString: urls.loader, max: 3 });
    // Without a listener a dropped idle connection would end the process.
    const listener = (error: Error): void => {
      if (!this.#closing) options.onPoolError?.(error);
    };
    this.app.on('error', listener);
    this.loader.on('error', listener);
  }

  /** Reads as `actor`. A write inside fails. */
  read<T>(actor: Actor, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(`BEGIN READ ONLY;${settingsOf(actor)}`, work);
  }

  /** Reads as `actor`; every statement sees the state of the first one. */
  readSnapshot<T>(actor: Actor, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;${settingsOf(actor)}`, work);
  }

  /** Writes as `actor`: all or nothing. Deadlocks are tried again, so `work` must not reach outside. */
  async write<T>(actor: Actor, work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transaction(`BEGIN;${settingsOf(actor)}`, work);
      } catch (error) {
        if (attempt === 3 || !isRetryable(error)) throw error;
      }
    }
  }

  async #transaction<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.app.connect();
    const channel = new Channel(client);
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(channel).finally(() => channel.close());
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Ids of every company, in order. */
  async tenantIds(): Promise<readonly string[]> {
    const { rows } = await this.loader.query<{ tenant_id: string }>('SELECT tenant_id FROM tenant ORDER BY tenant_id');
    return rows.map((row) => row.tenant_id);
  }

  /** Waits for running statements, then closes every connection. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([this.app.end(), this.loader.end()]);
  }
}

/**
 * One transaction's way to its connection. Callers may ask several things at once; they are answered one after the other.
 * Once it is closed nothing more reaches the connection, which may serve somebody else by then.
 */
class Channel implements Sql {
  readonly #client: PoolClient;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly query: PoolClient['query'];

  constructor(client: PoolClient) {
    this.#client = client;
    this.query = ((...args: Parameters<PoolClient['query']>): Promise<unknown> => {
      const next = this.#last.then(() => this.#send(args));
      this.#last = next.catch(() => undefined);
      return next;
    }) as PoolClient['query'];
  }

  /** Waits for what is under way; what was only queued is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }

  #send(args: Parameters<PoolClient['query']>): Promise<unknown> {
    if (this.#closed) throw new Error('The transaction is over: await every read and write inside it.');
    return this.#client.query(...args) as unknown as Promise<unknown>;
  }
}

const retryable = new Set(['40001', '40P01']);

function isRetryable(error: unknown): boolean {
  return retryable.has(String((error as { code?: unknown } | null)?.code));
}
