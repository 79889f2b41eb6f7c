import type { HttpAnswer, HttpRequest, Send } from './provider.ts';

/** What `fetchSend` takes. */
export interface FetchSendOptions {
  /** The platform's own when left out. */
  readonly fetch?: typeof fetch;
  /** 10 seconds when left out; covers the body as well. */
  readonly timeoutMs?: number;
}

/** Sends requests with fetch. Errors of the network become answers; their texts are dropped, because some name the address with its key. */
export function fetchSend(options: FetchSendOptions = {}): Send {
  const { timeoutMs = 10_000 } = options;
  return async ({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> => {
    const ask = options.fetch ?? fetch;
    try {
      const answer = await ask(url, { method, headers, body, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
      return { status: answer.status, text: await answer.text() };
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      return { status: null, why: name === 'TimeoutError' ? 'timeout' : 'unreachable' };
    }
  };
}
