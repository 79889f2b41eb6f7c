import { ApiError, WriteConflict } from '@milepost/sdk';
import type { Locale, Problem } from '@milepost/sdk';
import { text } from '../texts.ts';

interface ProblemBody {
  readonly code?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly remedy?: unknown;
  readonly problems?: unknown;
  readonly requestId?: unknown;
  readonly current?: unknown;
}

/** The error behind an answer that is not a success: `application/problem+json`, or whatever a proxy put in its place. */
export function errorOf(response: Response, body: unknown, locale: Locale): ApiError {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
  const requestId = string(problem.requestId) ?? response.headers.get('X-Request-Id');
  const known = string(problem.code);
  const init = {
    status: response.status,
    code: known ?? `http.${response.status}`,
    message: string(problem.detail) ?? string(problem.title) ?? text('gateway.answer', locale),
    remedy: string(problem.remedy) ?? (known ? '' : text('gateway.answer.remedy', locale)),
    problems: Array.isArray(problem.problems) ? (problem.problems as readonly Problem[]) : [],
    requestId,
  };
  return known === 'record.conflict' ? new WriteConflict({ ...init, current: problem.current ?? null }) : new ApiError(init);
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
