import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';
import type { Sql } from './database.ts';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test?.close());

it('answers what is asked at once one after the other', async () => {
  const numbers = await test.gateway.kit.database.read(systemActor('qm'), (sql) =>
    Promise.all([1, 2, 3].map(async (n) => (await sql.query<{ n: number }>('SELECT $1::int AS n', [n])).rows[0]?.n)),
  );
  expect(numbers).toEqual([1, 2, 3]);
});

it('lets nothing through once a transaction is over, since its connection may serve somebody else', async () => {
  const { database } = test.gateway.kit;
  let kept: Sql | undefined;
  await database.read(systemActor('qm'), (sql) => Promise.resolve((kept = sql)));
  await expect(kept?.query('SELECT 1')).rejects.toThrow('The transaction is over');
  let late: Promise<unknown> | undefined;
  const failing = database.read(systemActor('qm'), (sql) => {
    const wrong = sql.query('SELECT 1/0');
    late = sql.query('SELECT 1');
    late.catch(() => undefined);
    return wrong;
  });
  await expect(failing).rejects.toThrow('division by zero');
  await expect(late).rejects.toThrow();
});

it('reads only where it says so', async () => {
  const { database } = test.gateway.kit;
  const write = (sql: Sql) => sql.query("DELETE FROM session WHERE tenant_id = 'qm'");
  await expect(database.read(systemActor('qm'), write)).rejects.toThrow('read-only transaction');
});
