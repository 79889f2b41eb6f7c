import { ApiError, newId } from '@milepost/sdk';
import type { Locale } from '@milepost/sdk';
import { text } from '../texts.ts';
import { errorOf } from './answer-error.ts';

/** How requests prove who is at work. `token(true)` asks for a new one after the old was refused. */
export type Auth = { readonly kind: 'cookie' } | { readonly kind: 'bearer'; token(renew: boolean): Promise<string> };

/** What an API client needs. */
export interface ApiClientOptions {
  /** Origin of the gateway; empty for the page's own. */
  readonly gatewayUrl: string;
  readonly auth: Auth;
  readonly fetch?: typeof fetch;
  /** The language of the answers' texts. */
  locale(): Locale;
  /** Milliseconds until a try is given up; 20,000 when left out. */
  readonly timeoutMs?: number;
}

/** One call. Anything but GET carries an idempotency key, unless `reads` says that it changes nothing. */
export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Starts with `/api/`. */
  readonly path: string;
  /** Undefined values are left out; objects are sent as JSON. */
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** A POST that only asks, such as an aggregation: it may be sent again. */
  readonly reads?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The one way to the gateway. */
export interface ApiClient {
  /**
   * The parsed answer; undefined for 204.
   * @throws ApiError or WriteConflict; the signal's reason when it was aborted.
   */
  request<T>(request: ApiRequest): Promise<T>;
}

const readPauses = [250, 1000];
const writePauses = [500];
const passing = new Set([0, 429, 502, 503, 504]);

/**
 * Makes a client. Reads are tried three times while the gateway cannot be reached or is busy. A write is sent once more
 * when its answer was lost, under the same idempotency key, so that it takes effect once.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  return {
    async request<T>(request: ApiRequest): Promise<T> {
      const reads = request.reads ?? (request.method ?? 'GET') === 'GET';
      const headers = new Headers(reads ? {} : { 'Idempotency-Key': newId() });
      const pauses = reads ? readPauses : writePauses;
      for (let attempt = 0; ; attempt++) {
        try {
          return (await tryOnce(options, request, headers)) as T;
        } catch (error) {
          request.signal?.throwIfAborted();
          const pause = pauses[attempt];
          if (pause === undefined || !mayRepeat(error, reads)) throw error;
          await wait(pause * (0.75 + Math.random() / 2), request.signal);
        }
      }
    },
  };
}

function mayRepeat(error: unknown, reads: boolean): boolean {
  if (!(error instanceof ApiError)) return false;
  // A write that timed out may still be at work; its key makes a second send safe, and so does a lost connection.
  return reads ? passing.has(error.status) : error.status === 0;
}

async function tryOnce(options: ApiClientOptions, request: ApiRequest, headers: Headers): Promise<unknown> {
  let response = await send(options, request, headers, false);
  if (response.status === 401 && options.auth.kind === 'bearer') response = await send(options, request, headers, true);
  const locale = options.locale();
  if (response.status === 204) return undefined;
  const body = await readBody(response, locale);
  if (response.ok) return body;
  throw errorOf(response, body, locale);
}

async function send(options: ApiClientOptions, request: ApiRequest, base: Headers, renew: boolean): Promise<Response> {
  const headers = new Headers(base);
  headers.set('Accept', 'application/json');
  headers.set('Accept-Language', options.locale());
  headers.set('X-Milepost', '1');
  if (request.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.auth.kind === 'bearer') headers.set('Authorization', `Bearer ${await options.auth.token(renew)}`);
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 20_000);
  try {
    return await (options.fetch ?? fetch)(urlOf(options.gatewayUrl, request), {
      method: request.method ?? 'GET',
      headers,
      credentials: options.auth.kind === 'cookie' ? 'same-origin' : 'omit',
      signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
  } catch (error) {
    request.signal?.throwIfAborted();
    throw clientError(timeout.aborted ? 'gateway.timeout' : 'gateway.unreachable', options.locale(), error);
  }
}

async function readBody(response: Response, locale: Locale): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (!response.ok) return null;
    throw clientError('gateway.answer', locale, error);
  }
}

function clientError(
  code: 'gateway.timeout' | 'gateway.unreachable' | 'gateway.answer',
  locale: Locale,
  cause: unknown,
): ApiError {
  const error = new ApiError({
    status: 0,
    code,
    message: text(code, locale),
    remedy: text(`${code}.remedy`, locale),
  });
  error.cause = cause;
  return error;
}

function urlOf(gatewayUrl: string, { path, query = {} }: ApiRequest): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    params.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const search = params.toString();
  return `${gatewayUrl.replace(/\/$/, '')}${path}${search && `?${search}`}`;
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
