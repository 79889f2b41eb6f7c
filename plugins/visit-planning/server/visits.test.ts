import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, testToday } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { defaultSettings } from '../src/domain/settings.ts';
import { emptySummary, goalOf } from '../src/domain/summary.ts';
import { amend, cancel, complete, moveTo, plannedVisit, start } from '../src/domain/transitions.ts';
import type { Visit, VisitSummary } from '../src/domain/types.ts';
import part from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const collection = '/api/plugins/visit-planning/records/visits';
const tomorrow = '2026-03-17';

let gateway: TestGateway;
let amy: TestClient;
let next = 0;

beforeAll(async () => {
  gateway = await startTestGateway({ plugins: [{ manifest, serverPart: part }] });
  amy = await gateway.as('amy');
});
afterAll(() => gateway.close());

const plan = (change: Partial<Visit> = {}): Visit => ({
  ...plannedVisit({ dayOn: testToday, routeOrder: 1, area: '', purpose: 'order' }),
  ...change,
});
const summary: VisitSummary = {
  ...emptySummary('order'),
  result: '下单十箱',
  goal: goalOf('order', 100_000, 80_000),
};
const began = start(plan(), '2026-03-16T01:00:00.000Z', testToday);
const done = complete(began, summary, '2026-03-16T01:30:00.000Z', defaultSettings);

interface Answer {
  readonly status: number;
  readonly codes: readonly string[];
  readonly paths: readonly string[];
  readonly revision: number;
}

async function put(id: string, value: unknown, revision = 0, accountId: string | null = 'a1', client = amy): Promise<Answer> {
  const { status, body } = await client.put<{
    revision?: number;
    problems?: { code: string; path: string }[];
  }>(`${collection}/${id}`, { revision, value, accountId });
  return {
    status,
    codes: body.problems?.map(({ code }) => code) ?? [],
    paths: body.problems?.map(({ path }) => path) ?? [],
    revision: body.revision ?? 0,
  };
}

/** A day of its own for each test: one visit for an account and a day. */
const newId = (): string => `v-${(next += 1)}`;
async function stored(value: Visit): Promise<{ id: string; revision: number }> {
  const id = newId();
  const { status, revision, codes } = await put(id, value);
  expect([status, codes]).toEqual([201, []]);
  return { id, revision };
}
async function discard(id: string): Promise<void> {
  const { body: current } = await amy.get<{ revision: number; value: Visit }>(`${collection}/${id}`);
  if (current.value.status === 'planned' || current.value.status === 'inProgress')
    await put(id, cancel(current.value, '测试'), current.revision);
}

describe('a visit', () => {
  it('goes from the plan to its summary, also when a phone sends both steps at once', async () => {
    const { id, revision } = await stored(plan({ dayOn: '2026-03-10' }));
    const then = start(plan({ dayOn: '2026-03-10' }), '2026-03-10T01:00:00.000Z', '2026-03-10');
    expect((await put(id, complete(then, summary, '2026-03-10T02:00:00.000Z', defaultSettings), revision)).status).toBe(200);
  });

  it('once completed is among the activities of its account, once, also after a correction', async () => {
    const day = '2026-02-24';
    const { id, revision } = await stored({ ...done, dayOn: day });
    const noted = async () => {
      const { body } = await amy.get<{ items: { id: string; accountId: string; dayOn: string }[] }>(
        '/api/crm/activities?limit=1000',
      );
      return body.items.filter((row) => row.accountId === 'a1' && row.dayOn === day);
    };
    const fact = {
      id: `visit-planning:${id}`,
      type: 'visit',
      ownerId: 'amy',
      unitId: 'sh',
      accessOwnerId: 'amy',
      purpose: 'order',
      status: 'completed',
      effective: true,
    };
    expect(await noted()).toMatchObject([{ ...fact, outcome: '下单十箱' }]);
    const amended = amend(
      { ...done, dayOn: day },
      { ...summary, result: '下单九箱' },
      { at: '2026-03-16T04:00:00.000Z', by: 'amy', reason: '记错' },
    );
    expect((await put(id, amended, revision)).status).toBe(200);
    expect(await noted()).toMatchObject([{ ...fact, outcome: '下单九箱' }]);
  });

  it('never goes back, and what was summed up stays', async () => {
    const day = '2026-03-09';
    const finished = { ...done, dayOn: day };
    const { id, revision } = await stored(finished);
    expect((await put(id, { ...plan({ dayOn: day }) }, revision)).codes).toEqual(['visit.transition']);
    expect((await put(id, { ...finished, summary: { ...summary, result: '别的' } }, revision)).codes).toEqual([
      'visit.amendment',
    ]);
    expect((await put(id, { ...finished, completedAt: '2026-03-16T03:00:00.000Z' }, revision)).codes).toEqual(['visit.frozen']);
    const amended = amend(
      finished,
      { ...summary, news: '开新店' },
      { at: '2026-03-16T04:00:00.000Z', by: 'amy', reason: '漏记' },
    );
    expect((await put(id, { ...amended, amendments: [{ ...amended.amendments[0], by: 'bob' }] }, revision)).codes).toEqual([
      'visit.amendment',
    ]);
    expect((await put(id, amended, revision)).status).toBe(200);
    const removed = await amy.send('DELETE', `${collection}/${id}?revision=${revision + 1}`);
    expect(removed.status).toBe(422);
  });

  it('is refused with a ratio or an effectiveness that does not follow from its facts', async () => {
    const forged = {
      ...done,
      dayOn: '2026-03-06',
      summary: {
        ...summary,
        goal: { kind: 'order', targetMinor: 100_000, actualMinor: 80_000, ratioBp: 12_000 },
      },
    };
    expect(await put(newId(), forged)).toMatchObject({
      status: 422,
      codes: ['visit.ratio'],
      paths: ['value.summary.goal.ratioBp'],
    });
    const short = { ...done, dayOn: '2026-03-06', completedAt: '2026-03-16T01:05:00.000Z' };
    expect((await put(newId(), short)).codes).toEqual(['visit.effectiveWrong']);
  });

  it('stands once for an owner, an account and a day; a cancelled one gives its place back', async () => {
    const day = '2026-03-05';
    const first = await stored(plan({ dayOn: day }));
    expect((await put(newId(), plan({ dayOn: day }))).codes).toEqual(['visit.twice']);
    await put(first.id, cancel(plan({ dayOn: day }), '客户盘点'), first.revision);
    await stored(plan({ dayOn: day }));
  });

  it('cannot be had twice by two phones at the same moment', async () => {
    const answers = await Promise.all([put(newId(), plan({ dayOn: '2026-03-04' })), put(newId(), plan({ dayOn: '2026-03-04' }))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('needs real days, and none of the future for what has begun', async () => {
    expect((await put(newId(), plan({ dayOn: '2026-02-30' }))).codes).toEqual(['date.unreal']);
    expect((await put(newId(), { ...began, dayOn: tomorrow })).codes).toEqual(['visit.future']);
    expect((await put(newId(), { ...began, startedAt: null })).codes).toEqual(['visit.startMissing']);
    expect((await put(newId(), plan({ dayOn: 'tomorrow' }))).status).toBe(422);
  });

  it('says where it was when it is moved, and why when the day has come', async () => {
    const before = plan({ dayOn: testToday });
    const { id, revision } = await stored(before);
    expect((await put(id, { ...before, dayOn: tomorrow }, revision)).codes).toEqual(['visit.moves']);
    expect((await put(id, moveTo(before, tomorrow, 1, ''), revision)).codes).toEqual(['visit.moveReason']);
    const there = moveTo(before, tomorrow, 1, '客户改时间');
    const moved = await put(id, there, revision);
    expect(moved.status).toBe(200);
    const friday = moveTo(there, '2026-03-20', 1, '');
    expect((await put(id, { ...friday, moves: friday.moves.slice(1) }, moved.revision)).codes).toEqual(['visit.moves']);
    expect((await put(id, friday, moved.revision)).status).toBe(200);
    await discard(id);
  });

  it('of today or earlier is cancelled and not deleted, unless it was only just placed', async () => {
    const remove = async (id: string, revision: number) =>
      await amy.send<{ problems?: { code: string }[] }>('DELETE', `${collection}/${id}?revision=${revision}`);
    const early = plan({ dayOn: '2026-02-11' });
    const { id, revision } = await stored(early);
    const changed = await put(id, { ...early, content: '带样品' }, revision);
    const removed = await remove(id, changed.revision);
    expect([removed.status, removed.body.problems?.map(({ code }) => code)]).toEqual([422, ['visit.cancelInstead']]);
    // Put off to another day first, it is still what was promised for an earlier one.
    const moved = await put(id, moveTo({ ...early, content: '带样品' }, '2026-03-27', 1, '客户改时间'), changed.revision);
    expect((await remove(id, moved.revision)).status).toBe(422);
    const slip = await stored(plan({ dayOn: '2026-02-12' }));
    expect((await remove(slip.id, slip.revision)).status).toBe(204);
    const later = await stored(plan({ dayOn: '2026-03-26' }));
    const touched = await put(later.id, plan({ dayOn: '2026-03-26', content: '带样品' }), later.revision);
    expect((await remove(later.id, touched.revision)).status).toBe(204);
  });

  it('once deleted does not come back under its id with another history', async () => {
    const { id, revision } = await stored(plan({ dayOn: '2026-03-25' }));
    await amy.send('DELETE', `${collection}/${id}?revision=${revision}`);
    expect((await put(id, plan({ dayOn: '2026-03-26' }), revision + 1)).codes).toEqual(['visit.deleted']);
    expect((await put(id, plan({ dayOn: '2026-03-26' }), 0)).status).toBe(409);
  });

  it('needs an account that the person may see, and keeps it', async () => {
    expect((await put(newId(), plan({ dayOn: '2026-03-03' }), 0, null)).codes).toEqual(['visit.account']);
    expect((await put(newId(), plan({ dayOn: '2026-03-03' }), 0, 'a4')).codes).toEqual(['reference']); // dan's
    const { id, revision } = await stored(plan({ dayOn: '2026-03-03' }));
    expect((await put(id, plan({ dayOn: '2026-03-03' }), revision, 'a2')).status).toBe(422);
  });

  it("is nobody else's to change: not a colleague's, not the auditor's", async () => {
    const { id, revision } = await stored(plan({ dayOn: '2026-03-02' }));
    const value = cancel(plan({ dayOn: '2026-03-02' }), '不是我的');
    for (const name of ['bob', 'dan', 'audi', 'ys:amy']) {
      const { status } = await put(id, value, revision, 'a1', await gateway.as(name));
      expect([name, status >= 400]).toEqual([name, true]);
    }
  });

  it('refuses fields that its schema does not know', async () => {
    expect((await put(newId(), { ...plan({ dayOn: '2026-03-01' }), bonus: 1 })).status).toBe(422);
  });
});

describe('a day report', () => {
  it('is written once for a day, and not ahead of it', async () => {
    const reports = '/api/plugins/visit-planning/records/day-reports';
    const report = (dayOn: string) => ({
      revision: 0,
      value: { dayOn, attendance: 'present', attendanceNote: '', learned: '先谈库存' },
    });
    expect((await amy.put(`${reports}/r1`, report(testToday))).status).toBe(201);
    expect((await amy.put(`${reports}/r2`, report(testToday))).status).toBe(422);
    expect((await amy.put(`${reports}/r3`, report(tomorrow))).status).toBe(422);
  });
});
