import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { RecordOf } from '@milepost/sdk/host';
import { clientWith, request, startTestGateway } from '../testing/index.ts';
import type { TestClient, TestGateway } from '../testing/index.ts';

interface Page {
  items: { id: string; name?: string }[];
  next: string | null;
  code?: string;
}
interface Answer {
  code: string;
  problems?: { path: string }[];
}

let test: TestGateway;
let amy: TestClient;
let tom: TestClient;
let leo: TestClient;
let dan: TestClient;
const entries = '/api/plugins/notes/records/entries';
const board = '/api/plugins/notes/records/board';

beforeAll(async () => {
  test = await startTestGateway();
  [amy, tom, leo, dan] = (await Promise.all(['amy', 'tom', 'leo', 'dan'].map((id) => test.as(id)))) as [
    TestClient,
    TestClient,
    TestClient,
    TestClient,
  ];
  await dan.put(`${entries}/dans`, { revision: 0, value: { text: 'secret', amountMinor: 7 } });
});
afterAll(() => test?.close());

describe('a representative cannot reach a colleague', () => {
  it('by id, by list, by filter or by aggregate', async () => {
    expect((await amy.get('/api/crm/accounts/a2')).status).toBe(404);
    expect((await amy.get('/api/crm/accounts/no-such')).status).toBe(404);
    const list = await amy.get<Page>('/api/crm/contacts');
    expect(list.body.items.map(({ id }) => id)).toEqual(['c1']);
    const oracle = encodeURIComponent(JSON.stringify([{ field: 'name', op: 'contains', value: '客户a2' }]));
    expect((await amy.get<Page>(`/api/crm/accounts?where=${oracle}`)).body.items).toEqual([]);
    const sum = await amy.send<{ rows: object[] }>('POST', '/api/crm/aggregate', {
      entity: 'orders',
      measures: [
        { name: 'n', op: 'count' },
        { name: 'sum', op: 'sum', field: 'amountMinor' },
      ],
    });
    // o1 and o4 are amy's: 90,000 + 70,707.
    expect(sum.body.rows).toEqual([{ n: 2, sum: 160_707 }]);
  });

  it('through a reference: the account of an old order of hers stays unknown', async () => {
    const rows = await amy.send<{ rows: object[] }>('POST', '/api/crm/aggregate', {
      entity: 'orders',
      measures: [{ name: 'n', op: 'count' }],
      groupBy: ['accountId.customerType'],
    });
    expect(rows.body.rows).toEqual([
      { 'accountId.customerType': 'retail', n: 1 },
      { 'accountId.customerType': null, n: 1 },
    ]);
    const probe = await amy.send<{ rows: object[] }>('POST', '/api/crm/aggregate', {
      entity: 'orders',
      measures: [{ name: 'n', op: 'count' }],
      where: [{ field: 'accountId.customerType', op: 'eq', value: 'institution' }],
    });
    expect(probe.body.rows).toEqual([{ n: 0 }]);
  });

  it('through records: neither read, list, history, change nor deletion', async () => {
    expect((await amy.get(`${entries}/dans`)).status).toBe(404);
    expect((await amy.get(`${entries}/dans/history`)).status).toBe(404);
    expect((await amy.get<Page>(entries)).body.items).toEqual([]);
    const change = await amy.put<Answer>(`${entries}/dans`, { revision: 1, value: { text: 'mine' } });
    expect([change.status, change.body.code]).toEqual([404, 'record.not-found']);
    const create = await amy.put<Answer>(`${entries}/dans`, { revision: 0, value: { text: 'mine' } });
    expect([create.status, create.body.code]).toEqual([409, 'record.id-taken']);
    expect(JSON.stringify(create.body)).not.toContain('secret');
    expect((await amy.send('DELETE', `${entries}/dans?revision=1`)).status).toBe(404);
    const batch = await amy.send('POST', `${entries}:batch`, {
      writes: [
        { op: 'put', id: 'ok', revision: 0, value: { text: 'x' } },
        { op: 'put', id: 'dans', revision: 1, value: { text: 'mine' } },
      ],
    });
    expect(batch.status).toBe(404);
    expect((await dan.get<RecordOf<unknown>>(`${entries}/dans`)).body).toMatchObject({
      revision: 1,
      value: { text: 'secret' },
    });
  });

  it('by forged fields: owner, unit, account and tenant', async () => {
    for (const [forged, path] of [
      [{ ownerId: 'dan' }, 'ownerId'],
      [{ ownerId: 'root' }, 'ownerId'],
      [{ unitId: 'cd' }, 'unitId'],
      [{ unitId: 'east' }, 'unitId'],
      [{ unitId: null }, 'unitId'],
      [{ accountId: 'a2' }, 'accountId'],
    ] as const) {
      const answer = await amy.put<Answer>(`${entries}/forged`, {
        revision: 0,
        value: { text: 'x' },
        ...forged,
      });
      expect(answer.body).toMatchObject({ code: 'record.invalid', problems: [{ path, code: 'reference' }] });
    }
    expect((await amy.put(`${entries}/forged`, { revision: 0, value: { text: 'x' }, ownerId: null })).status).toBe(403);
    expect((await amy.put(`${entries}/forged`, { revision: 0, value: { text: 'x' }, tenantId: 'ys' })).status).toBe(400);
    expect((await amy.get(`${entries}/forged`)).status).toBe(404);
  });

  it('by taking a record of theirs out of its unit', async () => {
    await amy.put(`${entries}/kept`, { revision: 0, value: { text: 'x' } });
    const taken = await amy.put<Answer>(`${entries}/kept`, {
      revision: 1,
      value: { text: 'x' },
      unitId: null,
    });
    expect(taken.body).toMatchObject({
      code: 'record.invalid',
      problems: [{ path: 'unitId', code: 'reference' }],
    });
    const kept = await amy.put(`${entries}/kept`, { revision: 1, value: { text: 'y' } });
    expect(kept.body).toMatchObject({ unitId: 'sh', revision: 2 });
  });

  it('does not learn where colleagues live', async () => {
    const people = await amy.get<{ items: { id: string; homeLat: number | null }[] }>('/api/crm/people?fields=homeLat');
    expect(people.body.items.filter(({ homeLat }) => homeLat !== null).map(({ id }) => id)).toEqual(['amy']);
    const where = encodeURIComponent(JSON.stringify([{ field: 'homeLat', op: 'gt', value: 0 }]));
    expect((await amy.get<Page>(`/api/crm/people?where=${where}`)).body.items.map(({ id }) => id)).toEqual(['amy']);
  });
});

describe('a manager', () => {
  it('sees the branch and what was booked in it, and no other', async () => {
    const orders = async (client: TestClient): Promise<string[]> =>
      (await client.get<Page>('/api/crm/orders')).body.items.map(({ id }) => id);
    // tom leads amy and bob. o4 is amy's although its account is now dan's; o3 is bob's although booked in 成都.
    expect(await orders(tom)).toEqual(['o1', 'o2', 'o3', 'o4']);
    // leo's west: dan's o6, a4 (now dan's) with o4, and o3 of 成都 in 2025.
    expect(await orders(leo)).toEqual(['o3', 'o4', 'o6']);
    expect(await orders(await test.as('mia'))).toEqual(['o1', 'o2', 'o3', 'o4', 'o5']);
    expect(await orders(await test.as('boss'))).toEqual(['o1', 'o2', 'o3', 'o4', 'o5', 'o6']);
  });

  it('writes in the branch only, and may not hand records out of it', async () => {
    expect((await leo.put(`${entries}/dans`, { revision: 1, value: { text: 'by leo' } })).status).toBe(200);
    expect((await tom.put(`${entries}/dans`, { revision: 2, value: { text: 'by tom' } })).status).toBe(404);
    expect((await tom.put(`${entries}/t1`, { revision: 0, value: { text: 'for amy' }, ownerId: 'amy' })).status).toBe(201);
    const out = await tom.put<Answer>(`${entries}/t1`, {
      revision: 1,
      value: { text: 'away' },
      ownerId: 'dan',
    });
    expect(out.body).toMatchObject({ code: 'record.invalid', problems: [{ path: 'ownerId' }] });
  });

  it('reads what the whole company reads, and changes only the part of the branch', async () => {
    expect((await tom.put(`${board}/b1`, { revision: 0, value: { text: 'tom' } })).status).toBe(201);
    expect((await amy.get<RecordOf<unknown>>(`${board}/b1`)).body).toMatchObject({ value: { text: 'tom' } });
    expect((await amy.get<{ items: unknown[] }>(`${board}/b1/history`)).body.items).toHaveLength(1);
    expect((await leo.put(`${board}/b1`, { revision: 1, value: { text: 'leo' } })).status).toBe(403);
    expect((await amy.put(`${board}/b1`, { revision: 1, value: { text: 'amy' } })).status).toBe(403);
  });
});

it('an auditor reads the company and changes nothing', async () => {
  const audi = await test.as('audi');
  expect((await audi.get<Page>('/api/crm/orders')).body.items).toHaveLength(6);
  expect((await audi.get(`${entries}/dans`)).status).toBe(200);
  expect((await audi.put(`${entries}/audi`, { revision: 0, value: { text: 'x' } })).status).toBe(403);
  expect((await audi.send('DELETE', `${entries}/dans?revision=2`)).status).toBe(403);
  expect((await amy.get('/api/audit')).status).toBe(403);
  expect((await (await test.as('olga')).get('/api/audit/verify')).status).toBe(403);
});

describe('another company', () => {
  it('with the same ids stays another company', async () => {
    const other = await test.as('ys:root');
    const accounts = await other.get<Page>('/api/crm/accounts');
    expect(accounts.body.items.map(({ name }) => name)).toEqual(['YS 客户a1', 'YS 客户a2', 'YS 客户a3', 'YS 客户a4']);
    expect((await other.get(`${entries}/dans`)).status).toBe(404);
    expect((await other.put(`${entries}/dans`, { revision: 0, value: { text: 'ours' } })).status).toBe(201);
    expect((await dan.get<RecordOf<unknown>>(`${entries}/dans`)).body.value).not.toEqual({ text: 'ours' });
    const audit = await other.get<{ items: { entry: { subject?: string } }[] }>('/api/audit?limit=1000');
    expect(audit.body.items.some(({ entry }) => entry.subject?.includes('/t1') ?? false)).toBe(false);
  });
});

describe('cursors and keys', () => {
  it('of somebody else, of another query, or made up, are refused', async () => {
    const page = await tom.get<Page>('/api/crm/orders?limit=1');
    const cursor = encodeURIComponent(page.body.next ?? '');
    expect((await tom.get(`/api/crm/orders?limit=1&cursor=${cursor}`)).status).toBe(200);
    for (const [client, path] of [
      [leo, `/api/crm/orders?limit=1&cursor=${cursor}`],
      [tom, `/api/crm/accounts?limit=1&cursor=${cursor}`],
      [tom, `/api/crm/orders?sort=-id&cursor=${cursor}`],
      [tom, `/api/crm/orders?cursor=WyJhIiwiYiJd.AAAAAAAAAAAAAAAAAAAAAA`],
      [tom, `/api/audit?cursor=${cursor}`],
    ] as const) {
      expect((await client.get<Page>(path)).status, path).toBeGreaterThanOrEqual(400);
    }
    expect((await leo.get<Page>(`/api/crm/orders?limit=1&cursor=${cursor}`)).body.code).toBe('cursor.invalid');
  });

  it('an idempotency key of somebody else answers nothing of theirs', async () => {
    const body = { revision: 0, value: { text: 'dan only' } };
    await dan.put(`${entries}/idem`, body, { 'idempotency-key': 'shared' });
    const replay = await amy.put<Answer>(`${entries}/idem`, body, { 'idempotency-key': 'shared' });
    expect(replay.headers.get('idempotent-replay')).toBeNull();
    expect([replay.status, replay.body.code]).toEqual([409, 'record.id-taken']);
  });
});

describe('sessions', () => {
  it('that are forged, foreign, cut or over are refused', async () => {
    const [name = '', token = ''] = amy.cookie.split('=');
    const [tenant = '', random = '', signature = ''] = token.split('.');
    const ys = Buffer.from('ys').toString('base64url');
    for (const forged of [
      `${ys}.${random}.${signature}`,
      `${tenant}.${random}.${signature.slice(0, -2)}AA`,
      `${tenant}.${random}`,
      '',
      'x'.repeat(4000),
      token.toUpperCase(),
    ]) {
      const answer = await clientWith(test.gateway, `${name}=${forged}`).get('/api/crm/accounts');
      expect(answer.status).toBe(401);
    }
    const bearer = await request(test.gateway, 'GET', '/api/session', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(bearer.status).toBe(401);
    const gone = await test.as('bob');
    expect((await gone.send('DELETE', '/api/session')).status).toBe(204);
    expect((await gone.get('/api/session')).status).toBe(401);
  });

  it('cannot be used for writes by a foreign page', async () => {
    const write = (headers: Record<string, string>) =>
      request(test.gateway, 'PUT', `${entries}/csrf`, {
        headers: { cookie: amy.cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ revision: 0, value: { text: 'x' } }),
      });
    for (const headers of [
      {},
      { 'x-milepost': '1' },
      { origin: 'http://127.0.0.1:4780' },
      { 'x-milepost': '1', origin: 'https://evil.example' },
      { 'x-milepost': '1', origin: 'null' },
      { 'x-milepost': '1', origin: 'http://127.0.0.1:4780.evil.example' },
    ] as Record<string, string>[]) {
      expect((await write(headers)).status).toBe(403);
    }
    expect((await amy.get(`${entries}/csrf`)).status).toBe(404);
  });

  it('start for nobody who left, is unknown, or is of no company', async () => {
    for (const id of ['qm:gone', 'qm:nobody', 'zz:amy', 'amy', ':'])
      await expect(test.as(id.includes(':') ? id : `${id}:`)).rejects.toThrow();
  });

  it('are served to our own host names only, so that no site can point its name here', async () => {
    const answer = await test.gateway.app.request('http://evil.example/api/demo/users');
    expect(answer.status).toBe(403);
  });
});

describe('the database itself', () => {
  it('answers nothing to a connection that says not who it is for', async () => {
    const client = new pg.Client(test.urls.app);
    await client.connect();
    try {
      for (const table of ['crm_account', 'crm_person', 'record', 'session', 'audit_entry', 'idempotency', 'tenant']) {
        await expect(client.query(`SELECT * FROM ${table}`), table).rejects.toThrow(/app\.\w+ is missing/);
      }
      await expect(client.query('UPDATE crm_account SET name = name')).rejects.toThrow(/permission denied/);
      await expect(client.query("SELECT set_config('role', 'milepost_owner', false)")).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });

  it('has row-level security forced on every table and a role that cannot pass it', async () => {
    const client = new pg.Client(test.database.adminUrl);
    await client.connect();
    try {
      const open = await client.query(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND relname <> 'milepost_migration' AND NOT (relrowsecurity AND relforcerowsecurity)`,
      );
      expect(open.rows).toEqual([]);
      const first = await client.query(
        `SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
         WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'milepost_migration' AND a.attname <> 'tenant_id'`,
      );
      expect(first.rows).toEqual([]);
      const role = await client.query(
        `SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname IN ('milepost_app', 'milepost_loader')`,
      );
      expect(role.rows).toEqual([
        { rolsuper: false, rolbypassrls: false },
        { rolsuper: false, rolbypassrls: false },
      ]);
    } finally {
      await client.end();
    }
  });
});
