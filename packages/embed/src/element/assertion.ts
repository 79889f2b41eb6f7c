import { word } from './words.ts';

/** Answers a fresh assertion of the page's own backend: a JWT of at most sixty seconds. */
export type GetAssertion = () => Promise<string>;

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
  return async () => {
    const answer: unknown = await fetch(endpoint, { method: 'POST', headers: { Accept: 'application/json' }, credentials: 'same-origin' })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    const assertion = (answer as { assertion?: unknown } | null)?.assertion;
    if (typeof assertion === 'string' && assertion) return assertion;
    throw new EmbedError('embed.token-endpoint', word('endpoint', lang));
  };
}
