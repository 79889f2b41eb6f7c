import type { Actor } from '../access/actor.ts';
import type { CursorSigner } from '../crm/cursor.ts';
import type { Database, Sql } from '../database/database.ts';
import { once } from '../records/idempotency.ts';
import type { Answer } from '../records/idempotency.ts';
import type { PluginSet } from '../records/plugin-source.ts';
import type { RequestTx } from '../records/request-tx.ts';
import { serverContext } from '../server-part/context.ts';
import type { ActiveSession } from '../session/store.ts';
import { isStorable } from './body.ts';
import type { GatewayContext } from './env.ts';
import { invalid, words } from './problem.ts';

/** What transactions of requests need. */
export interface TransactionParts {
  readonly database: Database;
  readonly cursors: CursorSigner;
  readonly plugins: () => PluginSet;
}

/** The person of a session with the collections that are open to everyone at this moment. */
export function actorOf(session: ActiveSession, plugins: PluginSet): Actor {
  return { ...session.identity.actor, openCollections: plugins.openCollections };
}

function requestTx(c: GatewayContext, session: ActiveSession, actor: Actor, parts: TransactionParts, sql: Sql): RequestTx {
  const tx: RequestTx = {
    sql,
    actor,
    session: session.identity.info,
    plugins: parts.plugins(),
    cursors: parts.cursors,
    requestId: c.get('requestId'),
    serverContext: (pluginId) => serverContext(tx, pluginId),
  };
  return tx;
}

/** Runs a read as the session's person. */
export function readAs<T>(
  parts: TransactionParts,
  c: GatewayContext,
  session: ActiveSession,
  work: (tx: RequestTx) => Promise<T>,
): Promise<T> {
  const actor = actorOf(session, parts.plugins());
  return parts.database.read(actor, (sql) => work(requestTx(c, session, actor, parts, sql)));
}

/** Runs a write as the session's person, once for each `Idempotency-Key`. */
export async function writeAs(
  parts: TransactionParts,
  c: GatewayContext,
  session: ActiveSession,
  bytes: Uint8Array,
  work: (tx: RequestTx) => Promise<Answer>,
): Promise<Response> {
  const actor = actorOf(session, parts.plugins());
  const { pathname, search } = new URL(c.req.url);
  const request = { key: keyOf(c), method: c.req.method, target: pathname + search, bytes };
  const answer = await parts.database.write(actor, (sql) =>
    once(sql, actor, request, () => work(requestTx(c, session, actor, parts, sql))),
  );
  const headers = { 'cache-control': 'no-store', ...(answer.replayed && { 'idempotent-replay': 'true' }) };
  if (answer.body === undefined) return c.body(null, 204, headers);
  return c.json(answer.body as object, answer.status === 201 ? 201 : 200, headers);
}

function keyOf(c: GatewayContext): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (key.length >= 1 && key.length <= 200 && isStorable(key)) return key;
  throw invalid('Idempotency-Key', 'length', words('应为 1 到 200 个字符', 'must have 1 to 200 characters'));
}
