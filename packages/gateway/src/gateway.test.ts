import { afterAll, beforeAll, expect, it } from 'vitest';
import { request, startTestGateway } from './testing/index.ts';
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
  const created = await amy.put('/api/plugins/notes/records/entries/n1', { revision: 0, value: { text: '你好' } });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ id: 'n1', revision: 1, ownerId: 'amy', unitId: 'sh', value: { text: '你好' } });
  const sums = await (await test.as('mia')).send('POST', '/api/crm/aggregate', {
    entity: 'orders',
    measures: [{ name: 'total', op: 'sum', field: 'amountMinor' }, { name: 'n', op: 'count' }],
    groupBy: ['month:orderedOn', 'accountId.customerType', 'unitAt:region'],
    where: [{ field: 'year:orderedOn', op: 'eq', value: '2026' }],
  });
  expect(sums.body).toEqual({
    rows: [
      { 'month:orderedOn': '2026-01', 'accountId.customerType': 'retail', 'unitAt:region': 'east', total: 250_000, n: 1 },
      { 'month:orderedOn': '2026-02', 'accountId.customerType': 'retail', 'unitAt:region': 'east', total: 90_000, n: 1 },
      { 'month:orderedOn': '2026-03', 'accountId.customerType': 'chain', 'unitAt:region': 'east', total: 45_050, n: 1 },
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
