/** A bearer token of at most five minutes, got for an assertion of the page's backend. It lives in memory only. */
import { word } from '../element/words.ts';
import type { GetAssertion } from '../element/assertion.ts';

/** Renewed when less than this is left. */
const MARGIN_MS = 30_000;

/** Answers a token that is good for a while; `renew` after one was refused. */
export type TokenSource = (renew: boolean) => Promise<string>;

interface Exchanged {
  readonly token: string;
  /** Milliseconds from when it was received. */
  readonly lifeMs: number;
}

interface ExchangeBody extends Partial<Record<'token' | 'expiresAt' | 'code' | 'title' | 'detail' | 'remedy', string>> {
  readonly expiresIn?: number;
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

async function exchange(gateway: string, assertion: string, lang: string): Promise<Exchanged> {
  const response = await fetch(`${gateway}/api/session/exchange`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': lang },
    credentials: 'omit',
    body: JSON.stringify({ assertion }),
  }).catch(async () => {
    throw await whyUnanswered(gateway, lang);
  });
  const body = (await response.json().catch(() => null)) as ExchangeBody | null;
  const lifeMs = body && lifeOf(body, response);
  if (response.ok && typeof body?.token === 'string' && lifeMs !== null) return { token: body.token, lifeMs };
  const said = [body?.title && endOf(body.title, lang), body?.detail, body?.remedy]
    .filter(Boolean)
    .join(lang.startsWith('zh') ? '' : ' ');
  throw new ExchangeError(body?.code ?? `http.${response.status}`, said || response.statusText);
}

/** Both ends of the span are the gateway's: the clock of a PC may be minutes off, and a span holds all the same. */
function lifeOf({ expiresIn, expiresAt }: ExchangeBody, response: Response): number | null {
  if (typeof expiresIn === 'number') return expiresIn * 1000;
  if (typeof expiresAt !== 'string') return null;
  const sentAt = Date.parse(response.headers.get('Date') ?? '');
  return Date.parse(expiresAt) - (Number.isNaN(sentAt) ? Date.now() : sentAt);
}

/** Titles come without a full stop. */
function endOf(title: string, lang: string): string {
  return title + (lang.startsWith('zh') ? '。' : '.');
}

/** A browser gives one error for a gateway that is gone and for one that does not answer this page. Anybody may ask the gateway which. */
async function whyUnanswered(gateway: string, lang: string): Promise<ExchangeError> {
  const answer: unknown = await fetch(`${gateway}/embed/origin`, { credentials: 'omit' })
    .then((response) => response.json())
    .catch(() => null);
  const { allowed, origin } = (answer ?? {}) as { allowed?: unknown; origin?: unknown };
  if (allowed === false && typeof origin === 'string') return new ExchangeError('embed.origin', word('origin', lang, origin));
  return new ExchangeError('gateway.unreachable', word('unreachable', lang, gateway));
}

/** What a token source may be told. */
export interface TokenSourceOptions {
  readonly now?: () => number;
  /** Looks at every new token before anybody gets it; rejects to keep it back. */
  readonly accept?: (token: string) => Promise<void>;
}

/** One token for all requests of a page; requests that come together wait for one exchange. */
export function createTokenSource(
  gateway: string,
  getAssertion: GetAssertion,
  lang: string,
  { now = Date.now, accept }: TokenSourceOptions = {},
): TokenSource {
  let current: { readonly token: string; readonly until: number } | null = null;
  let running: Promise<string> | null = null;
  const fetchToken = async (): Promise<string> => {
    const { token, lifeMs } = await exchange(gateway, await getAssertion(), lang);
    const until = now() + lifeMs;
    // Nothing of the old token is used beside a new one that is not accepted.
    current = null;
    await accept?.(token);
    current = { token, until };
    return token;
  };
  return (renew) => {
    if (!renew && current && current.until - now() > MARGIN_MS) return Promise.resolve(current.token);
    running ??= fetchToken().finally(() => (running = null));
    return running;
  };
}
