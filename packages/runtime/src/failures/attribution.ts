import type { Disposer } from '@milepost/sdk';

/** A version whose code runs on the page. */
export interface RunningVersion {
  readonly pluginId: string;
  readonly version: string;
  readonly baseUrl: string;
}

/**
 * Listens for errors that nobody caught and names the plugin they came from: the innermost frame of the stack that
 * lies under a plugin's folder. Errors of others are left alone.
 */
export function watchUncaught(
  running: () => Iterable<RunningVersion>,
  found: (version: RunningVersion, error: unknown) => void,
): Disposer {
  const attribute = (error: unknown, place: string): void => {
    const trace = `${error instanceof Error ? (error.stack ?? '') : ''}\n${place}`;
    const version = innermost(trace, running());
    if (version) found(version, error);
  };
  const onError = (event: ErrorEvent): void => attribute(event.error ?? event.message, event.filename ?? '');
  const onRejection = (event: PromiseRejectionEvent): void => attribute(event.reason, '');
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return () => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  };
}

/** The version whose folder is named first in a stack. */
export function innermost(trace: string, running: Iterable<RunningVersion>): RunningVersion | null {
  let best: RunningVersion | null = null;
  let bestAt = Infinity;
  for (const version of running) {
    const at = trace.indexOf(version.baseUrl);
    if (at >= 0 && at < bestAt) {
      best = version;
      bestAt = at;
    }
  }
  return best;
}
