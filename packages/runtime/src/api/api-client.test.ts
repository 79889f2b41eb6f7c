import { ApiError, WriteConflict } from '@milepost/sdk';
import { describe, expect, it } from 'vitest';
import { createApiClient } from './api-client.ts';
import type { Auth } from './api-client.ts';

type Answer = () => Response | Promise<Response>;

function gateway(...answers: Answer[]) {
  const requests: Request[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    requests.push(new Request(new URL(input as string, 'http://gateway'), init));
    init?.signal?.throwIfAborted();
    return await (answers[requests.length - 1] ?? answers.at(-1) ?? (() => new Response(null, { status: 204 })))();
  };
  const client = (auth: Auth = { kind: 'cookie' }) =>
    createApiClient({ gatewayUrl: '', auth, fetch: fetcher, locale: () => 'en' });
  return { requests, client };
}

const json =
  (body: unknown, status = 200): Answer =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const lost: Answer = () => Promise.reject(new TypeError('network'));

describe('createApiClient', () => {
  it('tries a read three times, then says that the gateway cannot be reached', async () => {
    const { requests, client } = gateway(lost);
    await expect(client().request({ path: '/api/x' })).rejects.toMatchObject({
      status: 0,
      code: 'gateway.unreachable',
      message: 'The server cannot be reached.',
    });
    expect(requests).toHaveLength(3);
  });

  it('sends a write whose answer was lost once more, under the same key', async () => {
    const { requests, client } = gateway(lost, json({ revision: 2 }));
    expect(await client().request({ method: 'PUT', path: '/api/x', body: { a: 1 } })).toEqual({
      revision: 2,
    });
    const keys = requests.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    await client().request({ method: 'PUT', path: '/api/x', body: { a: 1 } });
    expect(requests[2]?.headers.get('idempotency-key')).not.toBe(keys[0]);
  });

  it('does not repeat a write that the gateway refused', async () => {
    const { requests, client } = gateway(json({ code: 'database.unavailable', detail: 'no' }, 503));
    await expect(client().request({ method: 'POST', path: '/api/x', body: {} })).rejects.toMatchObject({
      status: 503,
    });
    expect(requests).toHaveLength(1);
  });

  it('turns a conflict into what is stored now', async () => {
    const { client } = gateway(
      json({ code: 'record.conflict', detail: 'first', current: { revision: 7 }, requestId: 'r1' }, 409),
    );
    const error = await client()
      .request({ method: 'PUT', path: '/api/x', body: {} })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WriteConflict);
    expect(error).toMatchObject({ current: { revision: 7 }, requestId: 'r1', message: 'first' });
  });

  it('keeps field paths, and survives a proxy that answers HTML', async () => {
    const problems = [{ path: 'value.months.2026-03', code: 'type', message: 'expected integer' }];
    await expect(
      gateway(json({ code: 'record.invalid', title: 'x', problems }, 422))
        .client()
        .request({ method: 'PUT', path: '/api/x' }),
    ).rejects.toMatchObject({ code: 'record.invalid', problems });
    const html: Answer = () => new Response('<html>', { status: 403 });
    await expect(gateway(html).client().request({ path: '/api/x' })).rejects.toMatchObject({
      code: 'http.403',
      status: 403,
    });
    await expect(
      gateway(() => new Response('<html>'))
        .client()
        .request({ path: '/api/x' }),
    ).rejects.toBeInstanceOf(ApiError);
  });

  it('renews a refused token once', async () => {
    const asked: boolean[] = [];
    const { requests, client } = gateway(json({}, 401), json({ ok: true }));
    const auth: Auth = { kind: 'bearer', token: async (renew) => (asked.push(renew), renew ? 'new' : 'old') };
    expect(await client(auth).request({ path: '/api/x' })).toEqual({ ok: true });
    expect(asked).toEqual([false, true]);
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });

  it('stops at once when it is aborted, without another try', async () => {
    const { requests, client } = gateway(lost);
    const controller = new AbortController();
    const work = client().request({ path: '/api/x', signal: controller.signal });
    setTimeout(() => controller.abort(new Error('left the page')), 20);
    await expect(work).rejects.toThrow('left the page');
    expect(requests).toHaveLength(1);
  });
});
