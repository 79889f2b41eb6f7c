import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import type { PluginManifest } from '@milepost/sdk/manifest';
import type { RecordOf, RecordWrite } from '@milepost/sdk/host';
import type { AllocationValue, PlanValue, StoredEdit } from '../src/domain/types.ts';
import serverPart from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const base = '/api/plugins/target-decomposition/records';
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

interface Problem {
  readonly code: string;
  readonly problems?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

const plan: PlanValue = {
  name: '测试方案',
  period: '2026',
  fiscalYearStartMonth: 1,
  currency: 'CNY',
  status: 'draft',
  basis: null,
  organisationAsOf: '2026-01-01',
  copiedFrom: null,
  publishedAt: null,
};

/** co 600 = east 600 = sh 600 = amy 400 + bob 200, in every month. */
function node(nodeId: string, parentId: string | null, value: number): RecordWrite<AllocationValue> {
  const [unitId = '', personId] = nodeId.split('~');
  return {
    op: 'put',
    id: `p1.${nodeId}`,
    revision: 0,
    ownerId: personId ?? null,
    unitId,
    value: {
      planId: 'p1',
      period: '2026',
      nodeId,
      parentId,
      kind: personId ? 'person' : 'unit',
      label: nodeId,
      from: null,
      to: null,
      months: Object.fromEntries(months.map((month) => [month, value])),
      held: [],
      edits: [],
    },
  };
}
const tree = [
  node('co', null, 600),
  node('east', 'co', 600),
  node('sh', 'east', 600),
  node('sh~amy', 'sh', 400),
  node('sh~bob', 'sh', 200),
];

describe('the rules of targets', () => {
  let gateway: TestGateway;
  let olga: TestClient;
  let tom: TestClient;
  let amy: TestClient;

  beforeAll(async () => {
    gateway = await startTestGateway({ plugins: [{ manifest, serverPart }] });
    [olga, tom, amy] = [await gateway.as('olga'), await gateway.as('tom'), await gateway.as('amy')];
  });
  afterAll(() => gateway.close());

  const batch = (client: TestClient, writes: readonly RecordWrite[]) =>
    client.send<Problem>('POST', `${base}/allocations:batch`, { writes });
  const stored = async (client: TestClient): Promise<Map<string, RecordOf<AllocationValue>>> => {
    const { body } = await client.get<{ items: RecordOf<AllocationValue>[] }>(`${base}/allocations?limit=100`);
    return new Map(body.items.map((record) => [record.value.nodeId, record]));
  };
  const change = (
    record: RecordOf<AllocationValue> | undefined,
    month: string,
    amount: number,
    by = 'tom',
    reason = '大客户转移',
  ): RecordWrite<AllocationValue> => {
    if (!record) throw new Error('no such record');
    const edit: StoredEdit = {
      action: 'set',
      target: { node: record.value.nodeId, period: month },
      before: null,
      after: amount,
      by,
      at: new Date().toISOString(),
      splits: [],
      ...(reason ? { reason } : {}),
    };
    const value = { ...record.value, months: { ...record.value.months, [month]: amount }, edits: [...record.value.edits, edit] };
    return { op: 'put', id: record.id, revision: record.revision, value };
  };
  const codes = (answer: { body: Problem }): string[] => [...new Set(answer.body.problems?.map((problem) => problem.code))];

  it('refuses numbers without a plan', async () => {
    const answer = await batch(olga, tree);
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual(['target.plan']);
  });

  it('refuses to publish a plan without numbers', async () => {
    const answer = await olga.put<Problem>(`${base}/plans/p1`, {
      revision: 0,
      value: { ...plan, status: 'published' },
      ownerId: null,
      unitId: null,
    });
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual(['target.empty']);
  });

  it('refuses a plan in another fiscal year or currency than the company’s', async () => {
    const answer = await olga.put<Problem>(`${base}/plans/p1`, {
      revision: 0,
      value: { ...plan, fiscalYearStartMonth: 4, currency: 'USD' },
      ownerId: null,
      unitId: null,
    });
    expect(codes(answer)).toEqual(['target.year', 'target.currency']);
  });

  it('stores a plan whose every level adds up, and nothing of one that is a 分 off', async () => {
    await olga.put(`${base}/plans/p1`, { revision: 0, value: plan, ownerId: null, unitId: null });
    const off = await batch(olga, [...tree.slice(0, 4), node('sh~bob', 'sh', 201)]);
    expect(off.status).toBe(422);
    expect(off.body.problems?.[0]?.path).toBe('writes.2.value.months.2026-01');
    expect(off.body.problems?.[0]?.message).toContain('601');
    expect((await stored(olga)).size).toBe(0);
    expect((await batch(olga, tree)).status).toBe(200);
    const published = await olga.put(`${base}/plans/p1`, { revision: 1, value: { ...plan, status: 'published' } });
    expect(published.status).toBe(200);
  });

  it('refuses a month of another year, a fraction, and a node under another name', async () => {
    const records = await stored(olga);
    const bob = change(records.get('sh~bob'), '2026-05', 200, 'olga') as Extract<RecordWrite<AllocationValue>, { op: 'put' }>;
    const eleven = Object.fromEntries(Object.entries(bob.value.months).filter(([month]) => month !== '2026-12'));
    expect(codes(await batch(olga, [{ ...bob, value: { ...bob.value, months: { ...eleven, '2027-01': 200 } } }]))).toContain(
      'target.month',
    );
    expect(codes(await batch(olga, [change(records.get('sh~bob'), '2026-05', 0.5, 'olga')]))).toEqual(['type']);
    expect(codes(await batch(olga, [{ ...bob, value: { ...bob.value, nodeId: 'sh~amy' } }]))).toContain('target.identity');
  });

  it('lets a manager redistribute inside the branch', async () => {
    const records = await stored(tom);
    expect([...records.keys()].sort()).toEqual(['sh', 'sh~amy', 'sh~bob']);
    const answer = await batch(tom, [
      change(records.get('sh~amy'), '2026-04', 350),
      change(records.get('sh~bob'), '2026-04', 250),
    ]);
    expect(answer.status).toBe(200);
  });

  it('keeps a manager from changing the branch’s own total, with or without its parts', async () => {
    const records = await stored(tom);
    const whole = await batch(tom, [change(records.get('sh'), '2026-04', 500), change(records.get('sh~amy'), '2026-04', 250)]);
    expect(whole.status).toBe(422);
    expect(codes(whole)).toEqual(['target.ownTotal']);
    const part = await batch(tom, [change(records.get('sh~amy'), '2026-04', 250)]);
    expect(codes(part)).toEqual(['target.sum']);
  });

  it('keeps a manager from adding, deleting and moving nodes', async () => {
    const records = await stored(tom);
    const fresh = node('sh~tom', 'sh', 0);
    expect(codes(await batch(tom, [fresh]))).toContain('target.nodes');
    const amyRecord = records.get('sh~amy');
    expect(codes(await batch(tom, [{ op: 'delete', id: 'p1.sh~amy', revision: amyRecord?.revision ?? 0 }]))).toContain(
      'target.nodes',
    );
    const moved = change(amyRecord, '2026-04', 350) as Extract<RecordWrite<AllocationValue>, { op: 'put' }>;
    expect(codes(await batch(tom, [{ ...moved, value: { ...moved.value, parentId: null } }]))).toContain('target.fixed');
  });

  it('wants a reason for every change of a published plan, in the writer’s own name', async () => {
    const records = await stored(tom);
    const silent = await batch(tom, [
      change(records.get('sh~amy'), '2026-06', 300, 'tom', ''),
      change(records.get('sh~bob'), '2026-06', 300, 'tom', ''),
    ]);
    expect(codes(silent)).toEqual(['target.reason']);
    const forged = await batch(tom, [
      change(records.get('sh~amy'), '2026-06', 300, 'olga'),
      change(records.get('sh~bob'), '2026-06', 300, 'olga'),
    ]);
    expect(codes(forged)).toEqual(['target.author']);
  });

  it('keeps the record of changes whole', async () => {
    const record = (await stored(tom)).get('sh~amy');
    const edited = change(record, '2026-04', 350) as Extract<RecordWrite<AllocationValue>, { op: 'put' }>;
    expect(codes(await batch(tom, [{ ...edited, value: { ...edited.value, edits: edited.value.edits.slice(1) } }]))).toEqual([
      'target.history',
    ]);
  });

  it('keeps every known change as it was: what it changed, why, and in which order', async () => {
    const record = (await stored(tom)).get('sh~amy');
    const edited = change(record, '2026-04', 350) as Extract<RecordWrite<AllocationValue>, { op: 'put' }>;
    const [first, ...rest] = edited.value.edits;
    if (!first) throw new Error('no history');
    const rewritten = (given: Partial<StoredEdit>) =>
      batch(tom, [{ ...edited, value: { ...edited.value, edits: [{ ...first, ...given }, ...rest] } }]);
    for (const given of [
      { before: 1 },
      { after: 999 },
      { reason: '别的原因' },
      { splits: [{ period: '2026-04', before: 1, after: 2, method: 'even', pool: 1, weight: 1, of: 1, fallback: null }] },
    ]) {
      expect(codes(await rewritten(given))).toEqual(['target.history']);
    }
    expect(codes(await batch(tom, [{ ...edited, value: { ...edited.value, edits: [...rest, first] } }]))).toEqual([
      'target.history',
    ]);
  });

  it('shows a representative only their own months and lets them change nothing', async () => {
    const records = await stored(amy);
    expect([...records.keys()]).toEqual(['sh~amy']);
    expect((await batch(amy, [change(records.get('sh~amy'), '2026-04', 1, 'amy')])).status).toBe(403);
    const auditor = await gateway.as('audi');
    expect((await batch(auditor, [change((await stored(auditor)).get('sh~amy'), '2026-04', 1, 'audi')])).status).toBe(403);
  });

  it('answers the second of two writers with a conflict', async () => {
    const records = await stored(olga);
    const both = [change(records.get('sh~amy'), '2026-07', 390, 'olga'), change(records.get('sh~bob'), '2026-07', 210, 'olga')];
    expect((await batch(olga, both)).status).toBe(200);
    const late = await batch(tom, [change(records.get('sh~amy'), '2026-07', 380), change(records.get('sh~bob'), '2026-07', 220)]);
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('record.conflict');
  });

  it('takes a person who joined into a published plan without a number and without a reason', async () => {
    const fresh = node('hz~cat', 'hz', 0) as Extract<RecordWrite<AllocationValue>, { op: 'put' }>;
    const empty = (write: typeof fresh): RecordWrite<AllocationValue> => ({
      ...write,
      value: { ...write.value, months: Object.fromEntries(months.map((month) => [month, null])) },
    });
    const unit = node('hz', 'east', 0) as typeof fresh;
    expect(codes(await batch(olga, [unit, fresh]))).toEqual(['target.reason']);
    expect((await batch(olga, [empty(unit), empty(fresh)])).status).toBe(200);
  });

  it('holds one published plan for a year and deletes none that is published or has numbers', async () => {
    await olga.put(`${base}/plans/p2`, { revision: 0, value: plan, ownerId: null, unitId: null });
    const second = await olga.put<Problem>(`${base}/plans/p2`, { revision: 1, value: { ...plan, status: 'published' } });
    expect(codes(second)).toContain('target.published');
    expect((await olga.send<Problem>('DELETE', `${base}/plans/p1?revision=2`)).status).toBe(422);
  });

  it('drops from a full record of changes only the oldest after the first, one for each that is added', async () => {
    const record = (await stored(tom)).get('sh~bob');
    if (!record) throw new Error('no such record');
    const edit = (index: number): StoredEdit => ({
      action: 'set',
      target: { node: 'sh~bob', period: '2026-12' },
      before: null,
      after: 200,
      by: 'tom',
      at: `2026-03-16T00:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.000Z`,
      reason: '核对',
      splits: [],
    });
    const write = (revision: number, edits: readonly StoredEdit[]) =>
      batch(tom, [{ op: 'put', id: record.id, revision, value: { ...record.value, edits } }]);
    const wiped = Array.from({ length: 200 }, (_, index) => edit(index));
    expect(codes(await write(record.revision, wiped))).toEqual(['target.history']);
    const full = [...record.value.edits, ...wiped.slice(record.value.edits.length)];
    expect((await write(record.revision, full)).status).toBe(200);
    const later = edit(500);
    expect(codes(await write(record.revision + 1, [...full.slice(1), later]))).toEqual(['target.history']);
    expect(codes(await write(record.revision + 1, [full[0] as StoredEdit, ...full.slice(3), later]))).toEqual(['target.history']);
    expect(codes(await write(record.revision + 1, [...full.slice(0, -1), later]))).toEqual(['target.history']);
    expect((await write(record.revision + 1, [full[0] as StoredEdit, ...full.slice(2), later])).status).toBe(200);
  });
});
