import { createObservable } from '@milepost/sdk/host-kit';
import type { Locale } from '@milepost/sdk';

/** What a person chose for this device. */
export interface Preferences {
  readonly locale: Locale | null;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'compact' | 'normal' | 'roomy';
  readonly railCollapsed: boolean;
}

const defaults: Preferences = { locale: null, theme: 'auto', density: 'normal', railCollapsed: false };

/** Where preferences are kept: `localStorage`, or anything like it in tests. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

function read(storage: PreferenceStorage, key: string): Partial<Preferences> {
  try {
    return JSON.parse(storage.getItem(key) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

/**
 * Preferences of one person on this device. Those of the last person are kept a second time under no name, so that
 * the next start can paint in the right language and theme before it knows who is there.
 */
export function createPreferences(personKey: string | null, storage: PreferenceStorage, fallback: Partial<Preferences> = {}) {
  const own = personKey ? `milepost.preferences.${personKey}` : 'milepost.preferences';
  const shared = 'milepost.preferences';
  const start = { ...defaults, ...fallback, ...read(storage, storage.getItem(own) ? own : shared) };
  const value = createObservable<Preferences>(start);
  return {
    value,
    change(change: Partial<Preferences>): void {
      value.set({ ...value.current, ...change });
      const text = JSON.stringify(value.current);
      try {
        for (const key of new Set([own, shared])) storage.setItem(key, text);
      } catch {
        // A full or forbidden storage costs the memory of a choice, not the choice.
      }
    },
  };
}

/** See {@link createPreferences}. */
export type PreferenceStore = ReturnType<typeof createPreferences>;
