import type { Disposer, Observable } from '../host/types.ts';

/** An observable whose owner may change it. */
export interface MutableObservable<T> extends Observable<T> {
  /** Tells the listeners unless the value is the same (`Object.is`, or by content for plain objects). */
  set(value: T): void;
  /** Listeners at present, for tests that count what is left behind. */
  readonly listeners: number;
}

/**
 * A value with listeners. A listener that throws goes to `onError` and does not stop the others; one that is
 * removed while others are told is not told any more.
 */
export function createObservable<T>(
  initial: T,
  onError: (error: unknown) => void = (error) => reportError(error),
): MutableObservable<T> {
  let current = initial;
  const listeners = new Set<{ readonly call: (value: T) => void }>();
  return {
    get current() {
      return current;
    },
    get listeners() {
      return listeners.size;
    },
    set(value) {
      if (same(current, value)) return;
      current = value;
      for (const listener of [...listeners]) {
        if (!listeners.has(listener)) continue;
        try {
          listener.call(value);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(call): Disposer {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The same observable without its setter, for handing out. */
export function readonlyObservable<T>(source: Observable<T>): Observable<T> {
  return {
    get current() {
      return source.current;
    },
    subscribe: (listener) => source.subscribe(listener),
  };
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
