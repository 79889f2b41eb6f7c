import type { Page } from '@milepost/sdk/host';
import { ApiError } from '@milepost/sdk';
import { callPath, isSegment } from '@milepost/sdk/host-kit';
import type { CallOptions, Collection, DataApi, Locale, RecordOf, RecordWrite, SharedCollection } from '@milepost/sdk';
import type { ApiClient } from '../api/api-client.ts';
import { text } from '../texts.ts';
import { orNull, readAll } from './crm-api.ts';

/** What the storage of a plugin is bound to. */
export interface DataBinding {
  readonly pluginId: string;
  /** The language of refusals. */
  locale(): Locale;
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
      return collectionOf<T>(api, binding, `${base}/records/${encodeURIComponent(name)}`, (id) => binding.changed(name, id));
    },
    shared<T>(pluginId: string, name: string): SharedCollection<T> {
      binding.allowShared(pluginId, name);
      return sharedOf<T>(
        collectionOf<T>(
          api,
          binding,
          `/api/plugins/${encodeURIComponent(pluginId)}/records/${encodeURIComponent(name)}`,
          () => undefined,
        ),
      );
    },
    async call<T>(path: string, { method, query = {}, body, signal }: CallOptions = {}): Promise<T> {
      const encoded = callPath(path) ?? refusePath(path, binding.locale());
      return await api.request({
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        path: `${base}/call/${encoded}`,
        query,
        body,
        signal,
      });
    },
  };
}

function refusePath(path: string, locale: Locale): never {
  const message = text('call.path', locale, { path });
  throw new ApiError({
    status: 400,
    code: 'call.path',
    message,
    remedy: text('call.path.remedy', locale),
    problems: [{ path: 'path', code: 'call.path', message }],
  });
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

function collectionOf<T>(
  api: ApiClient,
  binding: Pick<DataBinding, 'locale'>,
  path: string,
  changed: (id: string) => void,
): Collection<T> {
  const at = (id: string): string => {
    if (!isSegment(id)) refusePath(id, binding.locale());
    return `${path}/${encodeURIComponent(id)}`;
  };
  const list: Collection<T>['list'] = async (query = {}, signal) => {
    const { where, sort, limit, cursor } = query;
    return await api.request<Page<RecordOf<T>>>({ path, query: { where, sort, limit, cursor }, signal });
  };
  return {
    list,
    listAll: (query = {}, signal) => readAll((page) => list(page, signal), query, binding.locale),
    get: async (id, signal) => (isSegment(id) ? await orNull(api.request({ path: at(id), signal })) : null),
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
      const answer = await api.request<{ items: readonly RecordOf<T>[] }>({
        method: 'POST',
        path: `${path}:batch`,
        body: { writes },
      });
      for (const write of writes) changed(write.id);
      return answer.items;
    },
  };
}
