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
  return problemOf(response.status, body, locale, response.headers.get('X-Request-Id'));
}

/** The error that a problem document describes; a plain one where there is none. */
export function problemOf(status: number, body: unknown, locale: Locale, id: string | null = null): ApiError {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
  const requestId = string(problem.requestId) ?? id;
  const known = string(problem.code);
  const init = {
    status,
    code: known ?? `http.${status}`,
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
