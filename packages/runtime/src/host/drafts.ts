import type { DraftsApi } from '@milepost/sdk';

const database = 'milepost-drafts';
const store = 'drafts';

/** Drafts of all plugins of one person of one company on this device. */
export interface DraftStore {
  of(pluginId: string): DraftsApi;
  close(): void;
}

/**
 * Opens the drafts lazily. Writes are durable before they are acknowledged: browsers otherwise answer before the data
 * is on the disk, and a power cut takes it. Where the browser keeps no database (some private windows and embedded
 * frames) drafts live as long as the page.
 */
export function createDrafts(tenantId: string, userId: string): DraftStore {
  let opening: Promise<IDBDatabase | null> | undefined;
  const memory = new Map<string, unknown>();
  const open = (): Promise<IDBDatabase | null> => (opening ??= openDatabase().catch(() => null));
  return {
    of(pluginId) {
      const keyOf = (key: string): string => JSON.stringify([tenantId, userId, pluginId, key]);
      return {
        async get<T>(key: string): Promise<T | null> {
          const db = await open();
          const found: unknown = db
            ? await settle(db.transaction(store).objectStore(store).get(keyOf(key)))
            : memory.get(keyOf(key));
          return (found as T | undefined) ?? null;
        },
        async set(key, value) {
          const db = await open();
          if (!db) return void memory.set(keyOf(key), structuredClone(value));
          await commit(db, (drafts) => drafts.put(value, keyOf(key)));
        },
        async remove(key) {
          const db = await open();
          if (!db) return void memory.delete(keyOf(key));
          await commit(db, (drafts) => drafts.delete(keyOf(key)));
        },
      };
    },
    close() {
      void opening?.then((db) => db?.close());
      opening = undefined;
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => {
      // Another tab with a newer version must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is not available'));
    request.onblocked = () => reject(new Error('IndexedDB is blocked'));
  });
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

function commit(db: IDBDatabase, write: (drafts: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB failed'));
    write(transaction.objectStore(store));
  });
}
