import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string>, flags = {}) => readConfig(env, flags, '/data');

describe('the configuration', () => {
  it('has defaults for a demo', () => {
    expect(read({}, { demo: true })).toMatchObject({
      host: '127.0.0.1',
      port: 4780,
      dataDir: '/data',
      demo: true,
      oidc: undefined,
    });
    expect(read({ PORT: '80' }, { demo: true, port: '0' }).port).toBe(0);
  });

  it('refuses to run without a way to sign in, or with a demo for others than this machine', () => {
    expect(() => read({})).toThrow('No way to sign in is configured');
    for (const host of ['0.0.0.0', '192.168.1.5', 'example.com', '::', '127.0.0.1.evil.example']) {
      expect(() => read({ HOST: host }, { demo: true }), host).toThrow('anybody may be anyone');
    }
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1'])
      expect(read({ HOST: host }, { demo: true }).host).toBe(host);
  });

  it('names every setting that is wrong, with an example, in both languages', () => {
    const env = {
      PORT: '99999',
      MILEPOST_TODAY: '2026-02-30',
      MILEPOST_SECRET: 'short',
      DATABASE_URL: 'mysql://x',
    };
    expect(() => read(env, { demo: true })).toThrow(/PORT \(4780\).*MILEPOST_TODAY \(2026-03-16\)/);
    try {
      read(env, { demo: true });
    } catch (error) {
      expect((error as { text: { zh: string } }).text.zh).toMatch(/^以下设置不正确：DATABASE_URL.*请修改后重新启动。$/);
    }
  });

  it('wants OpenID Connect whole', () => {
    expect(() => read({ MILEPOST_OIDC_ISSUER: 'https://id.example' })).toThrow('together');
    const env = {
      MILEPOST_OIDC_ISSUER: 'https://id.example',
      MILEPOST_OIDC_CLIENT_ID: 'm',
      MILEPOST_OIDC_TENANT: 'qm',
      MILEPOST_URL: 'https://sales.example/x',
    };
    expect(read(env)).toMatchObject({
      publicUrl: 'https://sales.example',
      oidc: { claim: 'email', tenantId: 'qm' },
    });
  });
});
