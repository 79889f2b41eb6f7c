import { appendAudit } from '../audit/append.ts';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import { ApiProblem } from '../http/problem.ts';
import { loadIdentity } from './identity.ts';
import type { Identity, TodayOf } from './identity.ts';
import type { TokenSigner } from './tokens.ts';

/** How a session came about. */
export type IdentityKind = 'demo' | 'oidc' | 'embed';

/** A session in use. */
export interface ActiveSession {
  readonly identity: Identity;
  readonly kind: 'portal' | 'embed';
  readonly origin: IdentityKind;
  readonly hash: string;
  readonly expiresAt: number;
}

interface CacheEntry {
  readonly session: ActiveSession;
  readonly readAt: number;
}

/** How long what a session may see is believed before it is read again, in milliseconds. */
const cacheMs = 3_000;
const portalHours = 12;

/** Starts, finds and ends sessions. */
export class SessionStore {
  readonly #database: Database;
  readonly #signer: TokenSigner;
  readonly #todayOf: TodayOf;
  readonly #cache = new Map<string, CacheEntry>();
  readonly #pending = new Map<string, Promise<ActiveSession | null>>();

  constructor(database: Database, signer: TokenSigner, todayOf: TodayOf) {
    this.#database = database;
    this.#signer = signer;
    this.#todayOf = todayOf;
  }

  /**
   * Starts a session of a person and returns its token.
   * @throws ApiProblem `session.not-allowed` for people who are not (or no longer) in the company.
   */
  async start(
    tenantId: string,
    personId: string,
    origin: IdentityKind,
    requestId: string,
    lifetimeSeconds = portalHours * 3600,
  ): Promise<{ readonly token: string; readonly expiresAt: string; readonly identity: Identity }> {
    const { token, hash } = this.#signer.issue(tenantId);
    const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000).toISOString();
    const identity = await this.#database.write(systemActor(tenantId), async (sql) => {
      const found = await loadIdentity(sql, tenantId, personId, this.#todayOf);
      if (!found) throw new ApiProblem('session.not-allowed');
      const kind = origin === 'embed' ? 'embed' : 'portal';
      await sql.query('DELETE FROM session WHERE tenant_id = $1 AND expires_at < now()', [tenantId]);
      await sql.query(
        `INSERT INTO session (tenant_id, id_hash, kind, person_id, identity, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [tenantId, hash, kind, personId, origin, expiresAt],
      );
      await appendAudit(sql, { tenantId, actor: personId, requestId }, [{ action: 'session.started', details: { origin } }]);
      return found;
    });
    return { token, expiresAt, identity };
  }

  /** The session behind a token of this kind, or null when it is forged, ended, over, or its person has left. */
  async find(token: string, kind: ActiveSession['kind']): Promise<ActiveSession | null> {
    const parsed = this.#signer.read(token);
    if (!parsed) return null;
    const cached = this.#cache.get(parsed.hash);
    const fresh =
      cached && Date.now() - cached.readAt < cacheMs ? cached.session : await this.#readOnce(parsed.tenantId, parsed.hash);
    return fresh && fresh.kind === kind && fresh.expiresAt > Date.now() ? fresh : null;
  }

  /** Ends a session; its token is refused from now on, on other gateways within seconds. */
  async end(session: ActiveSession, requestId: string): Promise<void> {
    const { tenantId, personId } = session.identity.actor;
    await this.#database.write(systemActor(tenantId), async (sql) => {
      await sql.query('DELETE FROM session WHERE tenant_id = $1 AND id_hash = $2', [tenantId, session.hash]);
      await appendAudit(sql, { tenantId, actor: personId, requestId }, [{ action: 'session.ended' }]);
    });
    this.#cache.delete(session.hash);
    this.#pending.delete(session.hash);
  }

  /** Forgets what was read about people and their branches: call it when the organisation changed. */
  forget(): void {
    this.#cache.clear();
    this.#pending.clear();
  }

  /** Requests that arrive together share one read. */
  #readOnce(tenantId: string, hash: string): Promise<ActiveSession | null> {
    const running = this.#pending.get(hash);
    if (running) return running;
    const readAt = Date.now();
    const reading: Promise<ActiveSession | null> = this.#read(tenantId, hash).then(
      (session) => this.#settle(hash, reading, session && { session, readAt }),
      (error: unknown) => {
        this.#settle(hash, reading, null);
        throw error;
      },
    );
    this.#pending.set(hash, reading);
    return reading;
  }

  /** A read that `end` or `forget` overtook is answered but not kept. */
  #settle(hash: string, reading: Promise<unknown>, entry: CacheEntry | null): ActiveSession | null {
    if (this.#pending.get(hash) === reading) {
      this.#pending.delete(hash);
      if (entry) this.#remember(hash, entry);
      else this.#cache.delete(hash);
    }
    return entry?.session ?? null;
  }

  async #read(tenantId: string, hash: string): Promise<ActiveSession | null> {
    return this.#database.read(systemActor(tenantId), async (sql): Promise<ActiveSession | null> => {
      const { rows } = await sql.query<{
        person_id: string;
        kind: 'portal' | 'embed';
        identity: IdentityKind;
        expires_at: string;
      }>('SELECT person_id, kind, identity, expires_at FROM session WHERE tenant_id = $1 AND id_hash = $2', [tenantId, hash]);
      const row = rows[0];
      const identity = row && (await loadIdentity(sql, tenantId, row.person_id, this.#todayOf));
      if (!row || !identity) return null;
      return { identity, kind: row.kind, origin: row.identity, hash, expiresAt: Date.parse(row.expires_at) };
    });
  }

  #remember(hash: string, entry: CacheEntry): void {
    if (this.#cache.size > 20_000) this.#cache.clear();
    this.#cache.set(hash, entry);
  }
}
