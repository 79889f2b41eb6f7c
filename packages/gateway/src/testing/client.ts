import type { Gateway } from '../gateway.ts';

/** An answer with its JSON already read. `T` is what the test expects it to be. */
export interface TestAnswer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Requests as one person, with everything the portal's own pages send. */
export interface TestClient {
  readonly cookie: string;
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<TestAnswer<T>>;
  send<T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer<T>>;
  /** One `PUT` of a record of the test plugin. */
  put<T = unknown>(path: string, body: unknown, headers?: Record<string, string>): Promise<TestAnswer<T>>;
}

const origin = 'http://127.0.0.1:4780';

/** Sends one request to a gateway in this process, as nobody. */
export async function request<T = unknown>(
  gateway: Gateway,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<TestAnswer<T>> {
  const response = await gateway.app.request(origin + path, { method, ...init });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
}

/** Signs in through the demo's switcher. */
export async function signIn(gateway: Gateway, userId: string): Promise<TestClient> {
  const own = { origin, 'x-milepost': '1', 'content-type': 'application/json' };
  const answer = await request(gateway, 'POST', '/api/demo/session', {
    headers: own,
    body: JSON.stringify({ userId }),
  });
  if (answer.status !== 200) throw new Error(`${userId} could not sign in: ${JSON.stringify(answer.body)}`);
  return clientWith(gateway, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

/** Requests with a cookie, whoever's it is. */
export function clientWith(gateway: Gateway, cookie: string): TestClient {
  const send = <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer<T>> =>
    request<T>(gateway, method, path, {
      headers: {
        cookie,
        origin,
        'x-milepost': '1',
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    cookie,
    get: (path, headers) => send('GET', path, undefined, headers),
    send,
    put: (path, body, headers) => send('PUT', path, body, headers),
  };
}
