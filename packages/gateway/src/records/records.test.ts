import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordOf } from '@milepost/sdk/host';
import { startTestGateway } from '../testing/index.ts';
import type { TestClient, TestGateway } from '../testing/index.ts';

interface Problem {
  code: string;
  problems: { path: string; code: string; message: string }[];
  current: RecordOf<unknown>;
  remedy: string;
}

let test: TestGateway;
let amy: TestClient;
let olga: TestClient;
const entries = '/api/plugins/notes/records/entries';
const shares = '/api/plugins/notes/records/shares';

beforeAll(async () => {
  test = await startTestGateway();
  amy = await test.as('amy');
  olga = await test.as('olga');
});
afterAll(() => test?.close());

describe('revisions', () => {
  it('count up, and a stale one is answered with what is stored', async () => {
    await amy.put(`${entries}/r1`, { revision: 0, value: { text: 'one' } });
    const second = await amy.put<RecordOf<unknown>>(`${entries}/r1`, { revision: 1, value: { text: 'two' } });
    expect(second.body.revision).toBe(2);
    const stale = await amy.put<Problem>(`${entries}/r1`, { revision: 1, value: { text: 'late' } });
    expect(stale.status).toBe(409);
    expect(stale.body.code).toBe('record.conflict');
    expect(stale.body.current).toEqual(second.body);
    const again = await amy.put<Problem>(`${entries}/r1`, { revision: 0, value: { text: 'again' } });
    expect(again.body.current.value).toEqual({ text: 'two' });
  });

  it('let exactly one of many writers win', async () => {
    await amy.put(`${entries}/race`, { revision: 0, value: { text: '0' } });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => amy.put(`${entries}/race`, { revision: 1, value: { text: String(n) } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(409)]);
    const created = await Promise.all(
      Array.from({ length: 12 }, (_, n) => amy.put(`${entries}/birth`, { revision: 0, value: { text: String(n) } })),
    );
    expect(created.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
  });

  it('keep history past deletion, and a deleted record comes back only by its revision', async () => {
    await amy.put(`${entries}/h1`, { revision: 0, value: { text: 'a' } });
    await amy.put(`${entries}/h1`, { revision: 1, value: { text: 'b' } });
    expect((await amy.send('DELETE', `${entries}/h1?revision=2`)).status).toBe(204);
    expect((await amy.get(`${entries}/h1`)).status).toBe(404);
    const history = await amy.get<{ items: RecordOf<{ text: string }>[] }>(`${entries}/h1/history`);
    expect(history.body.items.map((item) => [item.revision, item.value.text, item.deleted ?? false])).toEqual([
      [3, 'b', true],
      [2, 'b', false],
      [1, 'a', false],
    ]);
    expect((await amy.put(`${entries}/h1`, { revision: 0, value: { text: 'c' } })).status).toBe(409);
    expect((await amy.put<RecordOf<unknown>>(`${entries}/h1`, { revision: 3, value: { text: 'c' } })).body.revision).toBe(4);
  });
});

describe('values', () => {
  it('that do not fit are refused with every place, in the language asked for', async () => {
    const body = {
      revision: 0,
      value: {
        months: { '2026-03': 'many', '2026-04': 1.5 },
        amountMinor: 'x',
        dayOn: '2026-02-30',
        extra: 1,
      },
    };
    const en = await amy.put<Problem>(`${entries}/bad`, body);
    expect(en.status).toBe(422);
    expect(en.body.problems.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'value.amountMinor type',
      'value.dayOn format',
      'value.extra additionalProperties',
      'value.months.2026-03 type',
      'value.months.2026-04 type',
      'value.text required',
    ]);
    const zh = await amy.put<Problem>(`${entries}/bad`, body, { 'accept-language': 'zh-CN' });
    expect(zh.body.problems.find(({ path }) => path === 'value.amountMinor')?.message).toBe('应为整数（分）或 null');
    expect((await amy.get(`${entries}/bad`)).status).toBe(404);
  });

  it('come back as they were', async () => {
    const value = {
      text: '“引号”\n\t\\ 😀 \u2028',
      amountMinor: -9_007_199_254_740_991,
      dayOn: null,
      tags: ['', ' '],
      months: {},
    };
    await amy.put(`${entries}/same`, { revision: 0, value });
    expect((await amy.get<RecordOf<unknown>>(`${entries}/same`)).body.value).toEqual(value);
  });

  it('that JSON allows and nobody can hold are named', async () => {
    for (const [text, code] of [
      ['{"revision":0,"value":{"text":"a\\u0000b"}}', 'text'],
      ['{"revision":0,"value":{"text":"\\ud800"}}', 'text'],
      ['{"revision":0,"value":{"text":"x","amountMinor":12345678901234567890}}', 'number'],
      ['{"revision":0,"value":{"text":"x","amountMinor":1e999}}', 'number'],
      ['{"revision":0,"value":{"text":"x","__proto__":{"admin":true}}}', 'key'],
    ] as const) {
      const answer = await test.gateway.app.request(`http://127.0.0.1:4780${entries}/odd`, {
        method: 'PUT',
        headers: {
          cookie: amy.cookie,
          origin: 'http://127.0.0.1:4780',
          'x-milepost': '1',
          'content-type': 'application/json',
        },
        body: text,
      });
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as Problem).problems[0]?.code).toBe(code);
    }
  });
});

describe('queries', () => {
  it('page through a collection in any order without losing or repeating a record', async () => {
    const bob = await test.as('bob');
    const writes = Array.from({ length: 25 }, (_, n) => ({
      op: 'put',
      id: `q${String(n).padStart(2, '0')}`,
      revision: 0,
      value: { text: `t${n % 4}`, amountMinor: n % 3 === 0 ? null : n },
    }));
    expect((await bob.send('POST', `${entries}:batch`, { writes })).status).toBe(200);
    for (const sort of ['id', '-text', 'amountMinor', '-amountMinor', 'updatedAt']) {
      const ids: string[] = [];
      let cursor: string | null = '';
      do {
        const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const page: { body: { items: { id: string }[]; next: string | null } } = await bob.get(
          `${entries}?limit=7&sort=${sort}${next}`,
        );
        ids.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.next;
      } while (cursor);
      expect([...ids].sort(), sort).toEqual(writes.map(({ id }) => id));
    }
    const where = JSON.stringify([
      { field: 'amountMinor', op: 'gte', value: 22 },
      { field: 'text', op: 'ne', value: 't3' },
    ]);
    const found = await bob.get<{ items: { id: string }[] }>(`${entries}?where=${encodeURIComponent(where)}`);
    // 22, 23 and 24 are left; 23 has text t3 and 24 is a multiple of three, so its amount is not known.
    expect(found.body.items.map(({ id }) => id)).toEqual(['q22']);
  });

  it('with an empty list find nothing', async () => {
    for (const field of ['amountMinor', 'ownerId']) {
      const where = encodeURIComponent(JSON.stringify([{ field, op: 'in', value: [] }]));
      expect((await amy.get(`${entries}?where=${where}`)).body).toEqual({ items: [], next: null });
    }
  });

  it('name the fields there are when one is unknown', async () => {
    const where = encodeURIComponent(JSON.stringify([{ field: 'nope', op: 'eq', value: 1 }]));
    const answer = await amy.get<Problem>(`${entries}?where=${where}`);
    expect(answer.status).toBe(400);
    expect(answer.body.problems[0]).toMatchObject({ path: 'where.0.field', code: 'field' });
    expect(answer.body.problems[0]?.message).toContain('amountMinor');
  });
});

describe('batches', () => {
  it('are stored whole or not at all', async () => {
    const writes = [
      { op: 'put', id: 'b1', revision: 0, value: { text: 'good' } },
      { op: 'put', id: 'b2', revision: 0, value: { text: 5 } },
    ];
    const answer = await amy.send<Problem>('POST', `${entries}:batch`, { writes });
    expect(answer.body.problems.map(({ path }) => path)).toEqual(['writes.1.value.text']);
    expect((await amy.get(`${entries}/b1`)).status).toBe(404);
    await amy.put(`${entries}/b3`, { revision: 0, value: { text: 'x' } });
    const conflict = await amy.send<Problem>('POST', `${entries}:batch`, {
      writes: [
        { op: 'put', id: 'b4', revision: 0, value: { text: 'y' } },
        { op: 'put', id: 'b3', revision: 9, value: { text: 'z' } },
      ],
    });
    expect([conflict.status, conflict.body.current.id]).toEqual([409, 'b3']);
    expect((await amy.get(`${entries}/b4`)).status).toBe(404);
  });

  it('obey rules over all their records, also when two writers are right only one at a time', async () => {
    const put = (id: string, revision: number, value: object) => ({ op: 'put', id, revision, value });
    const good = [
      put('p', 0, { plan: 'P', part: 0, total: 10 }),
      put('p1', 0, { plan: 'P', part: 4 }),
      put('p2', 0, { plan: 'P', part: 6 }),
    ];
    const wrong = await olga.send<Problem>('POST', `${shares}:batch`, { writes: good.slice(0, 2) });
    expect(wrong.body).toMatchObject({
      code: 'record.invalid',
      problems: [{ code: 'sum', message: 'adds up to 4, not 10' }],
    });
    expect((await olga.send('POST', `${shares}:batch`, { writes: good })).status).toBe(200);
    const negative = await olga.send<Problem>('POST', `${shares}:batch`, {
      writes: [put('p1', 1, { plan: 'P', part: -1 }), put('p2', 1, { plan: 'P', part: 11 })],
    });
    expect(negative.body.problems[0]).toMatchObject({ path: 'writes.0.value.part', code: 'negative' });
    // One more part is allowed: each of these is right alone, no two are right together.
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        olga.send('POST', `${shares}:batch`, { writes: [put(`n${n}`, 0, { plan: 'P', part: 0 })] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(422)]);
    const all = await olga.get<{ items: RecordOf<{ part: number }>[] }>(shares);
    expect(all.body.items).toHaveLength(4);
  });
});

describe('idempotency', () => {
  it('answers the same key with the same bytes as the first time, and writes once', async () => {
    const body = { revision: 0, value: { text: 'once' } };
    const first = await amy.put(`${entries}/i1`, body, { 'idempotency-key': 'k-1' });
    const replays = await Promise.all(
      Array.from({ length: 6 }, () => amy.put(`${entries}/i1`, body, { 'idempotency-key': 'k-1' })),
    );
    for (const replay of replays) {
      expect([replay.status, replay.body]).toEqual([201, first.body]);
      expect(replay.headers.get('idempotent-replay')).toBe('true');
    }
    expect((await amy.get<{ items: unknown[] }>(`${entries}/i1/history`)).body.items).toHaveLength(1);
    const other = await amy.put<Problem>(`${entries}/i1`, { revision: 1, value: { text: 'x' } }, { 'idempotency-key': 'k-1' });
    expect([other.status, other.body.code]).toEqual([409, 'idempotency.mismatch']);
    const elsewhere = await amy.put<Problem>(`${entries}/i2`, body, { 'idempotency-key': 'k-1' });
    expect(elsewhere.body.code).toBe('idempotency.mismatch');
  });

  it('writes once when the same key arrives many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        amy.put(`${entries}/i3`, { revision: 0, value: { text: 'o' } }, { 'idempotency-key': 'k-3' }),
      ),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replay') === null)).toHaveLength(1);
  });

  it('keeps no key of a write that failed', async () => {
    const bad = await amy.put(`${entries}/i4`, { revision: 0, value: {} }, { 'idempotency-key': 'k-4' });
    expect(bad.status).toBe(422);
    expect((await amy.put(`${entries}/i4`, { revision: 0, value: { text: 'ok' } }, { 'idempotency-key': 'k-4' })).status).toBe(
      201,
    );
  });
});

describe('server parts', () => {
  it('answer under their plugin, inside the rights of the person', async () => {
    expect((await amy.get('/api/plugins/notes/call/mine/a1')).body).toMatchObject({ id: 'a1' });
    expect((await amy.get('/api/plugins/notes/call/mine/a2')).body).toBeNull();
    const copied = await amy.send<RecordOf<unknown>>('POST', '/api/plugins/notes/call/copy', {
      id: 'copy1',
      text: 'c',
    });
    expect(copied.body).toMatchObject({ id: 'copy1', ownerId: 'amy' });
    expect((await (await test.as('mia')).send('POST', '/api/plugins/notes/call/copy', { id: 'copy2', text: 'c' })).status).toBe(
      403,
    );
    const bad = await amy.send<Problem>('POST', '/api/plugins/notes/call/copy', { id: 5 });
    expect(bad.body.problems.map(({ path }) => path).sort()).toEqual(['body.id', 'body.text']);
    expect((await amy.get('/api/plugins/notes/call/nothing')).status).toBe(404);
    expect((await amy.get<Problem>('/api/plugins/nobody/call/x')).body.code).toBe('plugin.unknown');
  });

  it('read a collection to its end, past every page', async () => {
    const dan = await test.as('dan');
    const writes = Array.from({ length: 1003 }, (_, n) => ({
      op: 'put',
      id: `all-${String(n).padStart(4, '0')}`,
      revision: 0,
      value: { text: String(n) },
    }));
    expect((await dan.send('POST', `${entries}:batch`, { writes })).status).toBe(200);
    const { body } = await dan.get<string[]>('/api/plugins/notes/call/texts');
    expect(body).toEqual(writes.map(({ value }) => value.text));
  });
});
