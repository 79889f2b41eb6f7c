import type { AggregateQuery, AggregateRow, EntityName, EntityRows, ListQuery, Page, Role, Words } from '@milepost/crm';
import type { JsonSchema } from '@milepost/sdk/manifest';
import type { Organisation, RecordOf, RecordQuery, RecordWrite, SessionInfo } from '@milepost/sdk/host';
import type { ZodType } from 'zod';
import type { Finding } from '../http/problem.ts';
import type { PluginActivity } from '../mirror/plugin-activity.ts';

/** One thing wrong with a write, in both languages. `path` is inside the value: `months.2026-03`. */
export type ServerProblem = Finding;

/** Records of one collection of the plugin, inside the request's transaction and the person's rights. */
export interface ServerCollection<T = unknown> {
  list(query?: RecordQuery): Promise<Page<RecordOf<T>>>;
  /** Follows pages to the end, at most 100,000 records. `limit` and `cursor` of the query have no effect. */
  listAll(query?: RecordQuery): Promise<readonly RecordOf<T>[]>;
  get(id: string): Promise<RecordOf<T> | null>;
  /** All of them or none; the same checks as through the API. @throws what the API would answer. */
  write(writes: readonly RecordWrite<T>[]): Promise<readonly RecordOf<T>[]>;
  /** One `put`. */
  put(id: string, value: T, options: Omit<Extract<RecordWrite<T>, { op: 'put' }>, 'op' | 'id' | 'value'>): Promise<RecordOf<T>>;
}

/** What a server part sees: everything bound to the person of the request and its transaction. */
export interface ServerContext {
  readonly session: SessionInfo;
  /** The company's business day, `YYYY-MM-DD`. */
  readonly today: string;
  /**
   * True only while demo records are written: rules may then let the past and other people's names in. No request ever sees
   * it true.
   */
  readonly seeding: boolean;
  /** The plugin's configuration: the portal file's over the manifest's defaults. The same that its pages are given. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly crm: {
    list<E extends EntityName>(entity: E, query?: ListQuery): Promise<Page<EntityRows[E]>>;
    /** Follows pages to the end, at most 100,000 rows. */
    listAll<E extends EntityName>(entity: E, query?: ListQuery): Promise<readonly EntityRows[E][]>;
    get<E extends EntityName>(entity: E, id: string): Promise<EntityRows[E] | null>;
    aggregate(query: AggregateQuery): Promise<readonly AggregateRow[]>;
    organisation(asOf?: string): Promise<Organisation>;
    /**
     * Notes an activity in the mirror, in the same transaction, until a connector brings it to the CRM. Its id there is the
     * plugin's and the given one (`visit-planning:v-1`); the same id again replaces it. A load keeps it.
     * @throws ApiProblem access.denied where the person does not see the account or may not write for the owner.
     */
    recordActivity(activity: PluginActivity): Promise<void>;
  };
  /** A collection of this plugin. */
  records<T = unknown>(collection: string): ServerCollection<T>;
  /**
   * A collection that another plugin shares (`shared` in its manifest), read within the person's rights; null where
   * that plugin is not installed or shares no such collection.
   */
  sharedRecords<T = unknown>(pluginId: string, collection: string): Pick<ServerCollection<T>, 'list' | 'listAll' | 'get'> | null;
  /** Builds one problem. */
  problem(path: string, code: string, message: Words): ServerProblem;
  /** Ends the request with 422 and these problems. */
  reject(problems: readonly ServerProblem[]): never;
}

/** A write about to happen. `previous` is null for a new record and for one that comes back, `next` null for a deletion. */
export interface PendingWrite<T = unknown> {
  readonly id: string;
  readonly previous: RecordOf<T> | null;
  /** The deleted record whose id this write takes up again; null in every other case. */
  readonly restored: RecordOf<T> | null;
  readonly next: Omit<RecordOf<T>, 'createdAt' | 'updatedAt'> | null;
}

/** Rules of one collection, checked in the transaction of the write. */
export interface CollectionRules<T = unknown> {
  /** Looks at one write; `writes` is the whole batch. */
  validate?(
    ctx: ServerContext,
    write: PendingWrite<T> & { readonly writes: readonly PendingWrite<T>[] },
  ): readonly ServerProblem[] | Promise<readonly ServerProblem[]>;
  /**
   * Runs once after all writes of a batch are stored and before they are committed: `ctx.records` sees them. Problems
   * undo the batch. Paths are from the batch: `writes.0.value.…`.
   */
  afterBatch?(
    ctx: ServerContext,
    batch: { readonly writes: readonly PendingWrite<T>[] },
  ): readonly ServerProblem[] | Promise<readonly ServerProblem[]>;
  /**
   * Writes with a key in common wait for each other, so that a rule over several records cannot be broken by two
   * writers at once. Keys are shared by all collections of the plugin in a company: a rule that looks into another
   * collection names the same key there. Left out, it is the collection's name: all its writers wait.
   */
  lockKey?(write: PendingWrite<T>): string | readonly string[];
}

/** What an endpoint is given. */
export interface EndpointInput<B = unknown> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: B;
}

/** An endpoint under `/api/plugins/<id>/call/<path>`. */
export interface ServerEndpoint<B = unknown> {
  /** GET reads only; POST may write, all in one transaction. */
  readonly method: 'GET' | 'POST';
  /** `plans/:planId/summary`. */
  readonly path: string;
  /** Everybody signed in when left out. */
  readonly roles?: readonly Role[];
  /** A zod schema, or a JSON Schema. */
  readonly bodySchema?: ZodType<B> | JsonSchema;
  /** What it returns is the JSON answer; nothing is 204. */
  handler(ctx: ServerContext, input: EndpointInput<B>): unknown;
}

/** A record for a demo company. One that comes twice is written twice: first as it was, then as it became. */
export interface DemoRecord {
  readonly collection: string;
  readonly id: string;
  readonly value: unknown;
  readonly ownerId?: string | null;
  readonly unitId?: string | null;
  readonly accountId?: string | null;
}

/** What a plugin adds to the gateway. */
export interface ServerPart {
  readonly id: string;
  readonly collections?: Readonly<Record<string, CollectionRules>>;
  readonly routes?: readonly ServerEndpoint[];
  /**
   * Records that make the demo company's first screen alive, asked for once while the plugin has stored nothing there.
   * They are written in this order, as the company's operations person and with all checks.
   */
  demoRecords?(ctx: ServerContext): readonly DemoRecord[] | Promise<readonly DemoRecord[]>;
}
