import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { RecordStore } from './record-store.ts';
import type { Answer } from './record-store.ts';

/** What can go wrong between a page and the gateway. */
export type Fault =
  /** Nobody answers. */
  | 'unreachable'
  /** The gateway does what it was asked; the answer gets lost. */
  | 'answer-lost'
  /** A proxy in between answers for it, in HTML. */
  | 'proxy-page';

/** A gateway that is not there: its records API over HTTP, with the faults that a real one cannot be told to have. */
export interface GatewayDouble {
  /** For msw's `setupServer` or `setupWorker`. */
  readonly handlers: readonly HttpHandler[];
  /** The next requests meet these, one each. */
  failNext(...faults: readonly Fault[]): void;
  /** Requests that arrived, such as `PUT /api/plugins/notes/records/entries/n1`. */
  readonly arrived: readonly string[];
}

/**
 * Records of the collections given as `<plugin>/<collection>`: revisions, conflicts, idempotency keys and problem
 * documents as `docs/reference/http-api.md` has them. Rights, schemas and rules of plugins are not played: for those,
 * test against the real gateway. `test/contract` holds the double to the real one.
 */
export function createGatewayDouble(collections: readonly string[], origin = 'http://gateway.test'): GatewayDouble {
  const store = new RecordStore(collections);
  const arrived: string[] = [];
  const faults: Fault[] = [];

  const answer = (request: Request, work: (body: string) => Answer) => async (): Promise<Response> => {
    arrived.push(`${request.method} ${new URL(request.url).pathname}`);
    const fault = faults.shift();
    if (fault === 'unreachable') return HttpResponse.error();
    if (fault === 'proxy-page') return HttpResponse.html('<h1>502 Bad Gateway</h1>', { status: 502 });
    const body = await request.text();
    const { status, value, replayed } = store.once(
      request.headers.get('idempotency-key'),
      `${request.method} ${request.url} ${body}`,
      () => work(body),
    );
    if (fault === 'answer-lost') return HttpResponse.error();
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    const headers = { 'content-type': type, ...(replayed ? { 'idempotent-replay': 'true' } : {}) };
    return new HttpResponse(status === 204 ? null : JSON.stringify(value), { status, headers });
  };
  const one = `${origin}/api/plugins/:plugin/records/:collection/:id`;
  const nameOf = ({ plugin, collection }: Readonly<Record<string, unknown>>): string => `${String(plugin)}/${String(collection)}`;

  return {
    arrived,
    failNext: (...next) => void faults.push(...next),
    handlers: [
      http.get(one, ({ request, params }) => answer(request, () => store.get(nameOf(params), String(params['id'])))()),
      http.put(one, ({ request, params }) => answer(request, (body) => store.put(nameOf(params), String(params['id']), body))()),
      http.delete(one, ({ request, params }) => {
        const revision = Number(new URL(request.url).searchParams.get('revision'));
        return answer(request, () => store.remove(nameOf(params), String(params['id']), revision))();
      }),
      http.get(`${origin}/api/plugins/:plugin/records/:collection`, ({ request, params }) =>
        answer(request, () => store.list(nameOf(params)))(),
      ),
    ],
  };
}
