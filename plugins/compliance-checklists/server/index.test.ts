import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers, Template } from '@milepost/checklist';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import type { RecordOf } from '@milepost/sdk/host';
import type { PluginManifest } from '@milepost/sdk/manifest';
import type { FindingValue, RunValue, TemplateValue } from '../src/domain/records.ts';
import serverPart from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const base = '/api/plugins/compliance-checklists';
const title = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

/** 甲 60 %, critical; 乙 40 %, minor. 50 % pass. */
const template: Template = {
  id: 'small',
  version: '1.0.0',
  title: title('小表'),
  hiddenAnswer: 'clear',
  passFrom: 50,
  sections: [
    {
      id: 'only',
      title: title('唯一'),
      weight: 100,
      items: [
        { id: 'first', type: 'yes-no-na', title: title('甲'), weight: 60, critical: true, severity: 'critical' },
        { id: 'second', type: 'yes-no-na', title: title('乙'), weight: 40, severity: 'minor' },
      ],
    },
  ],
};
const published: TemplateValue = { templateId: 'small', version: '1.0.0', active: true, purpose: title('测试'), template };
const answers = (first: string, second: string): Answers => ({ first: { value: first }, second: { value: second } });

interface Problem {
  readonly code: string;
  readonly problems?: readonly { readonly path: string; readonly code: string }[];
}

describe('the rules of compliance', () => {
  let gateway: TestGateway;
  let amy: TestClient;
  let bob: TestClient;
  let tom: TestClient;
  let olga: TestClient;
  let audi: TestClient;
  let count = 0;

  const put = <T = Problem>(client: TestClient, path: string, body: unknown) =>
    client.send<T>('PUT', `${base}/records/${path}`, body);
  const call = <T = Problem>(client: TestClient, path: string, body: unknown) =>
    client.send<T>('POST', `${base}/call/${path}`, body);
  const codes = ({ body }: { readonly body: Problem }): readonly string[] => (body.problems ?? []).map(({ code }) => code);
  const get = async <T>(path: string): Promise<RecordOf<T>> => (await olga.get<RecordOf<T>>(`${base}/records/${path}`)).body;

  beforeAll(async () => {
    gateway = await startTestGateway({ plugins: [{ manifest, serverPart }] });
    [amy, bob, tom, olga, audi] = (await Promise.all(['amy', 'bob', 'tom', 'olga', 'audi'].map((id) => gateway.as(id)))) as [
      TestClient,
      TestClient,
      TestClient,
      TestClient,
      TestClient,
    ];
    expect((await put(olga, 'templates/small@1.0.0', { revision: 0, value: published })).status).toBe(201);
  });
  afterAll(() => gateway.close());

  const draft = (given: Partial<RunValue> = {}): RunValue => ({
    status: 'draft',
    templateId: 'small',
    templateVersion: '1.0.0',
    accountName: '客户a1',
    inspectorId: 'amy',
    dayOn: '2026-03-16',
    answers: {},
    ...given,
  });
  const begin = async (): Promise<string> => {
    const id = `run${++count}`;
    const begun = await put(amy, `runs/${id}`, { revision: 0, value: draft(), accountId: 'a1' });
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    return id;
  };
  const submit = (id: string, given: Answers, seen: { percent: number; result: string }, findings: readonly unknown[] = []) =>
    call(amy, 'submit', { runId: id, revision: 1, answers: given, seen, findings });
  const withFinding = async (): Promise<string> => {
    const id = await begin();
    const done = await submit(id, answers('yes', 'no'), { percent: 60_000, result: 'pass' }, [
      { itemId: 'second', description: '缺页', ownerId: 'amy' },
    ]);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    return `${id}.second`;
  };
  const step = (client: TestClient, findingId: string, revision: number, to: string, evidence: Record<string, string> = {}) =>
    call<RecordOf<FindingValue> & Problem>(client, 'step', { findingId, revision, to, evidence });

  it('refuses a run under another name, another account name, or an unknown version', async () => {
    const tries = [draft({ inspectorId: 'bob' }), draft({ accountName: '别的客户' }), draft({ templateVersion: '9.9.9' })];
    const found = await Promise.all(tries.map((value) => put(amy, 'runs/wrong', { revision: 0, value, accountId: 'a1' })));
    expect(found.map(codes)).toEqual([['run.inspector'], ['run.account-name'], ['run.template']]);
  });

  it('submits with the score it computed and opens findings due by working days', async () => {
    const findingId = await withFinding();
    const run = await get<RunValue>(`runs/${findingId.split('.')[0] ?? ''}`);
    expect(run.value.submitted).toMatchObject({ percent: 60_000, result: 'pass', criticalFails: 0 });
    const finding = await get<FindingValue>(`findings/${findingId}`);
    // 20 working days from Monday 16 March 2026; Monday 6 April is 清明节.
    expect(finding.value).toMatchObject({
      state: 'open',
      severity: 'minor',
      openedOn: '2026-03-16',
      dueOn: '2026-04-14',
      dueStatus: 'official',
    });
    expect(finding.ownerId).toBe('amy');
  });

  it('refuses a score the answers do not give, through the endpoint and directly', async () => {
    const id = await begin();
    expect(codes(await submit(id, answers('yes', 'no'), { percent: 100_000, result: 'pass' }))).toEqual(['run.score']);
    const forged = draft({
      status: 'submitted',
      answers: answers('yes', 'no'),
      submitted: { at: new Date().toISOString(), percent: 100_000, result: 'pass', riskLevelId: null, criticalFails: 0 },
    });
    expect(codes(await put(amy, `runs/${id}`, { revision: 1, value: forged }))).toEqual(['run.score']);
    // Nothing half-written: the refused submission left the draft at its first revision.
    expect((await get<RunValue>(`runs/${id}`)).revision).toBe(1);
  });

  it('refuses missing answers, a day that is not today, and a critical fail without a finding', async () => {
    const id = await begin();
    expect(codes(await submit(id, { first: { value: 'yes' } }, { percent: 60_000, result: 'open' }))).toContain('run.score');
    const late = draft({
      status: 'submitted',
      dayOn: '2026-01-05',
      answers: answers('yes', 'yes'),
      submitted: { at: '2026-01-05T01:00:00Z', percent: 100_000, result: 'pass', riskLevelId: null, criticalFails: 0 },
    });
    expect(codes(await put(amy, `runs/${id}`, { revision: 1, value: late }))).toEqual(['run.day']);
    expect(codes(await submit(id, answers('no', 'yes'), { percent: 40_000, result: 'fail' }))).toEqual(['run.finding']);
  });

  it('never changes or deletes a submitted run', async () => {
    const findingId = await withFinding();
    const id = findingId.split('.')[0] ?? '';
    const run = await get<RunValue>(`runs/${id}`);
    for (const client of [amy, olga]) {
      expect(
        codes(
          await put(client, `runs/${id}`, { revision: run.revision, value: { ...run.value, answers: answers('yes', 'yes') } }),
        ),
      ).toEqual(['run.frozen']);
      expect(codes(await client.send<Problem>('DELETE', `${base}/records/runs/${id}?revision=${run.revision}`))).toEqual([
        'run.frozen',
      ]);
    }
  });

  it('keeps a published version, allows one active version, and refuses one that does not add up', async () => {
    const other = { ...template, title: title('改名') };
    expect(codes(await put(olga, 'templates/small@1.0.0', { revision: 1, value: { ...published, template: other } }))).toEqual([
      'frozen',
    ]);
    const second = { ...published, version: '1.1.0', template: { ...template, version: '1.1.0' } };
    expect(codes(await put(olga, 'templates/small@1.1.0', { revision: 0, value: second }))).toEqual(['template.active']);
    const broken = {
      ...second,
      active: false,
      template: { ...second.template, sections: [{ ...template.sections[0], weight: 90 }] },
    };
    const answer = await put(olga, 'templates/small@1.1.0', { revision: 0, value: broken });
    expect(answer.status).toBe(422);
    expect(answer.body.problems?.[0]?.path).toMatch(/^value\.template\.sections/);
    expect((await put(amy, 'templates/small@1.1.0', { revision: 0, value: second })).status).toBe(403);
  });

  it('takes a finding along its table: the one who did the work neither verifies nor closes it', async () => {
    const id = await withFinding();
    expect(codes(await step(amy, id, 1, 'closed'))).toEqual(['finding.role']);
    expect(codes(await step(amy, id, 1, 'implementation'))).toEqual(['finding.evidence']);
    expect((await step(amy, id, 1, 'implementation', { plan: '补页' })).body.value.state).toBe('implementation');
    const proof = { 'implementation-proof': '照片', verification: '看过' };
    expect(codes(await step(amy, id, 2, 'verified', proof))).toEqual(['finding.same-person']);
    expect(codes(await step(bob, id, 2, 'verified', proof))).toEqual(['finding.unknown']);
    const verified = await step(tom, id, 2, 'verified', proof);
    expect(verified.body.value.history.at(-1)).toMatchObject({ by: 'tom', role: 'inspector', to: 'verified' });
    expect((await step(tom, id, 3, 'closed')).body.value.state).toBe('closed');
  });

  it('refuses a story written by hand: another role, another time, another due day, two steps at once', async () => {
    const id = await withFinding();
    const stored = await get<FindingValue>(`findings/${id}`);
    const at = new Date().toISOString();
    const plan = { from: 'open', to: 'implementation', role: 'owner', by: 'amy', at, evidence: { plan: '补页' } } as const;
    const write = (change: Partial<FindingValue>) =>
      put(amy, `findings/${id}`, { revision: 1, value: { ...stored.value, ...change } });
    const add = (...steps: readonly object[]) =>
      write({ state: 'implementation', history: [...stored.value.history, ...steps] as never });
    expect(codes(await add({ ...plan, role: 'manager' }))).toEqual(['finding.role']);
    expect(codes(await add({ ...plan, by: 'tom' }))).toContain('finding.by');
    expect(codes(await add({ ...plan, at: '2026-01-01T00:00:00Z' }))).toContain('finding.time');
    expect(codes(await add(plan, plan))).toEqual(['finding.one-step']);
    expect(codes(await write({ dueOn: '2030-01-01' }))).toEqual(['finding.due']);
    expect(codes(await write({ severity: 'critical' }))).toContain('frozen');
    expect(codes(await write({ state: 'closed' }))).toEqual(['finding.transition']);
    expect((await put(audi, `findings/${id}`, { revision: 1, value: stored.value })).status).toBe(403);
  });

  it('hands a finding on with a reason, to somebody who works here, by those who lead', async () => {
    const id = await withFinding();
    const move = (client: TestClient, ownerId: string, reason = '休假') =>
      call<RecordOf<FindingValue> & Problem>(client, 'assign', { findingId: id, revision: 1, ownerId, reason });
    expect((await move(amy, 'bob')).status).toBe(403);
    expect((await move(tom, 'dan')).status).toBe(422);
    expect((await move(tom, 'gone')).status).toBe(422);
    expect((await move(tom, 'bob', '')).status).toBe(400);
    const moved = await move(tom, 'bob');
    expect([moved.body.ownerId, moved.body.unitId, moved.body.value.assignments.length]).toEqual(['bob', 'sh', 1]);
  });

  it('opens no finding for what was met, and lists without answers only what a person may see', async () => {
    const id = await begin();
    const met = [{ itemId: 'first', description: '没有问题', ownerId: 'amy' }];
    expect(codes(await submit(id, answers('yes', 'yes'), { percent: 100_000, result: 'pass' }, met))).toEqual(['finding.item']);
    const rows = async (client: TestClient) =>
      (await client.get<{ runs: readonly Record<string, unknown>[] }>(`${base}/call/overview?from=2026-01-01&to=2027-01-01`)).body
        .runs;
    expect((await rows(amy)).length).toBeGreaterThan(0);
    expect((await rows(amy)).some((row) => 'answers' in row)).toBe(false);
    expect(await rows(bob)).toEqual([]);
    expect((await rows(audi)).length).toBe((await rows(olga)).length);
  });

  it('checks what a photo is and keeps its fingerprint', async () => {
    const id = await begin();
    const value = {
      runId: id,
      kind: 'photo',
      name: 'a.jpg',
      size: 4,
      sha256: '0'.repeat(64),
      data: Buffer.from([0xff, 0xd8, 0xff, 0xd9]).toString('base64'),
    };
    expect(codes(await put(amy, 'attachments/p1', { revision: 0, value, accountId: 'a1' }))).toEqual(['attachment.hash']);
    expect(
      codes(
        await put(amy, 'attachments/p1', {
          revision: 0,
          value: { ...value, data: Buffer.from('GIF8').toString('base64') },
          accountId: 'a1',
        }),
      ),
    ).toEqual(['attachment.photo']);
  });

  describe('evidence', () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
    const photo = (runId: string) => ({
      runId,
      kind: 'photo',
      name: 'a.jpg',
      size: 4,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      data: bytes.toString('base64'),
    });
    const file = (runId: string) => ({ runId, kind: 'file', name: 'a.pdf', size: 4, sha256: '0'.repeat(64) });
    /** 甲 wants a photo whenever it is not met. */
    const strict: Template = {
      ...template,
      id: 'strict',
      sections: [
        {
          id: 'only',
          title: title('唯一'),
          weight: 100,
          items: [
            {
              id: 'first',
              type: 'yes-no-na',
              title: title('甲'),
              weight: 40,
              severity: 'minor',
              evidence: { when: 'fail', needs: ['photo'] },
            },
            { id: 'second', type: 'yes-no-na', title: title('乙'), weight: 60, severity: 'minor' },
            { id: 'contract', type: 'file', title: title('合同'), maxFiles: 2 },
          ],
        },
      ],
    };
    const beginStrict = async (): Promise<string> => {
      const id = `strict${++count}`;
      expect(
        (await put(amy, `runs/${id}`, { revision: 0, value: draft({ templateId: 'strict' }), accountId: 'a1' })).status,
      ).toBe(201);
      return id;
    };
    const attach = async (id: string, value: object): Promise<void> => {
      const stored = await put(amy, `attachments/${id}`, { revision: 0, value, accountId: 'a1' });
      expect(stored.status, JSON.stringify(stored.body)).toBe(201);
    };
    const hand = (
      id: string,
      given: { readonly photos?: readonly string[]; readonly files?: readonly string[]; readonly contract?: readonly string[] },
    ) => {
      const { contract = [], ...evidence } = given;
      return submit(
        id,
        { first: { value: 'no', ...evidence }, second: { value: 'yes' }, contract: { value: contract } },
        { percent: 60_000, result: 'pass' },
      );
    };

    beforeAll(async () => {
      expect(
        (
          await put(olga, 'templates/strict@1.0.0', {
            revision: 0,
            value: { ...published, templateId: 'strict', template: strict },
          })
        ).status,
      ).toBe(201);
    });

    it('is stored with this check and is what it is said to be', async () => {
      const [id, other] = [await beginStrict(), await beginStrict()];
      await attach('of-other', photo(other));
      await attach('of-this', photo(id));
      await attach('paper', file(id));
      const refusedWith = async (given: Parameters<typeof hand>[1]) =>
        (await hand(id, given)).body.problems?.map(({ code, path }) => `${code} ${path}`);
      expect(await refusedWith({ photos: ['invented'], contract: ['paper'] })).toEqual([
        'run.evidence writes.0.value.answers.first.photos.0',
      ]);
      expect(await refusedWith({ photos: ['of-other'], contract: ['paper'] })).toEqual([
        'run.evidence writes.0.value.answers.first.photos.0',
      ]);
      expect(await refusedWith({ photos: ['paper'], contract: ['paper'] })).toEqual([
        'run.evidence writes.0.value.answers.first.photos.0',
      ]);
      expect(await refusedWith({ photos: ['of-this'], contract: ['paper', 'of-this'] })).toEqual([
        'run.evidence writes.0.value.answers.contract.value.1',
      ]);
      const done = await hand(id, { photos: ['of-this'], contract: ['paper'] });
      expect(done.status, JSON.stringify(done.body)).toBe(200);
    });

    it('stays once the check is submitted', async () => {
      const id = await beginStrict();
      await attach(`${id}-kept`, photo(id));
      await attach(`${id}-file`, file(id));
      expect((await hand(id, { photos: [`${id}-kept`], contract: [`${id}-file`] })).status).toBe(200);
      for (const client of [amy, olga]) {
        expect(codes(await client.send<Problem>('DELETE', `${base}/records/attachments/${id}-kept?revision=1`))).toEqual([
          'attachment.draft',
        ]);
      }
    });
  });
});
