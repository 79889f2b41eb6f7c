import { ApiError, newId } from '@milepost/sdk';
import type { Problem } from '@milepost/sdk';

/** The gateway could not be reached at all. */
const unreachable = { status: 0, code: 'gateway.unreachable' } as const;

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly problems?: readonly Problem[];
  readonly requestId?: string;
}

/**
 * One JSON call of the portal's own: session, portal file, snapshot. Plugins and pages read through the runtime.
 * @throws ApiError with the gateway's code, or `gateway.unreachable`.
 */
export async function callGateway<T>(path: string, init: { method?: string; body?: unknown } = {}): Promise<T> {
  const method = init.method ?? 'GET';
  const response = await fetch(path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(method === 'GET' ? {} : { 'X-Milepost': '1', 'Idempotency-Key': newId() }),
      ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(document.documentElement.lang ? { 'Accept-Language': document.documentElement.lang } : {}),
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  }).catch((error: unknown) => {
    throw new ApiError({ ...unreachable, message: error instanceof Error ? error.message : String(error) });
  });
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const problem = (body ?? {}) as ProblemBody;
  throw new ApiError({
    status: response.status,
    code: problem.code ?? (response.status >= 502 ? unreachable.code : `http.${response.status}`),
    message: problem.detail ?? problem.title ?? response.statusText,
    remedy: problem.remedy,
    problems: problem.problems,
    requestId: problem.requestId,
  });
}
