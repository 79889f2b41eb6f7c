/** A bearer token of at most five minutes, got for an assertion of the page's backend. It lives in memory only. */
import type { GetAssertion } from '../element/assertion.ts';

/** Renewed when less than this is left. */
const MARGIN_MS = 30_000;

/** Answers a token that is good for a while; `renew` after one was refused. */
export type TokenSource = (renew: boolean) => Promise<string>;

interface Exchanged {
  readonly token: string;
  readonly expiresAt: string;
}

/** Thrown when the gateway does not take the assertion. */
export class ExchangeError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ExchangeError';
    this.code = code;
  }
}

async function exchange(gateway: string, assertion: string): Promise<Exchanged> {
  const response = await fetch(`${gateway}/api/session/exchange`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({ assertion }),
  });
  const body = (await response.json().catch(() => null)) as (Partial<Exchanged> & { code?: string; detail?: string; title?: string }) | null;
  if (response.ok && typeof body?.token === 'string' && typeof body.expiresAt === 'string') return { token: body.token, expiresAt: body.expiresAt };
  throw new ExchangeError(body?.code ?? `http.${response.status}`, body?.detail ?? body?.title ?? response.statusText);
}

/** One token for all requests of a page; requests that come together wait for one exchange. */
export function createTokenSource(gateway: string, getAssertion: GetAssertion, now: () => number = Date.now): TokenSource {
  let current: { readonly token: string; readonly until: number } | null = null;
  let running: Promise<string> | null = null;
  const fetchToken = async (): Promise<string> => {
    const { token, expiresAt } = await exchange(gateway, await getAssertion());
    current = { token, until: Date.parse(expiresAt) };
    return token;
  };
  return (renew) => {
    if (!renew && current && current.until - now() > MARGIN_MS) return Promise.resolve(current.token);
    running ??= fetchToken().finally(() => (running = null));
    return running;
  };
}
