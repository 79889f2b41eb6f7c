import type { Point } from './point.ts';
import type { TravelProvider } from './provider.ts';

/** A known way. Null: the provider knows of none. */
export interface StoredWay {
  readonly seconds: number | null;
  readonly metres: number | null;
}

/** Where answers of providers are kept: memory, a table of the gateway, a file. */
export interface TravelStore {
  /** One entry per key, undefined where nothing is known. */
  read(keys: readonly string[]): Promise<readonly (StoredWay | undefined)[]>;
  write(entries: readonly (readonly [key: string, way: StoredWay])[]): Promise<void>;
}

/** A store in memory that forgets the oldest ways beyond `most`. */
export function memoryStore(most = 1_000_000): TravelStore {
  const ways = new Map<string, StoredWay>();
  return {
    read: (keys) => Promise.resolve(keys.map((key) => ways.get(key))),
    write: (entries) => {
      for (const [key, way] of entries) {
        ways.delete(key);
        ways.set(key, way);
      }
      for (const key of ways.keys()) {
        if (ways.size <= most) break;
        ways.delete(key);
      }
      return Promise.resolve();
    },
  };
}

/** Key of a way: provider, mode, and both points to about one metre, in the datum of the provider. */
export function wayKey({ name, profile }: TravelProvider, from: Point, to: Point): string {
  return `${name}/${profile}/${place(from)}>${place(to)}`;
}

function place({ lng, lat }: Point): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}
