import type { AggregateQuery, AggregateRow, EntityName, EntityRows, ListQuery } from '@milepost/crm';
import type { PluginHost, RecordOf, RecordQuery } from '@milepost/sdk';

/** The reads of the mirror that scoring needs; a browser's host and the gateway's server part both offer them. */
export interface MirrorReader {
  aggregate(query: AggregateQuery): Promise<readonly AggregateRow[]>;
  listAll<E extends EntityName>(entity: E, query?: ListQuery): Promise<readonly EntityRows[E][]>;
}

/** Reads of the plugin's collections, to the end. */
export type RecordReader = <T>(collection: string, query: RecordQuery) => Promise<readonly RecordOf<T>[]>;

/** Both, with the day they are read on. */
export interface Reader {
  readonly mirror: MirrorReader;
  readonly records: RecordReader;
  readonly today: string;
}

/** The reader of a browser; reads end when the signal does. */
export function hostReader(host: PluginHost, signal?: AbortSignal): Reader {
  return {
    mirror: {
      aggregate: (query) => host.crm.aggregate(query, signal),
      listAll: (entity, query) => host.crm.listAll(entity, query, signal),
    },
    records: <T>(collection: string, query: RecordQuery) => host.data.collection<T>(collection).listAll(query, signal),
    today: host.session.today,
  };
}
