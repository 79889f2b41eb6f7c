import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOf, apiAs } from '../support/api.ts';
import type { Answer, Api } from '../support/api.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
let ops: Api;
let rep: Api;
beforeAll(async () => {
  portal = await startPortal();
  ops = await apiAs(portal, portal.user('ops'));
  rep = await apiAs(portal, portal.user('rep'));
});
afterAll(async () => await portal.stop());

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
  readonly problems?: readonly { readonly path: string }[];
  readonly current?: { readonly revision: number };
}

const plans = '/api/plugins/target-decomposition/records/plans';

/** A problem of RFC 9457 with everything a person needs: what, what to do, and a code to tell. */
function expectProblem(answer: Answer, status: number, code: string): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, code: problem.code }, JSON.stringify(problem)).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(problem.title.length).toBeGreaterThan(3);
  expect(problem.remedy.length).toBeGreaterThan(3);
  return problem;
}

describe('the gateway answers', () => {
  it('a body of 10 MB with its limit, and goes on serving', async () => {
    const answer = await ops
      .send('PUT', `${plans}/plan-2026`, `{"revision":1,"value":"${'x'.repeat(10e6)}"}`)
      .catch((error: unknown) => error as Error);
    // The connection may be closed before the body is through; then the next request shows that nothing else happened.
    if (!(answer instanceof Error)) expectProblem(answer, 413, 'request.too-large');
    expect((await ops.get(`${plans}/plan-2026`)).status).toBe(200);
  });

  it('text that is not JSON with line and column', async () => {
    const problem = expectProblem(
      await ops.send('PUT', `${plans}/plan-2026`, '{\n  "revision": 1,\n  value: 2\n}'),
      400,
      'request.not-json',
    );
    expect(JSON.stringify(problem)).toMatch(/3/);
  });

  it('an id that is nobody’s with 404, the same as one that is not ours to see', async () => {
    const none = expectProblem(await rep.get('/api/crm/accounts/nothing'), 404, 'crm.not-found');
    const mine = new Set((await accountsOf(portal, portal.user('rep'), 200)).map(({ id }) => id));
    const theirs = (await accountsOf(portal, portal.user('ops'), 200)).find(({ id }) => !mine.has(id));
    const hidden = expectProblem(await rep.get(`/api/crm/accounts/${theirs?.id}`), 404, 'crm.not-found');
    expect({ ...hidden, requestId: '', detail: '' }).toEqual({ ...none, requestId: '', detail: '' });
  });

  it('a revision from last week with 409 and the record as it is now', async () => {
    const { body } = await ops.get<{ revision: number; value: object }>(`${plans}/plan-2026`);
    const problem = expectProblem(
      await ops.send('PUT', `${plans}/plan-2026`, { revision: body.revision - 1, value: body.value }),
      409,
      'record.conflict',
    );
    expect(problem.current?.revision).toBe(body.revision);
    expect((await ops.get<{ revision: number }>(`${plans}/plan-2026`)).body.revision).toBe(body.revision);
  });

  it('values that do not fit the schema with the path of each', async () => {
    const problem = expectProblem(
      await ops.send('PUT', `${plans}/plan-new`, { revision: 0, value: { name: 7 } }),
      422,
      'record.invalid',
    );
    expect(problem.problems?.map(({ path }) => path)).toContain('value.name');
    expect((await ops.get(`${plans}/plan-new`)).status).toBe(404);
  });

  it('fields nobody asked for, as an attempt to be somebody else, with their path', async () => {
    const { body } = await ops.get<{ revision: number; value: object }>(`${plans}/plan-2026`);
    const forged = await ops.send('PUT', `${plans}/plan-2026`, {
      revision: body.revision,
      value: body.value,
      tenantId: 'beichen',
      updatedBy: 'p004',
    });
    expect([400, 422]).toContain(forged.status);
    expect(JSON.stringify(forged.body)).toMatch(/tenantId/);
  });

  it('a plugin and a collection that do not exist with 404', async () => {
    expect((await ops.get('/api/plugins/route-magic/records/plans')).status).toBe(404);
    expect((await ops.get('/api/plugins/target-decomposition/records/nothing')).status).toBe(404);
  });

  it('a write without our header, or from another origin, with 403', async () => {
    expect((await ops.send('PUT', `${plans}/plan-x`, {}, { 'x-milepost': '' })).status).toBe(403);
    expect((await ops.send('PUT', `${plans}/plan-x`, {}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('filters that make no sense with the path of the mistake', async () => {
    for (const where of ['nonsense', '[{"field":"name"}]', '[{"field":"nothing","op":"eq","value":1}]']) {
      const answer = await ops.get<Problem>(`/api/crm/accounts?where=${encodeURIComponent(where)}`);
      expect([400, 422], `${where}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
      expect(answer.body.remedy).toBeTruthy();
    }
  });

  it('nothing to somebody without a session', async () => {
    const answer = await fetch(`${portal.url}/api/crm/accounts`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'session.none' });
  });
});

describe('two companies', () => {
  it('never see each other’s rows: same ids, other content', async () => {
    const other = await apiAs(portal, portal.user('admin', { tenant: 1 }));
    const plan = await other.get<{ value: { name: string } }>(`${plans}/plan-2026`);
    const own = await ops.get<{ value: { name: string }; updatedAt: string }>(`${plans}/plan-2026`);
    if (plan.status === 200) expect((plan.body as { updatedAt?: string }).updatedAt).not.toBe(own.body.updatedAt);
    const names = async (api: Api) =>
      new Set(
        (await api.get<{ items: { name: string }[] }>('/api/crm/accounts?limit=200&sort=name')).body.items.map(
          ({ name }) => name,
        ),
      );
    const [mine, theirs] = [await names(ops), await names(other)];
    expect([...theirs].filter((name) => mine.has(name))).toEqual([]);
  });
});
