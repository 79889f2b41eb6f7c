import { createObservable } from '@milepost/sdk/host-kit';
import type { Observable } from '@milepost/sdk';

/** Whether the browser believes it has a network. */
export function watchConnection(): Observable<boolean> {
  const online = createObservable(navigator.onLine);
  addEventListener('online', () => online.set(true));
  addEventListener('offline', () => online.set(false));
  return online;
}
