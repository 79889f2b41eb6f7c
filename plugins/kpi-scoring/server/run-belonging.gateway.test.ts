import { readFileSync } from 'node:fs';
import { defineEndpoint } from '@milepost/gateway/server-part';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import { representativeMonth } from '@milepost/scoring';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CardVersion } from '../src/domain/records.ts';
import { computeRun } from './compute-run.ts';
import serverPart from './index.ts';
import { writesOf } from './run-rules.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const base = '/api/plugins/kpi-scoring';
const period = '2026-02';
const version: CardVersion = { card: representativeMonth, effectiveFrom: '2026-01', namesInTeam: false, note: '' };
type Writes = ReturnType<typeof writesOf>;

/** What freezing would write, without writing it: the very records that the rules expect. */
const computed = defineEndpoint({
  method: 'GET',
  path: 'computed',
  async handler(ctx): Promise<Writes> {
    const run = await computeRun(ctx, period, 'sh');
    return run.ok ? writesOf(run) : [];
  },
});

let gateway: TestGateway;
let tom: TestClient;
let writes: Writes;

beforeAll(async () => {
  gateway = await startTestGateway({
    plugins: [{ manifest, serverPart: { ...serverPart, routes: [...(serverPart.routes ?? []), computed] } }],
  });
  const ops = await gateway.as('olga');
  expect((await ops.put(`${base}/records/cards/representative-month@1.0.0`, { revision: 0, value: version })).status).toBe(201);
  tom = await gateway.as('tom');
  writes = (await tom.get<Writes>(`${base}/call/computed`)).body;
  expect(writes.map(({ id }) => id)).toEqual([`run.${period}.sh`, `person.${period}.amy`, `person.${period}.bob`]);
});
afterAll(() => gateway.close());

const batch = (change: object) => {
  const [snapshot, ...people] = writes;
  return tom.send<{ problems?: readonly { readonly code: string; readonly path: string }[] }>(
    'POST',
    `${base}/records/runs:batch`,
    { writes: [{ ...snapshot, ...change }, ...people] },
  );
};

it('keeps a right snapshot with the unit it is of and with whoever froze it', async () => {
  for (const change of [{ ownerId: 'amy' }, { ownerId: null }, { ownerId: 'amy', unitId: 'sh' }]) {
    const answer = await batch(change);
    expect([answer.status, answer.body.problems?.map(({ code, path }) => `${code} ${path}`)]).toEqual([
      422,
      ['run.forged writes.0.value.unitId'],
    ]);
  }
  // Taking it out of its unit is refused before any rule is asked.
  expect((await batch({ unitId: null })).body.problems).toMatchObject([{ code: 'reference', path: 'writes.0.unitId' }]);
  expect((await batch({})).status).toBe(200);
});
