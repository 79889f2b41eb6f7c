import type { Logger } from 'pino';
import { UnsafeNumber } from '../database/types.ts';
import type { GatewayContext } from './env.ts';
import { ApiProblem, problemResponse } from './problem.ts';
import type { ProblemCode } from './catalogue.ts';

/** Answers an error: problems as they are, database errors by their class, anything else as 500 with one log line. */
export function answerError(error: unknown, c: GatewayContext, log: Logger): Response {
  const problem = error instanceof ApiProblem ? error : new ApiProblem(codeOf(error));
  c.set('outcome', problem.code);
  if (problem.code === 'server.failed') log.error({ err: error, requestId: c.get('requestId') }, 'request failed');
  return problemResponse(problem, c.get('locale') ?? 'zh-CN', c.get('requestId') ?? '');
}

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

/** SQLSTATE classes that the request's own values cause, and those where the server is not there. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof UnsafeNumber) return 'aggregate.too-large';
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    if (networkCodes.has(code)) return 'database.unavailable';
    if (code === '57014' || code === '54001') return 'query.too-slow';
    // 08P01 is a statement of ours that is wrong, not a lost connection.
    if (/^(08(?!P01)|57P|53)/.test(code)) return 'database.unavailable';
    if (code === '42501') return 'access.denied';
    if (/^22/.test(code)) return 'request.invalid';
  }
  const text = typeof message === 'string' ? message : '';
  if (/Connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(text))
    return 'database.unavailable';
  return 'server.failed';
}
