import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PluginSource } from './plugin-source.ts';
import { notesPlugin, startTestGateway } from '../testing/index.ts';
import type { TestClient, TestGateway } from '../testing/index.ts';

let test: TestGateway;
let amy: TestClient;
const counting: PluginSource = { ...notesPlugin, manifest: { ...notesPlugin.manifest, server: true } };
const newer = { ...counting.manifest, version: '2.0.0' };

beforeAll(async () => {
  test = await startTestGateway({ plugins: [counting] });
  amy = await test.as('amy');
  await amy.put('/api/plugins/notes/records/entries/before', { revision: 0, value: { text: 'x' } });
});
afterAll(() => test?.close());

const write = async (id: string): Promise<[number, string | undefined]> => {
  const path = `/api/plugins/notes/records/entries/${id}`;
  const { status, body } = await amy.put<{ code?: string }>(path, { revision: 0, value: { text: 'x' } });
  return [status, body.code];
};

it('writes nothing for a plugin whose rules are absent or of another major version, and still reads', async () => {
  const absent: PluginSource = { manifest: counting.manifest };
  const other: PluginSource = { ...counting, manifest: newer, serverVersion: '1.4.0' };
  for (const source of [absent, other]) {
    test.gateway.setPlugins([source]);
    expect(await write('refused')).toEqual([503, 'plugin.server-missing']);
    expect((await amy.get('/api/plugins/notes/records/entries/before')).status).toBe(200);
  }
});

it('writes with rules of the same major version, and for plugins that count on none', async () => {
  test.gateway.setPlugins([{ ...counting, manifest: newer, serverVersion: '2.7.1' }]);
  expect(await write('same-major')).toEqual([201, undefined]);
  test.gateway.setPlugins([{ manifest: notesPlugin.manifest }]);
  expect(await write('no-rules')).toEqual([201, undefined]);
});
