import { describe, expect, it } from 'vitest';
import { ApiError } from '@milepost/sdk';
import type { PluginManifest } from '@milepost/sdk/manifest';
import type { ApiClient } from '../api/api-client.ts';
import { capabilityCheck } from './capabilities.ts';
import { createDataApi } from './data-api.ts';

const manifest = { id: 'kpi-scoring', capabilities: { records: ['target-decomposition/allocations'] } } as unknown as PluginManifest;

function shared(request: (path: string) => unknown, plugin = 'target-decomposition', name = 'allocations') {
  const allow = capabilityCheck(manifest, () => 'en');
  const api = { request: async ({ path }: { path: string }) => request(path) } as unknown as ApiClient;
  const data = createDataApi(api, { pluginId: 'kpi-scoring', allow: allow.collection, allowShared: allow.shared, changed: () => undefined });
  return data.shared<{ months: object }>(plugin, name);
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
