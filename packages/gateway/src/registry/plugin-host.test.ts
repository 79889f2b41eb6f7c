import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway } from '../testing/test-gateway.ts';
import type { TestGateway } from '../testing/test-gateway.ts';
import { pluginHost } from './plugin-host.ts';
import { samplePortal, testFolder, writeDist } from './testing-dist.ts';

let running: TestGateway;
let workspace: string;

async function build(version: string, change: object = {}): Promise<void> {
  await mkdir(join(workspace, 'sample'), { recursive: true });
  await cp(await writeDist(version, { change }), join(workspace, 'sample/dist'), { recursive: true });
}

async function until<T>(read: () => Promise<T>, wanted: T): Promise<T> {
  for (let attempt = 0; attempt < 40; attempt++) {
    if ((await read()) === wanted) break;
    await pause(100);
  }
  return await read();
}

beforeAll(async () => {
  workspace = await testFolder();
  const dataDir = await testFolder();
  const portalFile = join(dataDir, 'portal.json');
  await writeFile(portalFile, JSON.stringify(samplePortal()));
  await build('1.0.0');
  running = await startTestGateway({
    extensions: [pluginHost({ dataDir, portalFile, log: pino({ level: 'silent' }), shellDir: null, embedDir: null, workspace })],
  });
});

afterAll(async () => await running.close());

async function version(): Promise<string | undefined> {
  const amy = await running.as('amy');
  return (await amy.get<{ plugins: { version: string }[] }>('/api/registry/snapshot')).body.plugins[0]?.version;
}

describe('pluginHost', () => {
  it('publishes the workspace, and the gateway serves what is published', async () => {
    expect(await version()).toBe('1.0.0');
    expect(running.gateway.kit.plugins().collection('sample', 'notes')?.def.access.read).toBe('scope');
  });

  it('takes a new build and its collections while it runs', async () => {
    const words = { 'zh-CN': '事项', en: 'Items' };
    await build('1.1.0', {
      collections: [{ name: 'items', title: words, schema: { type: 'object' }, access: { read: 'tenant', write: [] } }],
    });
    expect(await until(version, '1.1.0')).toBe('1.1.0');
    expect(await until(async () => running.gateway.kit.plugins().collection('sample', 'items') !== undefined, true)).toBe(true);
  });

  it('tells only people who are signed in which plugins there are and how they are set up', async () => {
    const open = async (path: string) => await (await running.gateway.app.request(path)).json();
    expect(await open('/api/registry/snapshot')).toMatchObject({ code: 'session.none' });
    expect(Object.keys(((await open('/api/portal')) as { portal: object }).portal)).toEqual([
      'portalVersion',
      'title',
      'defaultLocale',
    ]);
    const amy = await running.as('amy');
    expect((await amy.get<{ portal: { plugins: object } }>('/api/portal')).body.portal.plugins).toEqual({
      sample: { version: '^1.0.0' },
    });
  });

  it('takes reports only from people who are signed in', async () => {
    const report = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pluginId: 'sample', version: '1.0.0', phase: 'load', message: 'x' }),
    };
    expect((await running.gateway.app.request('/api/registry/reports', report)).status).toBe(401);
  });

  it('leaves the routes of the gateway alone', async () => {
    expect((await running.gateway.app.request('/healthz')).status).toBe(200);
    expect((await running.gateway.app.request('/api/session')).status).toBe(401);
  });
});
