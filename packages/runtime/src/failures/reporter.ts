import type { ApiClient } from '../api/api-client.ts';

/** What a plugin was doing when it failed. */
export type FailurePhase =
  'load' | 'sdk' | 'definition' | 'messages' | 'setup' | 'view' | 'construct' | 'render' | 'runtime' | 'timeout';

/** One failure of one version. */
export interface Failure {
  readonly pluginId: string;
  readonly version: string;
  readonly phase: FailurePhase;
  readonly message: string;
}

/** Tells the gateway which versions fail in browsers. */
export interface Reporter {
  report(failure: Failure): void;
}

const mostPerPage = 50;

/** Makes a reporter. The same failure is sent once per page, at most fifty in all, and a report that is lost is lost. */
export function createReporter(api: ApiClient): Reporter {
  const sent = new Set<string>();
  return {
    report(failure) {
      const message = failure.message.slice(0, 500);
      const key = JSON.stringify([failure.pluginId, failure.version, failure.phase, message]);
      if (sent.has(key) || sent.size >= mostPerPage) return;
      sent.add(key);
      void api.request({ method: 'POST', path: '/api/registry/reports', body: { ...failure, message } }).catch(() => undefined);
    },
  };
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name;
  return typeof error === 'string' ? error : String(error);
}
