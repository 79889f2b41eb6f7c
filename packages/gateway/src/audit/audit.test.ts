import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { readCheckpoints, startCheckpoints } from './checkpoint.ts';
import { linkHash, verifyChain } from './verify.ts';
import type { ChainReport } from './verify.ts';
import { startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway();
});
afterEach(() => test.close());

/** SQL of somebody who owns the machine: superuser, triggers off. */
async function tamper(sql: string): Promise<void> {
  const client = new pg.Client(test.database.adminUrl);
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const check = async (): Promise<ChainReport> => {
  const { places } = await readCheckpoints(test.dataDir);
  return verifyChain(test.gateway.kit.database, 'qm', places.get('qm') ?? []);
};

describe('the chain', () => {
  it('holds one entry for each change, in order, also when many are made at once', async () => {
    const amy = await test.as('amy');
    const dan = await test.as('dan');
    const before = (await check()).entries;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? amy : dan).put(`/api/plugins/notes/records/entries/c${n}`, {
          revision: 0,
          value: { text: 'x' },
        }),
      ),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const report = await check();
    expect(report).toMatchObject({ intact: true, entries: before + 40 });
    const audi = await test.as('audi');
    const log = await audi.get<{
      items: { seq: number; entry: { action: string; subject: string; actor: string } }[];
    }>('/api/audit?limit=40');
    // The newest is the auditor's own sign-in.
    expect(log.body.items[0]?.entry).toMatchObject({ action: 'session.started', actor: 'audi' });
    expect(log.body.items[1]?.entry).toMatchObject({ action: 'record.created' });
    expect((await audi.get('/api/audit/verify')).body).toMatchObject({
      intact: true,
      broken: null,
      forgedCheckpoints: 0,
    });
  });

  it('holds nothing of a change that was refused', async () => {
    const amy = await test.as('amy');
    const before = (await check()).entries;
    await amy.put('/api/plugins/notes/records/entries/x', { revision: 5, value: { text: 'x' } });
    await amy.put('/api/plugins/notes/records/entries/x', { revision: 0, value: {} });
    expect((await check()).entries).toBe(before);
  });

  it('shows what was changed, removed, added or moved behind its back', async () => {
    await (await test.as('amy')).put('/api/plugins/notes/records/entries/x', { revision: 0, value: { text: 'x' } });
    await tamper(
      "UPDATE audit_entry SET entry = replace(entry, 'amy', 'bob') WHERE tenant_id = 'qm' AND entry LIKE '%session.started%'",
    );
    expect((await check()).broken?.reason).toBe('the entry is not what was hashed');
    await tamper(
      "UPDATE audit_entry SET entry = replace(entry, 'bob', 'amy') WHERE tenant_id = 'qm' AND entry LIKE '%session.started%'",
    );
    expect((await check()).intact).toBe(true);
    await tamper("INSERT INTO audit_entry VALUES ('qm', gen_random_uuid(), '{}')");
    expect((await check()).broken?.reason).toBe('there are entries outside the chain');
    await tamper("DELETE FROM audit_entry WHERE entry = '{}'");
    await tamper("DELETE FROM audit_link WHERE tenant_id = 'qm' AND seq = 1");
    expect((await check()).broken).toEqual({ seq: 1, reason: 'a link is missing' });
  });

  it('cannot be cut or computed anew without the signed checkpoints telling', async () => {
    await (await test.as('amy')).put('/api/plugins/notes/records/entries/x', { revision: 0, value: { text: 'x' } });
    const notes = await startCheckpoints(test.gateway.kit.database, test.dataDir, test.gateway.kit.log);
    await notes.stop();
    const { entries, head } = await check();
    const client = new pg.Client(test.database.adminUrl);
    await client.connect();
    const last = await client.query<{ prev_hash: string; entry: string; entry_id: string }>(
      "SELECT prev_hash, entry, entry_id FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE l.tenant_id = 'qm' ORDER BY seq DESC LIMIT 1",
    );
    await client.end();
    const { prev_hash: prev = '', entry = '', entry_id: id = '' } = last.rows[0] ?? {};
    expect(linkHash(prev, entries, entry)).toBe(head);
    // The last entry gone, the head set back: the database alone is consistent again.
    await tamper(`DELETE FROM audit_link WHERE tenant_id = 'qm' AND seq = ${entries}; DELETE FROM audit_entry WHERE id = '${id}';
      UPDATE audit_head SET seq = ${entries - 1}, hash = '${prev}' WHERE tenant_id = 'qm'`);
    expect((await verifyChain(test.gateway.kit.database, 'qm', [])).intact).toBe(true);
    expect((await check()).broken?.reason).toContain('a signed checkpoint names a later one');
    // Another entry in its place, hashed properly.
    const other = linkHash(prev, entries, '{"forged":true}');
    await tamper(`INSERT INTO audit_entry VALUES ('qm', '${id}', '{"forged":true}');
      INSERT INTO audit_link VALUES ('qm', ${entries}, '${id}', '${prev}', '${other}');
      UPDATE audit_head SET seq = ${entries}, hash = '${other}' WHERE tenant_id = 'qm'`);
    expect((await verifyChain(test.gateway.kit.database, 'qm', [])).intact).toBe(true);
    expect((await check()).broken).toEqual({ seq: entries, reason: 'it differs from a signed checkpoint' });
  });

  it('takes no checkpoint without our signature, and survives a torn last line', async () => {
    const file = join(test.dataDir, 'audit-checkpoints.jsonl');
    const good = await readFile(file, 'utf8');
    await appendFile(file, good.split('\n')[0]?.slice(0, 40) ?? '');
    expect((await readCheckpoints(test.dataDir)).forged).toBe(0);
    await writeFile(file, `${good.replace(/"seq":\d+/, '"seq":99')}`);
    expect((await readCheckpoints(test.dataDir)).forged).toBe(1);
    const audi = await test.as('audi');
    expect((await audi.get('/api/audit/verify')).body).toMatchObject({ intact: false, forgedCheckpoints: 1 });
  });
});

it('only grows, for the roles of the gateway and for the owner of the tables', async () => {
  for (const url of [test.urls.app, test.urls.loader, test.urls.owner]) {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query("SELECT set_config('app.tenant', 'qm', false)");
      for (const sql of [
        "UPDATE audit_entry SET entry = '{}'",
        'DELETE FROM audit_entry',
        'DELETE FROM audit_link',
        'TRUNCATE audit_entry',
      ]) {
        await expect(client.query(sql), sql).rejects.toThrow(/permission denied|only grows/);
      }
    } finally {
      await client.end();
    }
  }
});

it('writes JSON in one way only', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ü"' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,{"c":"ü\\"","d":null}]}');
});
