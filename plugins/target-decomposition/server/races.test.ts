import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import type { PluginManifest } from '@milepost/sdk/manifest';
import type { RecordWrite } from '@milepost/sdk/host';
import type { AllocationValue, PlanValue } from '../src/domain/types.ts';
import serverPart from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const base = '/api/plugins/target-decomposition/records';
const tries = Array.from({ length: 15 }, (_, index) => index);

let gateway: TestGateway;
let olga: TestClient;

beforeAll(async () => {
  gateway = await startTestGateway({ plugins: [{ manifest, serverPart }] });
  olga = await gateway.as('olga');
});
afterAll(() => gateway.close());

const planOf = (year: number): PlanValue => ({
  name: '测试方案',
  period: String(year),
  fiscalYearStartMonth: 1,
  currency: 'CNY',
  status: 'draft',
  basis: null,
  organisationAsOf: '2026-01-01',
  copiedFrom: null,
  publishedAt: null,
});

function root(planId: string, year: number): RecordWrite<AllocationValue> {
  const months = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`${year}-${String(index + 1).padStart(2, '0')}`, 100]),
  );
  return {
    op: 'put',
    id: `${planId}.co`,
    revision: 0,
    ownerId: null,
    unitId: 'co',
    value: {
      planId,
      period: String(year),
      nodeId: 'co',
      parentId: null,
      kind: 'unit',
      label: 'co',
      from: null,
      to: null,
      months,
      held: [],
      edits: [],
    },
  };
}

const putPlan = (id: string, revision: number, value: PlanValue) =>
  olga.put(`${base}/plans/${id}`, { revision, value, ownerId: null, unitId: null });
const numbers = (writes: readonly RecordWrite<AllocationValue>[]) => olga.send('POST', `${base}/allocations:batch`, { writes });
const exists = async (path: string): Promise<boolean> => (await olga.get(`${base}/${path}`)).status === 200;

it('never publishes a plan while its numbers are being deleted', async () => {
  for (const index of tries) {
    const [id, year] = [`race-${index}`, 2030 + index];
    await putPlan(id, 0, planOf(year));
    expect((await numbers([root(id, year)])).status).toBe(200);
    const [published, deleted] = await Promise.all([
      putPlan(id, 1, { ...planOf(year), status: 'published' }),
      numbers([{ op: 'delete', id: `${id}.co`, revision: 1 }]),
    ]);
    expect([published.status, deleted.status].sort()).toEqual([200, 422]);
    expect(await exists(`allocations/${id}.co`)).toBe(published.status === 200);
  }
});

it('never deletes a plan while numbers come into it', async () => {
  for (const index of tries) {
    const [id, year] = [`gone-${index}`, 2060 + index];
    await putPlan(id, 0, planOf(year));
    const [stored, removed] = await Promise.all([
      numbers([root(id, year)]),
      olga.send('DELETE', `${base}/plans/${id}?revision=1`),
    ]);
    expect([stored.status === 200, removed.status === 204].filter(Boolean)).toHaveLength(1);
    expect(await exists(`allocations/${id}.co`)).toBe(await exists(`plans/${id}`));
  }
});

it('publishes one of several plans of a year that are published at the same moment', async () => {
  const ids = ['x', 'y', 'z'].map((name) => `year-${name}`);
  for (const id of ids) {
    await putPlan(id, 0, planOf(2029));
    await numbers([root(id, 2029)]);
  }
  const answers = await Promise.all(ids.map((id) => putPlan(id, 1, { ...planOf(2029), status: 'published' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
});
