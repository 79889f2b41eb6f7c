import type { Logger } from 'pino';
import type { GatewayConfig } from '../config/config.ts';
import type { CursorSigner } from '../crm/cursor.ts';
import type { Database, Sql } from '../database/database.ts';
import type { PluginSet } from '../records/plugin-source.ts';
import type { KeyedAnswer, KeyedRequest, Answer } from '../records/idempotency.ts';
import type { RequestTx } from '../records/request-tx.ts';
import type { DemoHints } from '../session/demo-routes.ts';
import type { ActiveSession, SessionStore } from '../session/store.ts';
import type { AuditEvent } from '../audit/append.ts';
import type { Metrics } from './metrics.ts';
import type { Authenticate } from './endpoint.ts';
import type { GatewayContext } from './env.ts';

/** What routes are built from. Routes of other folders (registry, portal, static files) get the same. */
export interface GatewayKit {
  readonly config: GatewayConfig;
  readonly database: Database;
  readonly sessions: SessionStore;
  readonly cursors: CursorSigner;
  readonly log: Logger;
  /** Signs what the gateway gives out; derive a key of your own from it. */
  readonly secret: string;
  readonly metrics: Metrics;
  /** Whom the demo's switcher shows. */
  readonly demoHints: DemoHints;
  /** The session of a request; writes with the cookie are checked for their origin. */
  readonly authenticate: Authenticate;
  /** The plugins of this moment. */
  plugins(): PluginSet;
  /** A read-only transaction of the request's person. */
  read<T>(c: GatewayContext, session: ActiveSession, work: (tx: RequestTx) => Promise<T>): Promise<T>;
  /** A write of the request's person, idempotent by its key. Returns the answer as a response. */
  write(
    c: GatewayContext,
    session: ActiveSession,
    bytes: Uint8Array,
    work: (tx: RequestTx) => Promise<Answer>,
  ): Promise<Response>;
  /** Writes audit entries outside a request: publishing, rolling back, importing. */
  audit(tenantId: string, actor: string, events: readonly AuditEvent[]): Promise<void>;
}

export type { Answer, KeyedAnswer, KeyedRequest, Sql };
