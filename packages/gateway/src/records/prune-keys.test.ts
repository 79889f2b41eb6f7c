import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';
import { pruneKeys } from './prune-keys.ts';

let test: TestGateway;
let admin: pg.Client;

beforeAll(async () => {
  test = await startTestGateway();
  admin = new pg.Client(test.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await test?.close();
});
beforeEach(() => admin.query('DELETE FROM idempotency'));

/** `count` keys of a person, so many days old. */
const keep = (tenantId: string, personId: string, days: number, count: number): Promise<unknown> =>
  admin.query(
    `INSERT INTO idempotency SELECT $1, $2, $3 || '-' || n, 'h', 200, '{}', now() - make_interval(days => $3::int) FROM generate_series(1, $4) n`,
    [tenantId, personId, days, count],
  );
const left = async (): Promise<unknown> =>
  (
    await admin.query<{ who: string }>(
      "SELECT tenant_id || ':' || person_id || ' ' || count(*) AS who FROM idempotency GROUP BY tenant_id, person_id ORDER BY 1",
    )
  ).rows.map(({ who }) => who);

it('drops what is older than the days set, of every person and company, in as many batches as it takes', async () => {
  await keep('qm', 'amy', 8, 2_500);
  await keep('qm', 'amy', 6, 3);
  await keep('ys', 'bob', 30, 2);
  await keep('ys', 'bob', 0, 1);
  expect(await pruneKeys(test.gateway.kit.database, 7)).toBe(2_502);
  expect(await left()).toEqual(['qm:amy 3', 'ys:bob 1']);
  expect(await pruneKeys(test.gateway.kit.database, 5)).toBe(3);
});

it('leaves a company to the gateway that is at work on it', async () => {
  await keep('qm', 'amy', 8, 5);
  await keep('ys', 'bob', 8, 5);
  await admin.query("BEGIN; SELECT pg_advisory_xact_lock(hashtext('prune-idempotency'), hashtext('qm'))");
  expect(await pruneKeys(test.gateway.kit.database, 7)).toBe(5);
  await admin.query('COMMIT');
  expect(await left()).toEqual(['qm:amy 5']);
  // Several at once drop each key once.
  const dropped = await Promise.all([1, 2, 3].map(() => pruneKeys(test.gateway.kit.database, 7)));
  expect(dropped.reduce((sum, each) => sum + each, 0)).toBe(5);
});

it('is the job’s alone: a request cannot drop or see keys of others', async () => {
  await keep('qm', 'amy', 8, 1);
  const { database } = test.gateway.kit;
  const seen = await database.write(systemActor('qm'), async (sql) => {
    const { rowCount } = await sql.query("DELETE FROM idempotency WHERE tenant_id = 'qm'");
    return [rowCount, (await sql.query('SELECT FROM idempotency')).rowCount];
  });
  expect(seen).toEqual([0, 0]);
});
