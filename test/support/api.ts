import type { DemoUser, Portal } from './portal.ts';

/** An answer of the gateway. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Requests as one person, with the session's cookie, past the browser. */
export interface Api {
  get<T>(path: string): Promise<Answer<T>>;
  /** `body` as it is when it is a text, else as JSON. */
  send<T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<T>>;
}

/** Signs in and answers a client. */
export async function apiAs(portal: Pick<Portal, 'url'>, user: Pick<DemoUser, 'id'>): Promise<Api> {
  const { url } = portal;
  const own = { origin: url, 'x-milepost': '1', 'accept-language': 'en', 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}/api/demo/session`, {
    method: 'POST',
    headers: own,
    body: JSON.stringify({ userId: user.id }),
  });
  if (!signedIn.ok) throw new Error(`${user.id} could not sign in: ${await signedIn.text()}`);
  const headers = { ...own, cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  return {
    get: async (path) => await answerOf(await fetch(url + path, { headers })),
    send: async (method, path, body, extra = {}) =>
      await answerOf(
        await fetch(url + path, {
          method,
          headers: { ...headers, ...extra },
          body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
        }),
      ),
  };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: (json && text ? JSON.parse(text) : text) as T,
  };
}

/** The first accounts that somebody sees, by name. */
export async function accountsOf(
  portal: Pick<Portal, 'url'>,
  user: Pick<DemoUser, 'id'>,
  limit = 5,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const api = await apiAs(portal, user);
  return (await api.get<{ items: readonly { id: string; name: string }[] }>(`/api/crm/accounts?limit=${limit}&sort=name`)).body
    .items;
}
