import type { Disposer, Observable } from '@milepost/sdk';

/** Everything one view registered. It is emptied when the view goes, also of what the plugin forgot. */
export interface DisposerBag {
  add(dispose: Disposer): Disposer;
  /** An observable whose subscriptions end with the bag. */
  watch<T>(source: Observable<T>): Observable<T>;
  dispose(): void;
}

/** Makes an empty bag. Disposing twice is harmless; what is added later is disposed at once. */
export function createDisposers(): DisposerBag {
  const open = new Set<Disposer>();
  let closed = false;
  const add = (dispose: Disposer): Disposer => {
    if (closed) {
      dispose();
      return dispose;
    }
    const once = (): void => {
      if (open.delete(once)) dispose();
    };
    open.add(once);
    return once;
  };
  return {
    add,
    watch: (source) => ({
      get current() {
        return source.current;
      },
      subscribe: (listener) => add(source.subscribe(listener)),
    }),
    dispose() {
      closed = true;
      for (const dispose of [...open]) dispose();
    },
  };
}
