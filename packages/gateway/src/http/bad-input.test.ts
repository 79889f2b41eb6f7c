import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entityNames } from '@milepost/crm';
import { startTestGateway } from '../testing/index.ts';
import type { TestClient, TestGateway } from '../testing/index.ts';

let test: TestGateway;
let clients: TestClient[];
beforeAll(async () => {
  test = await startTestGateway();
  clients = await Promise.all(['amy', 'mia', 'root', 'ys:olga'].map((id) => test.as(id)));
});
afterAll(() => test?.close());

/** Values that have broken servers before. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    '%',
    '%00',
    '%zz',
    '../..',
    "'; DROP TABLE record; --",
    '{{7*7}}',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '💥',
    'ﷺ'.repeat(200),
    'x'.repeat(5000),
    '9'.repeat(400),
    '1e400',
    '-0',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '2026-02-30',
    '0000-00-00',
    '2026-13',
    '2026-Q5',
    '99999-01-01',
    null,
    true,
    0,
    -1,
    1e308,
    5e-324,
    2 ** 53,
    -(2 ** 31),
    2 ** 31,
    0.1,
    [],
    {},
    [[]],
    { length: 1e9 },
    ['a', null, {}],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>,
);
const text = nasty.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')));
/** Mostly right, so that a request gets far before it meets what is wrong with it. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown> = nasty): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong });
const fieldKey = mostly(
  fc.constantFrom(
    'id',
    'ownerId',
    'id',
    'name',
    'amountMinor',
    'orderedOn',
    'status',
    'month:orderedOn',
    'accountId.name',
    'unitAt:team',
    'text',
    'updatedAt',
  ),
  text,
) as fc.Arbitrary<string>;
const value = mostly(fc.constantFrom<unknown>('a1', 'amy', 'active', 5, '2026-03-01', '2026-03', '2026-01-01T00:00:00Z', 'text'));
const filter = fc.oneof(
  fc.record({
    field: fieldKey,
    op: mostly(fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'), text),
    value,
  }),
  fc.record({ field: fieldKey, op: fc.constant('in'), value: fc.array(value, { maxLength: 3 }) }),
  fc.record({ field: fieldKey, op: fc.constant('contains'), value: text }),
  fc.record({ field: fieldKey, op: fc.constant('isNull'), value: mostly(fc.boolean()) }),
  fc.record({ field: fieldKey, op: text, value: nasty }, { requiredKeys: [] }),
);
const where = mostly(
  fc.array(filter, { maxLength: 2 }).map((list) => JSON.stringify(list)),
  text,
) as fc.Arbitrary<string>;
const entity = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<string>(...entityNames) }, text);
const enc = (value: string): string => {
  try {
    return encodeURIComponent(value);
  } catch {
    return value.replace(/[^\w.~-]/g, '%');
  }
};
const param = fc.oneof(
  where.map((v) => ['where', v]),
  fieldKey.map((v) => ['sort', v]),
  fieldKey.map((v) => ['fields', v]),
  (mostly(fc.constantFrom('1', '2', '1000'), text) as fc.Arbitrary<string>).map((v) => ['limit', v]),
  fc.constantFrom(['revision', '1'], ['revision', '2']),
  text.map((v) => ['cursor', v]),
  text.map((v) => ['asOf', v]),
  text.map((v) => ['other', v]),
) as fc.Arbitrary<[string, string]>;
const query = fc.array(param, { maxLength: 2 }).map((params) => params.map(([name, v]) => `${name}=${enc(v)}`).join('&'));
const aggregate = fc.record(
  {
    entity: mostly(fc.constantFrom('orders', 'accounts', 'orderLines')),
    measures: mostly(
      fc.array(
        fc
          .record({
            name: fc.constantFrom('m', 'n'),
            op: fc.constantFrom('count', 'sum', 'avg', 'min', 'max', 'countDistinct'),
            field: mostly(fc.constant('amountMinor'), fieldKey),
          })
          .map(({ op, name, field }) => (op === 'count' ? { op, name } : { op, name, field })),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    groupBy: mostly(fc.array(fieldKey, { maxLength: 2 })),
    where: mostly(fc.array(filter, { maxLength: 2 })),
    limit: mostly(fc.constantFrom(1, 100, 10_000)),
  },
  { requiredKeys: ['entity', 'measures'] },
);
const put = fc.record(
  {
    op: mostly(fc.constant('put'), text),
    id: mostly(fc.constantFrom('a', 'b', 'c', 'd', 'e'), text),
    revision: mostly(fc.constantFrom(0, 0, 1, 2)),
    value: mostly(
      fc.record(
        {
          text: mostly(fc.constant('ok'), text),
          months: fc.dictionary(text, mostly(fc.integer())),
          amountMinor: mostly(fc.integer()),
        },
        { requiredKeys: ['text'] },
      ),
    ),
    ownerId: mostly(fc.constantFrom('amy', null)),
    unitId: mostly(fc.constantFrom('sh', null)),
    accountId: mostly(fc.constantFrom('a1', null)),
  },
  { requiredKeys: ['op', 'id', 'revision', 'value'] },
);
const write = fc.oneof(
  { weight: 5, arbitrary: put },
  { weight: 1, arbitrary: put.map(({ id, revision }) => ({ op: 'delete', id, revision })) },
  { weight: 1, arbitrary: nasty },
);
const putBody = put.map(({ op: _, id: __, ...rest }) => rest);
const json = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: value.map((item) => JSON.stringify(item) ?? '') },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: value.map((item) => (JSON.stringify(item) ?? '').slice(0, -2)) },
  );

interface Sent {
  method: string;
  path: string;
  body?: string;
}
const collection = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('entries', 'board', 'shares') }, text.map(enc));
const sent: fc.Arbitrary<Sent> = fc.oneof(
  fc.tuple(entity, query).map(([name, q]) => ({ method: 'GET', path: `/api/crm/${enc(name)}?${q}` })),
  fc
    .tuple(entity, mostly(fc.constantFrom('a1', 'o1', 'amy'), text) as fc.Arbitrary<string>)
    .map(([name, id]) => ({ method: 'GET', path: `/api/crm/${enc(name)}/${enc(id)}` })),
  query.map((q) => ({ method: 'GET', path: `/api/crm/organisation?${q}` })),
  json(aggregate).map((body) => ({ method: 'POST', path: '/api/crm/aggregate', body })),
  fc.tuple(collection, query).map(([name, q]) => ({ method: 'GET', path: `/api/plugins/notes/records/${name}?${q}` })),
  fc.tuple(collection, text, query).map(([name, id, q]) => ({
    method: 'DELETE',
    path: `/api/plugins/notes/records/${name}/${enc(id)}?${q}`,
  })),
  fc
    .tuple(collection, text)
    .map(([name, id]) => ({ method: 'GET', path: `/api/plugins/notes/records/${name}/${enc(id)}/history` })),
  fc
    .tuple(collection, mostly(fc.constantFrom('a', 'b', 'c', 'd', 'e'), text) as fc.Arbitrary<string>, json(putBody))
    .map(([name, id, body]) => ({
      method: 'PUT',
      path: `/api/plugins/notes/records/${name}/${enc(id)}`,
      body,
    })),
  fc
    .tuple(collection, json(fc.record({ writes: fc.oneof(fc.array(write, { maxLength: 4 }), nasty) })))
    .map(([name, body]) => ({ method: 'POST', path: `/api/plugins/notes/records/${name}:batch`, body })),
  fc.tuple(text, json(nasty)).map(([path, body]) => ({ method: 'POST', path: `/api/plugins/notes/call/${enc(path)}`, body })),
  fc
    .tuple(
      fc.constantFrom('/api/demo/session', '/api/session/exchange'),
      json(fc.record({ userId: text, assertion: text }, { requiredKeys: [] })),
    )
    .map(([path, body]) => ({ method: 'POST', path, body })),
  query.map((q) => ({ method: 'GET', path: `/api/audit?${q}` })),
  fc
    .tuple(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'), text)
    .map(([method, path]) => ({ method, path: `/${path.split('/').map(enc).join('/')}` })),
);

it('answers whatever is sent with an answer, never with a failure of its own', { timeout: 180_000 }, async () => {
  let n = 0;
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(sent, fc.option(text, { freq: 4 }), async ({ method, path, body }, key) => {
      const client = clients[n++ % clients.length] as TestClient;
      const begun = performance.now();
      const headers: Record<string, string> = {
        cookie: client.cookie,
        origin: 'http://127.0.0.1:4780',
        'x-milepost': '1',
      };
      if (body !== undefined) headers['content-type'] = 'application/json';
      if (key !== null && /^[\x20-\x7e]+$/.test(key)) headers['idempotency-key'] = key;
      const answer = await test.gateway.app.request(`http://127.0.0.1:4780${path}`, {
        method,
        headers,
        body: method === 'GET' || method === 'HEAD' ? undefined : body,
      });
      const received = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(answer.status, received).toBeLessThan(500);
      expect(performance.now() - begun).toBeLessThan(2000);
      if (answer.status >= 400 && method !== 'HEAD') {
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(JSON.parse(received)).toMatchObject({
          status: answer.status,
          code: expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
        });
      }
    }),
    {
      numRuns: Number(process.env['MILEPOST_FUZZ'] ?? 4_000),
      ...(process.env['MILEPOST_FUZZ_SEED'] ? { seed: Number(process.env['MILEPOST_FUZZ_SEED']) } : { seed: 20260316 }),
    },
  );
  // The generator must reach the far side too: rows read and records written, not refusals alone.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(400);
  expect(statuses.get(201) ?? 0).toBeGreaterThan(5);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([400, 403, 404, 409, 422]));
});

it('names what is wrong with a body', async () => {
  const send = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const answer = await test.gateway.app.request('http://127.0.0.1:4780/api/crm/aggregate', {
      method: 'POST',
      headers: {
        cookie: clients[0]?.cookie ?? '',
        origin: 'http://127.0.0.1:4780',
        'x-milepost': '1',
        'accept-language': 'en',
        ...headers,
      },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  expect(await send('{\n  "entity": "orders",\n  oops }')).toMatchObject({
    status: 400,
    body: { code: 'request.not-json', line: 3, column: 3 },
  });
  expect(await send('x'.repeat(2 * 1024 * 1024 + 1))).toMatchObject({
    status: 413,
    body: { code: 'request.too-large' },
  });
  expect(await send(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({
    status: 400,
    body: { code: 'request.not-utf8' },
  });
  expect(await send('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject({
    status: 400,
    body: { code: 'request.invalid' },
  });
  expect(await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
    status: 415,
  });
});
