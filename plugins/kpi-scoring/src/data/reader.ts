import type { AggregateQuery, AggregateRow, EntityName, EntityRows, ListQuery } from '@milepost/crm';
import type { PluginHost, RecordOf, RecordQuery } from '@milepost/sdk';
import type { CalendarTenant } from '../domain/projection.ts';

/** The reads of the mirror that scoring needs; a browser's host and the gateway's server part both offer them. */
export interface MirrorReader {
  aggregate(query: AggregateQuery): Promise<readonly AggregateRow[]>;
  listAll<E extends EntityName>(entity: E, query?: ListQuery): Promise<readonly EntityRows[E][]>;
}

/** Reads of the plugin's collections, to the end. */
export type RecordReader = <T>(collection: string, query: RecordQuery) => Promise<readonly RecordOf<T>[]>;

/** Reads of a collection another plugin shares, to the end; nothing where that plugin is not installed. */
export type SharedReader = <T>(pluginId: string, collection: string, query: RecordQuery) => Promise<readonly RecordOf<T>[]>;

/** All of them, with the day and the company they are read for. */
export interface Reader {
  readonly mirror: MirrorReader;
  readonly records: RecordReader;
  readonly shared: SharedReader;
  readonly today: string;
  readonly tenant: CalendarTenant;
}

/** The reader of a browser; reads end when the signal does. */
export function hostReader(host: PluginHost, signal?: AbortSignal): Reader {
  return {
    mirror: {
      aggregate: (query) => host.crm.aggregate(query, signal),
      listAll: (entity, query) => host.crm.listAll(entity, query, signal),
    },
    records: <T>(collection: string, query: RecordQuery) => host.data.collection<T>(collection).listAll(query, signal),
    shared: <T>(pluginId: string, collection: string, query: RecordQuery) =>
      host.data.shared<T>(pluginId, collection).listAll(query, signal),
    today: host.session.today,
    tenant: host.session.tenant,
  };
}
