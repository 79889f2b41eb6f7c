import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnOf, entities } from '@milepost/crm';
import type { MirrorRow, MirrorSink } from '@milepost/crm';
import { MirrorReferenceError, mirrorLookup, PgMirrorSink } from './index.ts';
import { loadCompany, qiming, startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test?.close());

const newSink = (): MirrorSink => new PgMirrorSink(test.gateway.kit.database.loader);
const lookup = () => mirrorLookup(test.gateway.kit.database.loader, 'qm');
const source = { source: 'test' };

it('has a column for every field, of its type, and no other', async () => {
  const client = new pg.Client(test.database.adminUrl);
  await client.connect();
  const { rows } = await client.query<{
    table_name: string;
    column_name: string;
    data_type: string;
    is_nullable: string;
  }>(`SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name LIKE 'crm\\_%'`);
  await client.end();
  const types: Record<string, string> = {
    id: 'text',
    ref: 'text',
    text: 'text',
    enum: 'text',
    money: 'bigint',
    integer: 'integer',
    number: 'double precision',
    date: 'date',
    instant: 'timestamp with time zone',
    boolean: 'boolean',
    json: 'jsonb',
  };
  for (const entity of Object.values(entities)) {
    const found = rows.filter((row) => row.table_name === entity.table && !['tenant_id', 'synced_at'].includes(row.column_name));
    const actual = found.map((row) => `${row.column_name} ${row.data_type} ${row.is_nullable}`).sort();
    const expected = entity.fields
      .map((field) => `${columnOf(field.name)} ${types[field.type]} ${field.required && !field.derived ? 'NO' : 'YES'}`)
      .sort();
    expect(actual, entity.name).toEqual(expected);
  }
});

it('counts what a load did, and a second load of the same rows changes nothing', async () => {
  const sink = newSink();
  await sink.begin(qiming.tenant, source);
  expect(await sink.upsert('people', qiming.rows.people ?? [])).toEqual({
    inserted: 0,
    changed: 0,
    unchanged: 12,
  });
  expect(
    await sink.upsert('products', [
      { id: 'p1', name: '一号', listPriceMinor: 12_000 },
      {
        id: 'p2',
        categoryId: 'k1',
        name: '二号',
        sku: 'P2',
        salesUnit: '箱',
        listPriceMinor: 1,
        currency: 'CNY',
      },
    ]),
  ).toEqual({ inserted: 1, changed: 1, unchanged: 0 });
  await sink.finish('compute');
  // What was not given stays: sku and category of p1.
  expect(await lookup().rowsBy('products', 'id', ['p1'])).toMatchObject([
    { sku: 'P1', categoryId: 'k1', listPriceMinor: 12_000, launchedOn: null },
  ]);
});

it('computes what the mirror derives', async () => {
  const [o3] = await lookup().rowsBy('orders', 'id', ['o3']);
  const [o4] = await lookup().rowsBy('orders', 'id', ['o4']);
  const [i1] = await lookup().rowsBy('invoices', 'id', ['i1']);
  const [l1] = await lookup().rowsBy('orderLines', 'id', ['l1']);
  const [hz] = await lookup().rowsBy('units', 'id', ['hz']);
  expect(o3).toMatchObject({ ownerId: 'bob', unitId: 'cd', accessOwnerId: 'bob' });
  expect(o4).toMatchObject({ ownerId: 'amy', unitId: 'sh', accessOwnerId: 'dan' });
  expect(i1).toMatchObject({ openMinor: 60_000, accountId: 'a1', ownerId: 'amy', unitId: 'sh' });
  expect(l1).toMatchObject({ categoryId: 'k1', accountId: 'a1', orderedOn: '2026-02-10', ownerId: 'amy' });
  expect(hz).toMatchObject({ path: '/co/east/hz/' });
});

it('changes nothing when a row names what does not exist, or the load is rolled back or fails', async () => {
  const sink = newSink();
  await sink.begin(qiming.tenant, source);
  await sink.upsert('orders', [{ ...(qiming.rows.orders?.[0] as MirrorRow), id: 'o9', accountId: 'nowhere' }]);
  await expect(sink.finish('compute')).rejects.toThrow(MirrorReferenceError);
  await sink.rollback();
  await sink.rollback();
  await sink.begin(qiming.tenant, { ...source, replace: true });
  await sink.rollback();
  await sink.begin(qiming.tenant, source);
  await expect(sink.upsert('orders', [{ id: 'o9', amountMinor: 'many' }])).rejects.toThrow();
  await sink.rollback();
  await sink.begin(qiming.tenant, source);
  await expect(sink.upsert('accounts', [{ id: 'a9', name: 'a\0b' }])).rejects.toThrow(/cannot be stored/);
  await sink.rollback();
  expect([...(await lookup().existing('orders', ['o1', 'o9']))]).toEqual(['o1']);
});

it('keeps tabs, line ends, backslashes and \\N as they are', async () => {
  const name = '\\N\t"tab"\r\nline\\t \\. 末';
  const sink = newSink();
  await sink.begin(qiming.tenant, source);
  await sink.upsert('categories', [
    { id: 'odd', name },
    { id: '\\.', name: '\\.' },
  ]);
  await sink.finish('compute');
  expect(await lookup().rowsBy('categories', 'id', ['odd'])).toEqual([{ id: 'odd', name }]);
  expect(await lookup().rowsBy('categories', 'id', ['\\.'])).toEqual([{ id: '\\.', name: '\\.' }]);
});

it('changes what people see at once', async () => {
  const tom = await test.as('tom');
  const orders = async (): Promise<string[]> =>
    (await tom.get<{ items: { id: string }[] }>('/api/crm/orders')).body.items.map(({ id }) => id);
  expect(await orders()).not.toContain('o5');
  const sink = test.gateway.sink();
  await sink.begin(qiming.tenant, source);
  await sink.upsert('memberships', [
    { id: 'cat-hz', validTo: '2026-03-01' },
    { id: 'cat-sh', personId: 'cat', unitId: 'sh', primary: true, validFrom: '2026-03-01' },
  ]);
  await sink.finish('compute');
  expect(await orders()).toContain('o5');
});

it('replaces one company and leaves the other alone', async () => {
  await loadCompany(test.gateway.sink(), {
    ...qiming,
    rows: { units: qiming.rows.units?.slice(0, 1).map((unit) => ({ ...unit, managerId: null })) },
  });
  const sink = newSink();
  await sink.begin(qiming.tenant, { ...source, replace: true });
  await sink.finish('compute');
  expect((await lookup().existing('people', ['amy'])).size).toBe(0);
  expect((await mirrorLookup(test.gateway.kit.database.loader, 'ys').existing('people', ['amy'])).size).toBe(1);
});
