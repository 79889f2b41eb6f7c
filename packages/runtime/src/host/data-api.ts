import type { Page } from '@milepost/sdk/host';
import { ApiError } from '@milepost/sdk';
import type { Collection, DataApi, RecordOf, RecordWrite, SharedCollection } from '@milepost/sdk';
import type { ApiClient } from '../api/api-client.ts';
import { orNull, readAll } from './crm-api.ts';

/** What the storage of a plugin is bound to. */
export interface DataBinding {
  readonly pluginId: string;
  /** Throws when the manifest does not declare the collection. */
  allow(collection: string): void;
  /** Throws when the manifest does not name the other plugin's collection. */
  allowShared(pluginId: string, name: string): void;
  /** Told after each record that was written. */
  changed(collection: string, id: string): void;
}

/** The plugin's collections and endpoints on the gateway. */
export function createDataApi(api: ApiClient, binding: DataBinding): DataApi {
  const base = `/api/plugins/${binding.pluginId}`;
  return {
    collection<T>(name: string): Collection<T> {
      binding.allow(name);
      return collectionOf<T>(api, `${base}/records/${encodeURIComponent(name)}`, (id) => binding.changed(name, id));
    },
    shared<T>(pluginId: string, name: string): SharedCollection<T> {
      binding.allowShared(pluginId, name);
      return sharedOf<T>(collectionOf<T>(api, `/api/plugins/${encodeURIComponent(pluginId)}/records/${encodeURIComponent(name)}`, () => undefined));
    },
    async call<T>(path: string, init: { readonly method?: 'GET' | 'POST'; readonly body?: unknown; readonly signal?: AbortSignal } = {}): Promise<T> {
      const method = init.method ?? (init.body === undefined ? 'GET' : 'POST');
      return await api.request({ method, path: `${base}/call/${path.replace(/^\/+/, '')}`, body: init.body, signal: init.signal });
    },
  };
}

/** Reads only, and empty where the other plugin is not installed: plugins work without each other. */
function sharedOf<T>(collection: Collection<T>): SharedCollection<T> {
  const orElse = async <V>(read: Promise<V>, empty: V): Promise<V> => {
    try {
      return await read;
    } catch (error) {
      if (error instanceof ApiError && (error.code === 'plugin.unknown' || error.code === 'collection.unknown')) return empty;
      throw error;
    }
  };
  return {
    list: (query, signal) => orElse(collection.list(query, signal), { items: [], next: null }),
    listAll: (query, signal) => orElse(collection.listAll(query, signal), []),
    get: (id, signal) => orElse(collection.get(id, signal), null),
  };
}

function collectionOf<T>(api: ApiClient, path: string, changed: (id: string) => void): Collection<T> {
  const at = (id: string): string => `${path}/${encodeURIComponent(id)}`;
  const list: Collection<T>['list'] = async (query = {}, signal) => {
    const { where, sort, limit, cursor } = query;
    return await api.request<Page<RecordOf<T>>>({ path, query: { where, sort, limit, cursor }, signal });
  };
  return {
    list,
    listAll: (query = {}, signal) => readAll((page) => list(page, signal), query, query.limit ?? 10_000),
    get: async (id, signal) => await orNull(api.request({ path: at(id), signal })),
    async put(id, value, options) {
      const record = await api.request<RecordOf<T>>({ method: 'PUT', path: at(id), body: { ...options, value } });
      changed(id);
      return record;
    },
    async remove(id, revision) {
      await api.request({ method: 'DELETE', path: at(id), query: { revision } });
      changed(id);
    },
    async history(id, signal) {
      const answer = await api.request<{ items: readonly RecordOf<T>[] }>({ path: `${at(id)}/history`, signal });
      return answer.items;
    },
    async batch(writes: readonly RecordWrite<T>[]) {
      const answer = await api.request<{ items: readonly RecordOf<T>[] }>({ method: 'POST', path: `${path}:batch`, body: { writes } });
      for (const write of writes) changed(write.id);
      return answer.items;
    },
  };
}
