import { readFileSync } from 'node:fs';
import { createCalendar } from '@milepost/calendar';
import { PgMirrorSink } from '@milepost/gateway';
import { loadCompany, qiming, startTestGateway } from '@milepost/gateway/testing';
import type { TestGateway } from '@milepost/gateway/testing';
import type { MirrorRow } from '@milepost/crm';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decomposeYear } from '../src/domain/decomposition.ts';
import { keepEdits, newValues } from '../src/domain/stored.ts';
import { buildNodes } from '../src/domain/tree.ts';
import { recordId } from '../src/domain/types.ts';
import type { PlanValue } from '../src/domain/types.ts';
import serverPart from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const base = '/api/plugins/target-decomposition/records';
const usualLimit = 2 * 1024 * 1024;
const from = '2020-01-01';
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** 1 company, 9 regions, 90 teams, 700 who sell: 800 nodes. Ids are as long as those of a CRM. */
const company = '00000000-0000-4000-8000-000000000000';
const region = (index: number): string => `11111111-1111-4111-8111-${String(index % 9).padStart(12, '0')}`;
const team = (index: number): string => `22222222-2222-4222-8222-${String(index % 90).padStart(12, '0')}`;
const seller = (index: number): string => `33333333-3333-4333-8333-${String(index).padStart(12, '0')}`;
const unit = (id: string, parentId: string | null, kind: string) => ({
  id,
  parentId,
  kind,
  name: id,
  managerId: null,
  validFrom: from,
  validTo: null,
});
const units = [
  unit(company, null, 'company'),
  ...numbers(9).map((index) => unit(region(index), company, 'region')),
  ...numbers(90).map((index) => unit(team(index), region(index), 'team')),
];
const people = numbers(700).map((index) => ({
  id: seller(index),
  name: `销售 ${index}`,
  role: 'rep',
  email: `s${index}@qm.example`,
  joinedOn: from,
}));
const memberships = people.map(({ id }, index) => ({
  id: `m${index}`,
  personId: id,
  unitId: team(index),
  primary: true,
  validFrom: from,
  validTo: null,
}));
const nodes = buildNodes({ units, memberships, people, period: '2026', fiscalYearStartMonth: 1, asOf: '2026-01-01' });

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ plugins: [{ manifest, serverPart }] });
  const { kit } = gateway.gateway;
  const add = (name: keyof typeof qiming.rows, rows: readonly MirrorRow[]): MirrorRow[] => [
    ...(qiming.rows[name] ?? []),
    ...rows,
  ];
  const rows = {
    ...qiming.rows,
    units: add('units', units),
    people: add('people', people),
    memberships: add('memberships', memberships),
  };
  await loadCompany(new PgMirrorSink(kit.database.loader, { onLoaded: () => kit.sessions.forget() }), { ...qiming, rows });
});
afterAll(() => gateway.close());

it('takes the first and the second decomposition of 800 nodes and 12 months in one batch each', async () => {
  expect(nodes.length).toBe(800);
  const olga = await gateway.as('olga');
  const plan: PlanValue = {
    name: '大方案',
    period: '2026',
    fiscalYearStartMonth: 1,
    currency: 'CNY',
    status: 'draft',
    basis: { time: 'even', organisation: 'even' },
    organisationAsOf: '2026-01-01',
    copiedFrom: null,
    publishedAt: null,
  };
  expect((await olga.put(`${base}/plans/big`, { revision: 0, value: plan, ownerId: null, unitId: null })).status).toBe(201);
  const author = { by: 'olga', at: '2026-01-02T03:04:05.000Z' };
  const { result } = decomposeYear({
    plan,
    nodes,
    totalMinor: 9_876_543_210_12,
    time: 'even',
    organisation: 'even',
    lastYear: {},
    lastYearDays: {},
    calendar: createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' }),
    ...author,
  });
  if (!result.ok) throw new Error(result.code);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const first = newValues(result.plan, nodes, 'big', author);
  const again = newValues(result.plan, nodes, 'big', { ...author, at: '2026-01-03T03:04:05.000Z' });
  const second = first.map((value, index) => ({
    ...value,
    edits: keepEdits([
      ...value.edits,
      ...(again[index]?.edits ?? []).map((edit) => ({ ...edit, at: '2026-01-03T03:04:05.000Z' })),
    ]),
  }));
  const sizes: number[] = [];
  for (const [revision, values] of [first, second].entries()) {
    const writes = values.map((value) => {
      const node = byId.get(value.nodeId);
      return {
        op: 'put',
        id: recordId('big', value.nodeId),
        revision,
        value,
        ownerId: node?.personId ?? null,
        unitId: node?.unitId ?? null,
      };
    });
    sizes.push(Buffer.byteLength(JSON.stringify({ writes })));
    const answer = await olga.send('POST', `${base}/allocations:batch`, { writes });
    expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200);
  }
  // The first comes near to what any other request may carry and the second, with the history of the first, is over it.
  expect(sizes[0]).toBeGreaterThan(0.8 * usualLimit);
  expect(sizes[1]).toBeGreaterThan(usualLimit);
}, 60_000);
