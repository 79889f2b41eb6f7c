import { readFileSync } from 'node:fs';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import { canonicalJson, representativeMonth } from '@milepost/scoring';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardVersion, PersonalTarget, RunPerson, RunSnapshot, Seal } from '../src/domain/records.ts';
import { withItem } from '../src/domain/card-edit.ts';
import serverPart from './index.ts';

interface Stored<T> {
  readonly id: string;
  readonly revision: number;
  readonly value: T;
  readonly ownerId: string | null;
  readonly unitId: string | null;
}
interface Refused {
  readonly code: string;
  readonly problems?: readonly { readonly path: string; readonly code: string }[];
}
interface Frozen {
  readonly runId: string;
  readonly people: number;
  readonly sha256: string;
}

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const records = '/api/plugins/kpi-scoring/records';
const month = '2026-02';
const version: CardVersion = { card: representativeMonth, effectiveFrom: '2026-01', namesInTeam: false, note: '' };
const target = (personId: string, value: number): PersonalTarget => ({
  personId,
  period: month,
  indicatorId: 'sales-amount',
  value,
  source: 'entered',
});
const put = (client: TestClient, path: string, body: object) => client.put<Refused>(`${records}/${path}`, body);
const freeze = (client: TestClient, period: string, unitId: string) =>
  client.send<Frozen & Refused>('POST', '/api/plugins/kpi-scoring/call/freeze', { period, unitId });
const codes = (answer: { readonly body: Refused }): readonly string[] =>
  (answer.body.problems ?? []).map((problem) => problem.code);

/** The plugin that shares plans, with schemas as loose as its stand-in needs. */
const loose = { type: 'object' } as const;
const shared = (name: string, read: 'tenant' | 'scope') =>
  ({ name, title: { 'zh-CN': name, en: name }, schema: loose, shared: true, access: { read, write: ['ops'] } }) as const;
const planning: PluginManifest = {
  ...manifest,
  id: 'target-decomposition',
  server: false,
  collections: [shared('plans', 'tenant'), shared('allocations', 'scope')],
};

/** A plan of a year with 700 元 for dan in December. */
async function plans(by: TestClient, id: string, period: string, status: 'draft' | 'published'): Promise<void> {
  const path = '/api/plugins/target-decomposition/records';
  await by.put(`${path}/plans/${id}`, { revision: 0, value: { name: `${period}年销售目标`, period, status } });
  const value = { planId: id, kind: 'person', months: { [`${period}-12`]: 70_000 } };
  await by.put(`${path}/allocations/${id}-dan`, { revision: 0, value, ownerId: 'dan', unitId: 'cd' });
}

let at: TestGateway;
let [ops, tom, leo, amy, bob, auditor]: TestClient[] = [];

beforeAll(async () => {
  at = await startTestGateway({ plugins: [{ manifest, serverPart }, { manifest: planning }] });
  [ops, tom, leo, amy, bob, auditor] = await Promise.all(['olga', 'tom', 'leo', 'amy', 'bob', 'audi'].map((id) => at.as(id)));
  await plans(client(ops), 'plan-2025', '2025', 'published');
});
afterAll(() => at.close());

const client = (one: TestClient | undefined): TestClient => {
  if (!one) throw new Error('not signed in');
  return one;
};

describe('cards on the gateway', () => {
  it('takes weights of exactly 100 only, and names the place', async () => {
    const bad = { ...version, card: withItem(representativeMonth, 'sales', { weight: 39.5 }) };
    const answer = await put(client(ops), 'cards/representative-month@1.0.0', { revision: 0, value: bad });
    expect(answer.status).toBe(422);
    expect(answer.body.problems?.[0]?.path).toBe('value.card.groups');
    const broken = {
      ...version,
      card: withItem(representativeMonth, 'effective-visits', {
        curve: { kind: 'four-level', axis: 'value', levels: [0.9, 0.2, 0.8, 0.9] },
      }),
    };
    expect((await put(client(ops), 'cards/representative-month@1.0.0', { revision: 0, value: broken })).status).toBe(422);
  });

  it('publishes once, never changes, counts versions up, and only operations may', async () => {
    expect((await put(client(tom), 'cards/representative-month@1.0.0', { revision: 0, value: version })).status).toBe(403);
    expect((await put(client(ops), 'cards/representative-month@1.0.0', { revision: 0, value: version })).status).toBe(201);
    expect(
      codes(await put(client(ops), 'cards/representative-month@1.0.0', { revision: 1, value: { ...version, note: '改' } })),
    ).toEqual(['card.published']);
    const removed = await client(ops).send<Refused>('DELETE', `${records}/cards/representative-month@1.0.0?revision=1`);
    expect(codes(removed)).toEqual(['card.published']);
    const older = { ...version, card: { ...representativeMonth, version: '0.9.0' } };
    expect(codes(await put(client(ops), 'cards/representative-month@0.9.0', { revision: 0, value: older }))).toEqual([
      'card.version',
    ]);
    const otherId = { ...version, card: { ...representativeMonth, version: '2.0.0' } };
    expect(codes(await put(client(ops), 'cards/free-name', { revision: 0, value: otherId }))).toEqual(['card.id']);
  });

  it('is read by everybody', async () => {
    const { body } = await client(amy).get<{ items: Stored<CardVersion>[] }>(`${records}/cards`);
    expect(body.items.map((item) => item.value.card.version)).toEqual(['1.0.0']);
  });
});

describe('targets on the gateway', () => {
  const id = (personId: string): string => `${month}.${personId}.sales-amount`;

  it('belong to their person, in the writer’s branch, in whole 分', async () => {
    expect(
      (
        await put(client(tom), `targets/${id('amy')}`, {
          revision: 0,
          value: target('amy', 100_000),
          ownerId: 'amy',
          unitId: 'sh',
        })
      ).status,
    ).toBe(201);
    expect(
      (
        await put(client(tom), `targets/${id('bob')}`, {
          revision: 0,
          value: target('bob', 50_000),
          ownerId: 'bob',
          unitId: 'sh',
        })
      ).status,
    ).toBe(201);
    expect(
      (
        await put(client(tom), `targets/${id('dan')}`, {
          revision: 0,
          value: target('dan', 50_000),
          ownerId: 'dan',
          unitId: 'cd',
        })
      ).status,
    ).toBeGreaterThanOrEqual(403);
    expect(
      codes(await put(client(tom), `targets/${id('cat')}`, { revision: 0, value: target('cat', 5), ownerId: 'amy' })),
    ).toContain('target.id');
    expect(
      codes(await put(client(ops), `targets/${id('dan')}`, { revision: 0, value: target('dan', 0.5), ownerId: 'dan' })),
    ).toEqual(['target.whole']);
    expect(
      (await put(client(amy), `targets/${id('amy')}`, { revision: 1, value: target('amy', 1), ownerId: 'amy' })).status,
    ).toBe(403);
  });
});

describe('targets from the plan', () => {
  it('freeze with what the published plan says, where nobody set anything by hand, and say so', async () => {
    const answer = await client(ops).send<Frozen & Refused>('POST', '/api/plugins/kpi-scoring/call/freeze', {
      period: '2025-12',
      unitId: 'cd',
    });
    expect([answer.status, answer.body.people]).toEqual([200, 2]);
    const { body } = await client(ops).get<Stored<RunPerson>>(`${records}/runs/person.2025-12.dan`);
    expect(body.value.targets).toEqual([
      {
        personId: 'dan',
        period: '2025-12',
        indicatorId: 'sales-amount',
        value: 70_000,
        origin: { kind: 'plan', planId: 'plan-2025', planName: '2025年销售目标', planPeriod: '2025' },
      },
    ]);
    const run = await client(ops).get<Stored<RunSnapshot>>(`${records}/runs/${answer.body.runId}`);
    expect(
      (JSON.parse(run.body.value.snapshot) as { targets: readonly { readonly personId: string }[] }).targets.filter(
        (target) => target.personId === 'dan',
      ),
    ).toMatchObject([{ value: 70_000, origin: { kind: 'plan', planId: 'plan-2025' } }]);
  });

  it('are ignored while the plan is a draft', async () => {
    await plans(client(ops), 'plan-2024', '2024', 'draft');
    const answer = await client(ops).send<Frozen & Refused>('POST', '/api/plugins/kpi-scoring/call/freeze', {
      period: '2024-12',
      unitId: 'cd',
    });
    const { body } = await client(ops).get<Stored<RunPerson>>(`${records}/runs/person.2024-12.dan`);
    expect([answer.status, body.value?.targets]).toEqual([200, []]);
  });
});

describe('frozen months', () => {
  it('are computed by the server from the mirror, for one’s own branch and months that are over', async () => {
    expect(codes(await freeze(client(tom), '2026-03', 'sh'))).toEqual(['run.notOver']);
    expect(codes(await freeze(client(leo), month, 'sh'))).toEqual(['run.outside']);
    expect((await freeze(client(amy), month, 'sh')).status).toBe(403);
    expect((await freeze(client(auditor), month, 'sh')).status).toBe(403);
    const answer = await freeze(client(tom), month, 'sh');
    expect([answer.status, answer.body.people, answer.body.runId]).toEqual([200, 2, `run.${month}.sh`]);
  });

  it('show each person their own result, and nobody else’s', async () => {
    const { body } = await client(amy).get<{ items: Stored<RunPerson | RunSnapshot>[] }>(`${records}/runs`);
    expect(body.items.map((item) => item.id)).toEqual([`person.${month}.amy`]);
    const mine = body.items[0]?.value as RunPerson;
    // 90,000 of 100,000 分: 40 × 0.9; nothing was due, so its 20 go to the other 80.
    const sales = mine.result.groups[0]?.items[0];
    expect([sales?.numerator, sales?.target, sales?.weight, sales?.points]).toEqual([90_000, 100_000, 50_000, 45_000]);
    expect(mine.targets).toMatchObject([{ value: 100_000, origin: { kind: 'manual', source: 'entered', by: 'tom' } }]);
    expect(mine.standing.members.every((member) => member.name === undefined)).toBe(true);
    expect((await client(bob).get(`${records}/runs/person.${month}.amy`)).status).toBe(404);
    expect((await client(leo).get(`${records}/runs/run.${month}.sh`)).status).toBe(404);
    const seen = await client(auditor).get<Stored<RunSnapshot>>(`${records}/runs/run.${month}.sh`);
    expect(seen.body.value.sha256).toBe(mine.sha256);
  });

  it('leave a seal that everybody can read, without scores, and that nobody can forge', async () => {
    const { body } = await client(leo).get<Stored<Seal>>(`${records}/seals/run.${month}.sh`);
    expect(Object.keys(body.value).sort()).toEqual([
      'cardId',
      'cardVersion',
      'frozenOn',
      'people',
      'period',
      'runId',
      'sha256',
      'unitId',
      'unitName',
    ]);
    const seen = await client(auditor).get<Stored<RunSnapshot>>(`${records}/runs/run.${month}.sh`);
    expect(body.value.sha256).toBe(seen.body.value.sha256);
    const forged = { ...body.value, sha256: 'f'.repeat(64) };
    expect(codes(await put(client(ops), `seals/run.${month}.sh`, { revision: 1, value: forged }))).toEqual(['run.frozen']);
    expect(
      codes(await put(client(ops), 'seals/run.2026-01.cd', { revision: 0, value: { ...forged, runId: 'run.2026-01.cd' } })),
    ).toEqual(['run.incomplete']);
  });

  it('never change: no write, no deletion, no second freeze, no new target', async () => {
    const path = `runs/person.${month}.amy`;
    const { body } = await client(ops).get<Stored<RunPerson>>(`${records}/${path}`);
    const better = { ...body.value, result: { ...body.value.result, points: 120_000 } };
    expect(codes(await put(client(ops), path, { revision: 1, value: better }))).toEqual(['run.frozen']);
    expect(codes(await client(ops).send<Refused>('DELETE', `${records}/${path}?revision=1`))).toEqual(['run.frozen']);
    expect(codes(await freeze(client(tom), month, 'sh'))).toEqual(['run.nobody']);
    expect(
      codes(
        await put(client(ops), `targets/${month}.amy.sales-amount`, { revision: 1, value: target('amy', 1), ownerId: 'amy' }),
      ),
    ).toEqual(['target.frozen']);
  });

  it('refuse forged points, forged snapshots and partial batches written past the button', async () => {
    const period = '2026-01';
    await freeze(client(ops), period, 'east');
    const { body } = await client(ops).get<{ items: Stored<RunPerson | RunSnapshot>[] }>(
      `${records}/runs?where=${encodeURIComponent(JSON.stringify([{ field: 'period', op: 'eq', value: period }]))}`,
    );
    // The same month of the other region, with what was learned from the first: nothing a client computes is taken.
    const snapshot = body.items.find((item) => item.value.kind === 'snapshot')?.value as RunSnapshot;
    const forged = { ...snapshot, unitId: 'west', snapshot: snapshot.snapshot.replaceAll('250000', '950000') };
    const batch = (writes: readonly object[]) => client(ops).send<Refused>('POST', `${records}/runs:batch`, { writes });
    const answer = await batch([{ op: 'put', id: `run.${period}.west`, revision: 0, value: forged }]);
    expect([answer.status, codes(answer)]).toEqual([422, ['run.forged']]);
    const person = body.items.find((item) => item.value.kind === 'person')?.value as RunPerson;
    const alone = await batch([
      { op: 'put', id: `person.${period}.dan`, revision: 0, value: { ...person, personId: 'dan' }, ownerId: 'dan' },
    ]);
    expect(codes(alone)).toEqual(['run.incomplete']);
    expect(canonicalJson(body.items.map((item) => item.id).sort())).toContain(`person.${period}.cat`);
  });
});
