import { describe, expect, it } from 'vitest';
import { ApiError } from '@milepost/sdk';
import type { PluginManifest } from '@milepost/sdk/manifest';
import type { ApiClient } from '../api/api-client.ts';
import { capabilityCheck } from './capabilities.ts';
import { createDataApi } from './data-api.ts';

const manifest = {
  id: 'kpi-scoring',
  collections: [{ name: 'targets' }],
  capabilities: { records: ['target-decomposition/allocations'] },
} as unknown as PluginManifest;

function dataOf(request: (path: string, query?: object) => unknown) {
  const allow = capabilityCheck(manifest, () => 'en');
  const api = {
    request: async ({ path, query }: { path: string; query?: object }) => request(path, query),
  } as unknown as ApiClient;
  return createDataApi(api, {
    pluginId: 'kpi-scoring',
    locale: () => 'en',
    allow: allow.collection,
    allowShared: allow.shared,
    changed: () => undefined,
  });
}

function shared(request: (path: string) => unknown, plugin = 'target-decomposition', name = 'allocations') {
  return dataOf(request).shared<{ months: object }>(plugin, name);
}

const missing = (code: string) => (): never => {
  throw new ApiError({ status: 404, code, message: code });
};

describe('collections that other plugins share', () => {
  it('are read where the other plugin keeps them', async () => {
    const paths: string[] = [];
    await shared((path) => (paths.push(path), { items: [], next: null })).list();
    expect(paths).toEqual(['/api/plugins/target-decomposition/records/allocations']);
  });

  it('are empty where the other plugin is not installed, so that a plugin works without it', async () => {
    expect(await shared(missing('plugin.unknown')).listAll()).toEqual([]);
    expect(await shared(missing('collection.unknown')).list()).toEqual({ items: [], next: null });
    expect(await shared(missing('plugin.unknown')).get('x')).toBeNull();
  });

  it('do not hide any other failure', async () => {
    await expect(shared(missing('server.failed')).listAll()).rejects.toMatchObject({ code: 'server.failed' });
  });

  it('are refused when the manifest does not name them, and cannot be written', () => {
    expect(() => shared(() => null, 'visit-planning', 'visits')).toThrow(/visit-planning\/visits/);
    expect(Object.keys(shared(() => null)).sort()).toEqual(['get', 'list', 'listAll']);
  });
});

describe('endpoints of the server part', () => {
  const paths: unknown[] = [];
  const data = dataOf((path, query) => void paths.push([path, query]));

  it('are found below the plugin, each segment encoded, with parameters of their own', async () => {
    await data.call('cards/2026 Q1%2f/close', { query: { from: '2026-01-01' } });
    expect(paths).toEqual([['/api/plugins/kpi-scoring/call/cards/2026%20Q1%252f/close', { from: '2026-01-01' }]]);
  });

  it.each([
    '../../visit-planning/records/visits:batch',
    'a/../../b',
    '.',
    '..',
    '',
    '/freeze',
    'a//b',
    'https://other.example/x',
    'freeze?x=1',
    'freeze#x',
  ])('do not lead out of the plugin: “%s”', async (path) => {
    const sent = paths.length;
    await expect(data.call(path, { body: {} })).rejects.toMatchObject({ code: 'call.path', problems: [{ path: 'path' }] });
    expect(paths).toHaveLength(sent);
  });

  it('and records of such an id are neither found nor written', async () => {
    const sent = paths.length;
    const targets = data.collection('targets');
    expect(await targets.get('..')).toBeNull();
    await expect(targets.put('..', {}, { revision: 0 })).rejects.toMatchObject({ code: 'call.path' });
    await expect(targets.history('.')).rejects.toMatchObject({ code: 'call.path' });
    expect(paths).toHaveLength(sent);
  });
});
