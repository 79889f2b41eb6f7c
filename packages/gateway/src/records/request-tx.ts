import type { SessionInfo } from '@milepost/sdk/host';
import type { Actor } from '../access/actor.ts';
import type { CursorSigner } from '../crm/cursor.ts';
import type { Sql } from '../database/database.ts';
import type { ServerContext } from '../server-part/types.ts';
import type { PluginSet } from './plugin-source.ts';

/** One request's transaction: who asks, and the connection that is bound to them. */
export interface RequestTx {
  readonly sql: Sql;
  readonly actor: Actor;
  readonly session: SessionInfo;
  readonly plugins: PluginSet;
  readonly cursors: CursorSigner;
  readonly requestId: string;
  /** What a server part is given inside this transaction. */
  readonly serverContext: (pluginId: string) => ServerContext;
}
