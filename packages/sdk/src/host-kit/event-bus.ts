import type { Disposer, EventsApi, HostEvents } from '../host/types.ts';

/** One bus of a page; each plugin gets a view on it. */
export interface EventBus extends EventsApi {
  /** A view that forgets its listeners with `dispose`, and names the plugin when one of them throws. */
  scoped(pluginId: string): EventsApi & { dispose(): void };
  readonly listeners: number;
}

type Listener = (payload: never) => void;

/** Publish and subscribe with isolated listeners. Payloads are cloned, so that no listener can change what others get. */
export function createEventBus(onError: (error: unknown, pluginId: string) => void): EventBus {
  const listeners = new Map<string, Set<{ readonly call: Listener; readonly owner: string }>>();

  const on = <K extends keyof HostEvents>(name: K, call: (payload: HostEvents[K]) => void, owner: string): Disposer => {
    const entry = { call: call as Listener, owner };
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(entry));
    return () => {
      all.delete(entry);
      if (all.size === 0 && listeners.get(name) === all) listeners.delete(name);
    };
  };

  const emit = <K extends keyof HostEvents>(name: K, payload: HostEvents[K]): void => {
    for (const { call, owner } of [...(listeners.get(name) ?? [])]) {
      try {
        (call as (payload: HostEvents[K]) => void)(structuredClone(payload));
      } catch (error) {
        onError(error, owner);
      }
    }
  };

  return {
    emit,
    on: (name, listener) => on(name, listener, 'milepost'),
    scoped(pluginId) {
      const disposers = new Set<Disposer>();
      return {
        emit,
        on(name, listener) {
          const dispose = on(name, listener, pluginId);
          disposers.add(dispose);
          return () => {
            disposers.delete(dispose);
            dispose();
          };
        },
        dispose() {
          for (const dispose of disposers) dispose();
          disposers.clear();
        },
      };
    },
    get listeners() {
      return [...listeners.values()].reduce((sum, all) => sum + all.size, 0);
    },
  };
}
