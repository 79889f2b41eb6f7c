import { word } from './words.ts';

/** Answers a fresh assertion of the page's own backend: a JWT of at most sixty seconds. */
export type GetAssertion = () => Promise<string>;

/** What tells sources of assertions apart: an endpoint's address, or the page's function itself; null where there is none. */
export type AssertionSource = string | GetAssertion | null;

/** An error whose text may be shown. */
export class EmbedError extends Error {
  /** Stable, such as `embed.assertion`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EmbedError';
    this.code = code;
  }
}

/** Asks the page's own backend: `POST` without a body, answered with `{assertion}`. The page's cookies go along. */
export function fromEndpoint(endpoint: string, lang: string): GetAssertion {
  const refuse = (text: string): never => {
    throw new EmbedError('embed.token-endpoint', text);
  };
  return async () => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
    }).catch(() => refuse(word('endpointLost', lang, endpoint)));
    if (!response.ok) refuse(word('endpointStatus', lang, endpoint, response.status, word(remedyOf(response.status), lang)));
    const answer: unknown = await response.json().catch(() => null);
    const assertion = (answer as { assertion?: unknown } | null)?.assertion;
    return typeof assertion === 'string' && assertion ? assertion : refuse(word('endpointContent', lang, endpoint));
  };
}

/** A function of the page; what it throws is told as the page's. */
export function fromFunction(getAssertion: GetAssertion, lang: string): GetAssertion {
  return async () => {
    try {
      return await getAssertion();
    } catch (error) {
      throw new EmbedError('embed.assertion', word('function', lang, error instanceof Error ? error.message : String(error)));
    }
  };
}

function remedyOf(status: number): 'endpointSignIn' | 'endpointMissing' | 'endpointBroken' {
  if (status === 401 || status === 403) return 'endpointSignIn';
  return status === 404 || status === 405 ? 'endpointMissing' : 'endpointBroken';
}
