import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';

type Headers = Readonly<Record<string, string>>;

/** The status of a request that reaches the gateway from `peer`. */
async function ask(test: TestGateway, path: string, peer: string, headers: Headers = {}): Promise<number> {
  const env = { incoming: { socket: { remoteAddress: peer } } };
  return (await test.gateway.app.request(`http://127.0.0.1:4780${path}`, { headers }, env)).status;
}

describe('without trusted proxies', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway();
  });
  afterAll(() => test?.close());

  it.each(['/api/demo/users', '/metrics'])('%s answers programs of this machine', async (path) => {
    expect(await ask(test, path, '127.0.0.1')).toBe(200);
    expect(await ask(test, path, '::ffff:127.0.0.1')).toBe(200);
    expect(await ask(test, path, '203.0.113.9')).toBe(403);
  });

  it.each(['/api/demo/users', '/metrics'])('%s refuses what a proxy on this machine passes on', async (path) => {
    const passedOn: readonly Headers[] = [
      { 'x-forwarded-for': '203.0.113.9' },
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
    ];
    for (const headers of passedOn) expect(await ask(test, path, '127.0.0.1', headers)).toBe(403);
  });
});

describe('with a trusted proxy', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({
      config: { trustedProxies: ['10.0.0.0/8', '::1'], loginsPerMinute: 2 },
    });
  });
  afterAll(() => test?.close());

  const metrics = (peer: string, forwarded: string): Promise<number> =>
    ask(test, '/metrics', peer, { 'x-forwarded-for': forwarded });

  it('believes the last address that is no trusted proxy, and nothing before it', async () => {
    expect(await metrics('10.1.2.3', '127.0.0.1')).toBe(200);
    expect(await metrics('::1', '127.0.0.1, 10.0.0.9')).toBe(200);
    // The client wrote the first one itself.
    expect(await metrics('10.1.2.3', '127.0.0.1, 203.0.113.9')).toBe(403);
    expect(await metrics('10.1.2.3', '127.0.0.1, 203.0.113.9:51000, 10.0.0.9')).toBe(403);
    expect(await metrics('10.1.2.3', '127.0.0.1, nonsense')).toBe(403);
    expect(await metrics('192.0.2.1', '127.0.0.1')).toBe(403);
  });

  it('counts attempts to sign in for each client and not for the proxy', async () => {
    const demo = (forwarded: string): Promise<number> =>
      ask(test, '/api/demo/users', '10.1.2.3', { 'x-forwarded-for': forwarded });
    const statuses: number[] = [];
    for (const client of ['127.0.0.2', '127.0.0.2', '127.0.0.2', '127.0.0.3']) statuses.push(await demo(client));
    expect(statuses).toEqual([200, 200, 429, 200]);
  });
});

it('takes addresses and ranges, and names a wrong one with an example', () => {
  const read = (value: string) => readConfig({ MILEPOST_TRUSTED_PROXIES: value }, { demo: true }, '/data').trustedProxies;
  expect(read('10.0.0.0/8, ::1')).toEqual(['10.0.0.0/8', '::1']);
  expect(read('')).toEqual([]);
  for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.1/8/8', '*'])
    expect(() => read(wrong)).toThrow('127.0.0.1,10.0.0.0/8');
});
