import { afterAll, beforeAll, expect, it } from 'vitest';
import { request, startTestGateway } from './testing/index.ts';
import type { GatewayExtension } from './gateway.ts';
import type { TestGateway } from './testing/index.ts';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test?.close());

it('answers the session, the mirror and records of a person', async () => {
  const amy = await test.as('amy');
  const session = await amy.get('/api/session');
  expect(session.body).toMatchObject({
    user: { id: 'qm:amy', personId: 'amy', role: 'rep', unitId: 'sh' },
    tenant: { id: 'qm', name: '启明' },
    today: '2026-03-16',
    identity: { kind: 'demo', canSwitch: true },
  });
  const accounts = await amy.get<{ items: { id: string }[]; next: null }>('/api/crm/accounts');
  expect(accounts.body).toMatchObject({ items: [{ id: 'a1', name: '客户a1', unitId: 'sh' }], next: null });
  const created = await amy.put('/api/plugins/notes/records/entries/n1', {
    revision: 0,
    value: { text: '你好' },
  });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    id: 'n1',
    revision: 1,
    ownerId: 'amy',
    unitId: 'sh',
    value: { text: '你好' },
  });
  const sums = await (
    await test.as('mia')
  ).send('POST', '/api/crm/aggregate', {
    entity: 'orders',
    measures: [
      { name: 'total', op: 'sum', field: 'amountMinor' },
      { name: 'n', op: 'count' },
    ],
    groupBy: ['month:orderedOn', 'accountId.customerType', 'unitAt:region'],
    where: [{ field: 'year:orderedOn', op: 'eq', value: '2026' }],
  });
  expect(sums.body).toEqual({
    rows: [
      {
        'month:orderedOn': '2026-01',
        'accountId.customerType': 'retail',
        'unitAt:region': 'east',
        total: 250_000,
        n: 1,
      },
      {
        'month:orderedOn': '2026-02',
        'accountId.customerType': 'retail',
        'unitAt:region': 'east',
        total: 90_000,
        n: 1,
      },
      {
        'month:orderedOn': '2026-03',
        'accountId.customerType': 'chain',
        'unitAt:region': 'east',
        total: 45_050,
        n: 1,
      },
    ],
  });
});

it('is ready and says so, and knows nobody without a session', async () => {
  expect((await request(test.gateway, 'GET', '/readyz')).body).toEqual({ status: 'ready' });
  const nobody = await request(test.gateway, 'GET', '/api/session', { headers: { 'accept-language': 'en' } });
  expect(nobody.status).toBe(401);
  expect(nobody.body).toMatchObject({ code: 'session.none', title: 'Nobody is signed in' });
  const document = await request<{ openapi: string; paths: object }>(test.gateway, 'GET', '/api/openapi.json');
  expect(document.body.openapi).toBe('3.1.0');
  expect(Object.keys(document.body.paths)).toContain('/api/plugins/{pluginId}/records/{collection}/{id}');
});

it('shows the organisation as it was and is', async () => {
  const amy = await test.as('amy');
  const unitOf = async (asOf: string): Promise<unknown> => {
    const answer = await amy.get<{
      units: unknown[];
      people: { id: string; unitId: string; leads: string | null }[];
    }>(`/api/crm/organisation?asOf=${asOf}`);
    expect(answer.body.units).toHaveLength(6);
    expect(answer.body.people.find(({ id }) => id === 'tom')).toMatchObject({ unitId: 'sh', leads: 'sh' });
    return answer.body.people.find(({ id }) => id === 'bob')?.unitId;
  };
  expect([await unitOf('2025-12-31'), await unitOf('2026-01-01')]).toEqual(['cd', 'sh']);
  const today = await amy.get<{ asOf: string; people: { id: string }[] }>('/api/crm/organisation');
  expect(today.body.asOf).toBe('2026-03-16');
  expect(today.body.people.map(({ id }) => id)).not.toContain('gone');
});

it('pages through the mirror by any field and gives the fields asked for', async () => {
  const root = await test.as('root');
  for (const sort of ['-amountMinor', 'orderedOn', 'accountId', 'opportunityId']) {
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const answer = await root.get<{ items: object[]; next: string | null }>(
        `/api/crm/orders?limit=2&sort=${sort}&fields=amountMinor${cursor}`,
      );
      expect(Object.keys(answer.body.items[0] ?? {})).toEqual(['id', 'amountMinor']);
      ids.push(...answer.body.items.map((item) => (item as { id: string }).id));
      if (answer.body.next === null) break;
      cursor = `&cursor=${encodeURIComponent(answer.body.next)}`;
    }
    expect([...ids].sort(), sort).toEqual(['o1', 'o2', 'o3', 'o4', 'o5', 'o6']);
    if (sort === '-amountMinor') expect(ids).toEqual(['o5', 'o1', 'o4', 'o2', 'o3', 'o6']);
  }
  const filtered = async (where: unknown): Promise<string[]> =>
    (
      await root.get<{ items: { id: string }[] }>(`/api/crm/orders?where=${encodeURIComponent(JSON.stringify(where))}`)
    ).body.items.map(({ id }) => id);
  expect(await filtered([{ field: 'quarter:orderedOn', op: 'lte', value: '2025-Q4' }])).toEqual(['o3', 'o4']);
  expect(await filtered([{ field: 'month:orderedOn', op: 'in', value: ['2026-03', '2025-11'] }])).toEqual(['o2', 'o3', 'o6']);
  expect(
    await filtered([
      { field: 'accountId.customerType', op: 'ne', value: 'retail' },
      { field: 'amountMinor', op: 'gt', value: 5 },
    ]),
  ).toEqual(['o2', 'o3', 'o4']);
  expect(await filtered([{ field: 'unitAt:region', op: 'eq', value: 'west' }])).toEqual(['o3', 'o6']);
});

it('serves its documentation under a policy that runs only our scripts', async () => {
  const page = await request<string>(test.gateway, 'GET', '/api/docs');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect((await request<string>(test.gateway, 'GET', '/api/docs/swagger-ui-bundle.js')).status).toBe(200);
});

it('finishes what it is answering before it stops, and then is gone', async () => {
  let begun: () => void = () => undefined;
  const reached = new Promise<void>((done) => (begun = done));
  const slow: GatewayExtension = {
    name: 'slow',
    mount: (app) =>
      app.get('/slow', async (c) => {
        begun();
        await new Promise((done) => setTimeout(done, 300));
        return c.text('done');
      }),
  };
  const other = await startTestGateway({ companies: false, extensions: [slow] });
  const url = await other.gateway.listen();
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('milepost_request_seconds_bucket');
  const answer = fetch(`${url}/slow`).then((response) => response.text());
  await reached;
  const closing = other.close();
  expect(await answer).toBe('done');
  await closing;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

it('says in one line which port is busy', async () => {
  const first = await startTestGateway({ companies: false });
  const port = Number(new URL(await first.gateway.listen()).port);
  const second = startTestGateway({ companies: false, config: { port } });
  await expect(second).rejects.toThrow(
    `Port ${port} is in use. Stop the program that uses it, or choose another with --port 4781`,
  );
  await first.close();
});

it('answers several aggregates at once, and one that is wrong takes no other with it', async () => {
  const total = { entity: 'orders', measures: [{ name: 'n', op: 'count' }] };
  const wrong = { entity: 'orders', measures: [{ name: 'n', op: 'sum', field: 'nonsense' }] };
  const amy = await test.as('amy');
  const alone = await amy.send<{ rows: object[] }>('POST', '/api/crm/aggregate', total);
  const refused = await amy.send<object>('POST', '/api/crm/aggregate', wrong);
  const both = await amy.send<{ results: object[] }>('POST', '/api/crm/aggregates', {
    queries: [total, wrong, { entity: 'nothing' }, total],
  });
  expect(both.status).toBe(200);
  expect(both.body.results).toMatchObject([
    { rows: alone.body.rows },
    { status: refused.status, problem: { code: (refused.body as { code: string }).code } },
    { status: 400, problem: { code: 'request.invalid' } },
    { rows: alone.body.rows },
  ]);
  expect((await amy.send('POST', '/api/crm/aggregates', { queries: [] })).status).toBe(400);
});
