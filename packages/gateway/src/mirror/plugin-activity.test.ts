import { afterAll, beforeAll, expect, it } from 'vitest';
import { defineServerPart } from '../server-part/index.ts';
import { notesPlugin, qiming, loadCompany, startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';
import type { PluginActivity } from './plugin-activity.ts';

const { manifest } = notesPlugin;
const serverPart = defineServerPart({
  id: manifest.id,
  routes: [
    {
      method: 'POST',
      path: 'note',
      handler: (ctx, { body }) => ctx.crm.recordActivity(body as PluginActivity),
    },
  ],
});

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway({ plugins: [{ manifest, serverPart }] });
});
afterAll(() => test?.close());

const visit = (change: Partial<PluginActivity> = {}): PluginActivity => ({
  id: 'n1',
  type: 'visit',
  accountId: 'a1',
  ownerId: 'amy',
  dayOn: '2026-03-16',
  startAt: '2026-03-16T01:00:00.000Z',
  endAt: '2026-03-16T01:30:00.000Z',
  purpose: 'order',
  outcome: '下单',
  status: 'completed',
  effective: true,
  ...change,
});
async function note(name: string, activity: PluginActivity): Promise<number> {
  const client = await test.as(name);
  return (await client.send('POST', `/api/plugins/${manifest.id}/call/note`, activity)).status;
}
async function noted(name: string): Promise<readonly { id: string; ownerId: string; outcome: string }[]> {
  const client = await test.as(name);
  const { body } = await client.get<{ items: { id: string; ownerId: string; outcome: string }[] }>(
    '/api/crm/activities?limit=1000',
  );
  return body.items.filter(({ id }) => id.startsWith(`${manifest.id}:`));
}

it('shows what a plugin noted once, under its id, to those who see the account', async () => {
  expect(await note('amy', visit())).toBe(204);
  expect(await note('amy', visit({ outcome: '下单十箱' }))).toBe(204);
  expect(await noted('amy')).toMatchObject([
    { id: `${manifest.id}:n1`, ownerId: 'amy', unitId: 'sh', accessOwnerId: 'amy', outcome: '下单十箱' },
  ]);
  expect(await noted('bob')).toEqual([]);
});

it('notes nothing for an account the person does not see, in another name, or over a colleague’s note', async () => {
  expect(await note('amy', visit({ id: 'n2', accountId: 'a2' }))).toBe(403);
  expect(await note('amy', visit({ id: 'n3', ownerId: 'bob' }))).toBe(403);
  expect(await note('bob', visit({ ownerId: 'bob', accountId: 'a2' }))).toBe(403);
  expect(await note('audi', visit({ id: 'n4' }))).toBe(403);
  expect(await noted('amy')).toMatchObject([{ id: `${manifest.id}:n1`, ownerId: 'amy' }]);
});

it('lets a request touch no row that came from the CRM', async () => {
  const { kit } = test.gateway;
  const sink = test.gateway.sink();
  await sink.begin(qiming.tenant, { source: 'test' });
  await sink.upsert('activities', [
    { id: 'crm-1', type: 'visit', accountId: 'a1', ownerId: 'amy', dayOn: '2026-03-01', status: 'completed' },
  ]);
  await sink.finish('compute');
  const actor = {
    tenantId: 'qm',
    personId: 'amy',
    role: 'rep',
    seesAll: false,
    people: ['amy'],
    units: [],
    writes: 'own',
    homeUnitId: 'sh',
    openCollections: [],
  } as const;
  const changed = await kit.database.write(actor, (sql) => sql.query(`UPDATE crm_activity SET outcome = 'x' WHERE id = 'crm-1'`));
  expect(changed.rowCount).toBe(0);
  const unprefixed = kit.database.write(actor, (sql) =>
    sql.query(`INSERT INTO crm_activity (tenant_id, id, type, account_id, owner_id, day_on, status)
               VALUES ('qm', 'crm-2', 'visit', 'a1', 'amy', '2026-03-02', 'completed')`),
  );
  await expect(unprefixed).rejects.toThrow(/row-level security/);
  await expect(kit.database.write(actor, (sql) => sql.query('DELETE FROM crm_activity'))).rejects.toThrow(/permission denied/);
});

it('stays when the mirror is loaded anew, unless its account is gone', async () => {
  const reload = async (accounts = qiming.rows.accounts): Promise<void> => {
    const sink = test.gateway.sink();
    await sink.begin(qiming.tenant, { source: 'test', replace: true });
    const kept = new Set(accounts?.map(({ id }) => id));
    for (const [name, rows] of Object.entries({ ...qiming.rows, accounts })) {
      if (kept.size < 2 && !['units', 'people', 'memberships', 'accounts'].includes(name)) continue;
      await sink.upsert(name as keyof typeof qiming.rows, rows ?? []);
    }
    await sink.upsert('activities', []);
    await sink.finish('compute');
  };
  await reload();
  expect(await noted('amy')).toHaveLength(1);
  await reload(qiming.rows.accounts?.filter(({ id }) => id === 'a2'));
  await loadCompany(test.gateway.sink(), qiming);
  expect(await noted('amy')).toEqual([]);
});
