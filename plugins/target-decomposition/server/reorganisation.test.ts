import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PgMirrorSink } from '@milepost/gateway';
import { loadCompany, qiming, startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import type { PluginManifest } from '@milepost/sdk/manifest';
import type { RecordOf, RecordWrite } from '@milepost/sdk/host';
import type { AllocationValue, PlanValue, StoredEdit } from '../src/domain/types.ts';
import serverPart from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const base = '/api/plugins/target-decomposition/records';
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const plan: PlanValue = {
  name: '年初方案',
  period: '2026',
  fiscalYearStartMonth: 1,
  currency: 'CNY',
  status: 'draft',
  basis: null,
  organisationAsOf: '2026-01-01',
  copiedFrom: null,
  publishedAt: null,
};

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

/** co 1000 = east 900 + west 100; east = sh 600 + hz 300 + nb 0; hz = cat 200 + eva 100; west = cd 100 = dan 100. */
const tree = [
  node('co', null, 1000),
  node('east', 'co', 900),
  node('sh', 'east', 600),
  node('sh~amy', 'sh', 600),
  node('hz', 'east', 300),
  node('hz~cat', 'hz', 200),
  node('hz~eva', 'hz', 100),
  node('nb', 'east', 0),
  node('west', 'co', 100),
  node('cd', 'west', 100),
  node('cd~dan', 'cd', 100),
];

let gateway: TestGateway;
let mia: TestClient;
let leo: TestClient;

/** Loads 启明 again with eva in 杭州, 宁波 in the east, and `sh` below the unit given. */
async function load(parentOfSh: string): Promise<void> {
  const { units = [], people = [], memberships = [] } = qiming.rows;
  const moved = units.map((unit) => (unit['id'] === 'sh' ? { ...unit, parentId: parentOfSh } : unit));
  const cat = people.filter(({ id }) => id === 'cat');
  const inHz = memberships.filter(({ personId }) => personId === 'cat');
  const { kit } = gateway.gateway;
  await loadCompany(new PgMirrorSink(kit.database.loader, { onLoaded: () => kit.sessions.forget() }), {
    ...qiming,
    rows: {
      ...qiming.rows,
      units: [...moved, ...units.filter(({ id }) => id === 'hz').map((unit) => ({ ...unit, id: 'nb', name: 'nb' }))],
      people: [...people, ...cat.map((row) => ({ ...row, id: 'eva', name: 'eva', email: 'eva@qm.example' }))],
      memberships: [...memberships, ...inHz.map((row) => ({ ...row, id: 'eva-hz', personId: 'eva' }))],
    },
  });
}

beforeAll(async () => {
  gateway = await startTestGateway({ plugins: [{ manifest, serverPart }] });
  await load('east');
  const olga = await gateway.as('olga');
  await olga.put(`${base}/plans/p1`, { revision: 0, value: plan, ownerId: null, unitId: null });
  expect((await olga.send('POST', `${base}/allocations:batch`, { writes: tree })).status).toBe(200);
  expect((await olga.put(`${base}/plans/p1`, { revision: 1, value: { ...plan, status: 'published' } })).status).toBe(200);
  await load('west');
  [mia, leo] = [await gateway.as('mia'), await gateway.as('leo')];
});
afterAll(() => gateway.close());

async function stored(client: TestClient): Promise<Map<string, RecordOf<AllocationValue>>> {
  const { body } = await client.get<{ items: RecordOf<AllocationValue>[] }>(`${base}/allocations?limit=100`);
  return new Map(body.items.map((record) => [record.value.nodeId, record]));
}

/** Sets May of these nodes, with a reason; answers the codes of what is refused. */
async function set(client: TestClient, by: string, amounts: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const records = await stored(client);
  const writes = Object.entries(amounts).map(([nodeId, amount]) => {
    const record = records.get(nodeId);
    if (!record) throw new Error(`${by} does not see ${nodeId}`);
    const edit: StoredEdit = {
      action: 'set',
      target: { node: nodeId, period: '2026-05' },
      before: null,
      after: amount,
      by,
      at: new Date().toISOString(),
      reason: '调整',
      splits: [],
    };
    return {
      op: 'put',
      id: record.id,
      revision: record.revision,
      value: { ...record.value, months: { ...record.value.months, '2026-05': amount }, edits: [...record.value.edits, edit] },
    };
  });
  const answer = await client.send<{ problems?: readonly { readonly code: string }[] }>('POST', `${base}/allocations:batch`, {
    writes,
  });
  return answer.status === 200 ? [] : [...new Set(answer.body.problems?.map(({ code }) => code))];
}

it('lets a manager redistribute in a branch that a unit has left since the plan was made, and in one it has joined', async () => {
  expect([...(await stored(mia)).keys()].sort()).toEqual(['east', 'hz', 'hz~cat', 'hz~eva', 'nb']);
  expect(await set(mia, 'mia', { 'hz~cat': 250, 'hz~eva': 50 })).toEqual([]);
  expect([...(await stored(leo)).keys()].sort()).toEqual(['cd', 'cd~dan', 'sh', 'sh~amy', 'west']);
  expect(await set(leo, 'leo', { 'cd~dan': 100 })).toEqual([]);
});

it('still refuses what does not add up, where a part of the sum is out of sight too', async () => {
  expect(await set(mia, 'mia', { 'hz~cat': 260 })).toEqual(['target.sum']);
  expect(await set(mia, 'mia', { hz: 310, 'hz~cat': 260 })).toEqual(['target.sum']);
  expect(await set(leo, 'leo', { sh: 700, 'sh~amy': 700 })).toEqual(['target.ownTotal']);
  expect(await set(leo, 'leo', { 'sh~amy': 590, 'cd~dan': 110 })).toEqual(['target.sum']);
});

it('leaves a unit alone whose parts may all have moved out of sight', async () => {
  expect(await set(mia, 'mia', { hz: 290, 'hz~cat': 240, nb: 10 })).toEqual(['target.below']);
  // Whoever sees the top of the plan sees everything below it.
  expect(await set(await gateway.as('boss'), 'boss', { hz: 290, 'hz~cat': 240, nb: 10 })).toEqual([]);
});
