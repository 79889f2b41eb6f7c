import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setupServer } from 'msw/node';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestGateway } from '@milepost/gateway/testing';
import { createGatewayDouble } from '@milepost/testing/gateway-double';
import { createApiClient } from '@milepost/runtime';

// The double is only worth something while it says what the real gateway says: the same steps, the same answers.
interface Step {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

const at = '/api/plugins/notes/records/entries';
const put = (id: string, revision: number, text: string, key?: string): Step => ({
  method: 'PUT',
  path: `${at}/${id}`,
  body: { revision, value: { text } },
  ...(key === undefined ? {} : { key }),
});

const steps: readonly Step[] = [
  { method: 'GET', path: `${at}/n1` },
  put('n1', 0, 'one'),
  { method: 'GET', path: `${at}/n1` },
  put('n1', 0, 'again'),
  put('n1', 1, 'two', 'contract-key'),
  put('n1', 1, 'two', 'contract-key'),
  put('n1', 1, 'other bytes', 'contract-key'),
  put('n1', 7, 'from the future'),
  { method: 'GET', path: at },
  { method: 'DELETE', path: `${at}/n1?revision=1` },
  { method: 'DELETE', path: `${at}/n1?revision=2` },
  { method: 'GET', path: `${at}/n1` },
  { method: 'DELETE', path: `${at}/n1?revision=3` },
  { method: 'GET', path: at },
  { method: 'GET', path: '/api/plugins/notes/records/nothing/n1' },
  { method: 'GET', path: '/api/plugins/nobody/records/entries/n1' },
];

/** What both have to agree on: status, code, and what a page reads of a record. */
function essence(status: number, body: unknown, headers: Headers): object {
  const { id, revision, value, code, current, items } = (body ?? {}) as Record<string, unknown>;
  const of = (record: unknown): unknown => {
    if (record === undefined || record === null) return record;
    const { id: itsId, revision: its, value: held } = record as Record<string, unknown>;
    return { id: itsId, revision: its, value: held };
  };
  return {
    status,
    code,
    record: of(id === undefined ? undefined : { id, revision, value }),
    current: of(current),
    items: Array.isArray(items) ? items.map(of) : undefined,
    replay: headers.get('idempotent-replay'),
  };
}

let real: TestGateway;
const double = createGatewayDouble(['notes/entries']);
const server = setupServer(...double.handlers);
beforeAll(async () => {
  real = await startTestGateway();
  server.listen();
});
afterAll(async () => {
  server.close();
  await real?.close();
});

describe('the double of the gateway', () => {
  it('answers a conversation as the real one does, step by step', async () => {
    const amy = await real.as('amy');
    for (const { method, path, body, key } of steps) {
      const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
      const truth = await amy.send(method, path, body, headers);
      const answer = await fetch(`http://gateway.test${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const told = answer.status === 204 ? null : ((await answer.json()) as unknown);
      expect([method, path, essence(answer.status, told, answer.headers)]).toEqual([
        method,
        path,
        essence(truth.status, truth.status === 204 ? null : truth.body, truth.headers),
      ]);
    }
  });
});

describe('the API client over a bad line', () => {
  const client = createApiClient({ gatewayUrl: 'http://gateway.test', auth: { kind: 'cookie' }, locale: () => 'en' });
  const write = (id: string) =>
    client.request({ method: 'PUT', path: `${at}/${id}`, body: { revision: 0, value: { text: 'typed' } } });

  it('writes once when the first answer got lost', async () => {
    double.failNext('answer-lost');
    expect(await write('lost')).toMatchObject({ revision: 1 });
    expect(double.arrived.filter((line) => line.endsWith('/lost'))).toHaveLength(2);
    expect(await client.request({ path: `${at}/lost` })).toMatchObject({ revision: 1, value: { text: 'typed' } });
  });

  it('gets through a proxy that answered for the gateway', async () => {
    double.failNext('proxy-page');
    expect(await client.request({ path: `${at}/lost` })).toMatchObject({ revision: 1 });
  });

  it('says that nobody can be reached when nobody answers twice, and writes nothing', async () => {
    double.failNext('unreachable', 'unreachable');
    await expect(write('never')).rejects.toMatchObject({ status: 0, code: 'gateway.unreachable' });
    await expect(client.request({ path: `${at}/never` })).rejects.toMatchObject({ code: 'record.not-found' });
  });
});
