import pg from 'pg';
import { expect, it } from 'vitest';
import { testPostgres } from './test-postgres.ts';
import type { TestDatabaseAccess } from './test-postgres.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

it('gives every caller a database of its own, prepared once', async () => {
  let prepared = 0;
  const template = {
    name: 'self_test',
    prepare: async ({ adminUrl, passwordOf }: TestDatabaseAccess) => {
      prepared += 1;
      await query(adminUrl, `CREATE ROLE reader LOGIN PASSWORD '${passwordOf('reader')}'`);
      await query(adminUrl, 'CREATE TABLE note (text text); GRANT SELECT ON note TO reader');
    },
  };
  const [first, second] = await Promise.all([testPostgres(template), testPostgres(template)]);
  await query(first.adminUrl, `INSERT INTO note VALUES ('只在第一个库里')`);

  expect(prepared).toBe(1);
  expect(await query(first.url('reader'), 'SELECT * FROM note')).toEqual([{ text: '只在第一个库里' }]);
  expect(await query(second.url('reader'), 'SELECT * FROM note')).toEqual([]);
  await expect(query(second.url('reader'), `INSERT INTO note VALUES ('x')`)).rejects.toThrow('permission denied');
  await Promise.all([first.drop(), second.drop()]);
  await expect(query(first.adminUrl, 'SELECT 1')).rejects.toThrow('does not exist');
});
