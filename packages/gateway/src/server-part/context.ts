import type { EntityName, EntityRows, ListQuery, Page } from '@milepost/crm';
import type { RecordOf, RecordQuery, RecordWrite } from '@milepost/sdk/host';
import { aggregateRows } from '../crm/aggregate.ts';
import { getRow, listRows } from '../crm/list.ts';
import { organisationOn } from '../crm/organisation.ts';
import { ApiProblem } from '../http/problem.ts';
import { noteActivity } from '../mirror/plugin-activity.ts';
import { pluginConfig } from '../records/plugin-config.ts';
import type { OpenCollection } from '../records/plugin-source.ts';
import { getRecord, listRecords } from '../records/read.ts';
import type { RequestTx } from '../records/request-tx.ts';
import { writeRecords } from '../records/write.ts';
import type { ServerCollection, ServerContext } from './types.ts';

const maxRows = 100_000;

/** What a server part is given: reads and writes inside the request's transaction, limited to the person's rights. */
export function serverContext(tx: RequestTx, pluginId: string, seeding = false): ServerContext {
  const list = <E extends EntityName>(entity: E, query: ListQuery = {}): Promise<Page<EntityRows[E]>> =>
    listRows(entity, query, tx) as Promise<Page<unknown>> as Promise<Page<EntityRows[E]>>;
  return {
    session: tx.session,
    today: tx.session.today,
    seeding,
    config: configOf(tx, pluginId),
    crm: {
      list,
      listAll: (entity, query = {}) => followPages((cursor) => list(entity, { ...query, limit: 1000, cursor })),
      get: (entity, id) => getRow(entity, id, tx.sql) as Promise<unknown> as Promise<never>,
      aggregate: (query) => aggregateRows(query, tx.sql),
      organisation: (asOf = tx.session.today) => organisationOn(asOf, tx.sql),
      recordActivity: (activity) => noteActivity(tx.sql, pluginId, activity),
    },
    records: <T>(name: string) => serverCollection<T>(tx, collectionOf(tx, pluginId, name)),
    sharedRecords: <T>(otherId: string, name: string) => {
      const found = tx.plugins.collection(otherId, name);
      return found?.def.shared ? serverCollection<T>(tx, found) : null;
    },
    problem: (path, code, message) => ({ path, code, message }),
    reject: (problems) => {
      throw new ApiProblem('record.invalid', { problems });
    },
  };
}

function configOf(tx: RequestTx, pluginId: string): ServerContext['config'] {
  const source = tx.plugins.plugin(pluginId);
  return source ? pluginConfig(source.manifest, source.config) : {};
}

async function followPages<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    for (const item of items) all.push(item);
    cursor = next ?? undefined;
  } while (cursor && all.length < maxRows);
  return all;
}

/** @throws ApiProblem where the plugin or the collection does not exist. */
export function collectionOf(tx: Pick<RequestTx, 'plugins'>, pluginId: string, name: string): OpenCollection {
  const found = tx.plugins.collection(pluginId, name);
  if (found) return found;
  throw new ApiProblem(tx.plugins.plugin(pluginId) ? 'collection.unknown' : 'plugin.unknown');
}

function serverCollection<T>(tx: RequestTx, collection: OpenCollection): ServerCollection<T> {
  const write = (writes: readonly RecordWrite<T>[]): Promise<readonly RecordOf<T>[]> =>
    writeRecords(tx, collection, writes, (index) => `writes.${index}.`) as Promise<readonly RecordOf<T>[]>;
  const list = (query: RecordQuery = {}): Promise<Page<RecordOf<T>>> =>
    listRecords(tx, collection, query) as Promise<Page<RecordOf<T>>>;
  return {
    list,
    listAll: (query = {}) => followPages((cursor) => list({ ...query, limit: 1000, cursor })),
    get: (id) => getRecord(tx, collection, id) as Promise<RecordOf<T> | null>,
    write,
    put: async (id, value, options) => {
      const [row] = await write([{ op: 'put', id, value, ...options }]);
      return row as RecordOf<T>;
    },
  };
}
