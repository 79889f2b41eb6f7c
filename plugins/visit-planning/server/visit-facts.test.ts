import { readFileSync } from 'node:fs';
import { addDays, dayOfInstant } from '@milepost/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway } from '@milepost/gateway/testing';
import type { TestClient, TestGateway } from '@milepost/gateway/testing';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { defaultSettings, settingsOf } from '../src/domain/settings.ts';
import { emptySummary, goalOf } from '../src/domain/summary.ts';
import { complete, plannedVisit, start } from '../src/domain/transitions.ts';
import type { Visit, VisitSummary } from '../src/domain/types.ts';
import part from './index.ts';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as PluginManifest;
const collection = '/api/plugins/visit-planning/records/visits';
// Stricter than the manifest's ten minutes.
const config = { minStayMinutes: 25 };
const strict = settingsOf(config);
const summary: VisitSummary = { ...emptySummary('order'), result: '下单十箱', goal: goalOf('order', 100_000, 80_000) };
const today = dayOfInstant(new Date().toISOString(), 'Asia/Shanghai');

let gateway: TestGateway;
let amy: TestClient;
let next = 0;

beforeAll(async () => {
  // The real clock decides here: no business day is fixed.
  gateway = await startTestGateway({ config: { today: undefined }, plugins: [{ manifest, serverPart: part, config }] });
  amy = await gateway.as('amy');
});
afterAll(() => gateway.close());

const plan = (dayOn: string): Visit => plannedVisit({ dayOn, routeOrder: 1, area: '', purpose: 'order' });
const done = (dayOn: string, minutes: number, settings = strict): Visit => {
  const began = new Date(`${dayOn}T02:00:00.000Z`);
  const ended = new Date(began.getTime() + minutes * 60_000);
  return complete(start(plan(dayOn), began.toISOString(), dayOn), summary, ended.toISOString(), settings);
};
async function put(value: Visit): Promise<{ status: number; codes: readonly string[]; paths: readonly string[] }> {
  const { status, body } = await amy.put<{ problems?: { code: string; path: string }[] }>(`${collection}/f-${(next += 1)}`, {
    revision: 0,
    value,
    accountId: 'a1',
  });
  return { status, codes: body.problems?.map(({ code }) => code) ?? [], paths: body.problems?.map(({ path }) => path) ?? [] };
}

describe('a completed visit', () => {
  it('is judged by the rule of the portal, and by no rule that the client brings', async () => {
    const lenient = done(addDays(today, -1), 12, { ...defaultSettings, minStayMinutes: 0 });
    expect(lenient.effective?.value).toBe(true);
    expect(await put(lenient)).toEqual({ status: 422, codes: ['visit.rule'], paths: ['value.effective.rule'] });
    expect((await put(done(addDays(today, -1), 12, defaultSettings))).codes).toEqual(['visit.rule']);
    const honest = done(addDays(today, -1), 12);
    expect(honest.effective?.value).toBe(false);
    expect((await put(honest)).status).toBe(201);
  });

  it('counts on the day it began in the company’s zone, also when it arrives days later', async () => {
    const day = addDays(today, -5);
    expect((await put({ ...done(day, 30), dayOn: addDays(day, 1) })).codes).toEqual(['visit.startDay']);
    // 16:30 UTC is already the next day in Shanghai.
    const late = { ...done(day, 30), startedAt: `${day}T16:30:00.000Z`, completedAt: `${day}T17:00:00.000Z` };
    expect((await put(late)).codes).toEqual(['visit.startDay']);
    expect((await put(done(day, 30))).status).toBe(201);
  });

  it('has not happened in the future', async () => {
    const value = { ...plan(today), status: 'inProgress', startedAt: new Date(Date.now() + 3_600_000).toISOString() } as const;
    expect((await put(value)).codes).toContain('visit.clock');
  });
});
