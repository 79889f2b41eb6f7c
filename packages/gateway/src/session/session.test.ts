import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signDemoAssertion } from './embed-issuers.ts';
import { ownPath } from './oidc-routes.ts';
import { request, startTestGateway } from '../testing/index.ts';
import type { TestAnswer, TestGateway } from '../testing/index.ts';

describe('an embed', () => {
  let test: TestGateway;
  let sign: (
    claims: Record<string, unknown>,
    changes?: {
      issuer?: string;
      audience?: string;
      age?: number;
      lifetime?: number;
      key?: CryptoKey;
      jti?: string;
    },
  ) => Promise<string>;
  let foreignKey: CryptoKey;

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    foreignKey = (await generateKeyPair('ES256')).privateKey;
    const file = join(process.env['TMPDIR'] ?? '/tmp', `milepost-issuers-${process.pid}.json`);
    const keys = [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }];
    await writeFile(file, JSON.stringify({ issuers: [{ issuer: 'https://crm.example', tenantId: 'qm', keys }] }));
    test = await startTestGateway({
      config: { embedIssuersFile: file, embedOrigins: ['https://crm.example'] },
    });
    sign = (
      claims,
      {
        issuer = 'https://crm.example',
        audience = 'milepost',
        age = 0,
        lifetime = 60,
        key = pair.privateKey,
        jti = crypto.randomUUID(),
      } = {},
    ) => {
      const now = Math.floor(Date.now() / 1000) - age;
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + lifetime)
        .setJti(jti)
        .sign(key);
    };
  });
  afterAll(() => test?.close());

  const exchange = <T = { token: string; expiresAt: string; expiresIn: number; code: string }>(
    assertion: string,
  ): Promise<TestAnswer<T>> =>
    request<T>(test.gateway, 'POST', '/api/session/exchange', {
      headers: { 'content-type': 'application/json', origin: 'https://crm.example' },
      body: JSON.stringify({ assertion }),
    });

  it('changes an assertion of the CRM for a token of five minutes that acts as the person', async () => {
    const answer = await exchange(await sign({ sub: 'amy' }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://crm.example');
    expect(Date.parse(answer.body.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    expect(answer.body.expiresIn).toBe(300);
    const session = await request(test.gateway, 'GET', '/api/session', {
      headers: { authorization: `Bearer ${answer.body.token}` },
    });
    expect(session.body).toMatchObject({
      user: { personId: 'amy' },
      identity: { kind: 'embed', canSwitch: false },
    });
    const cookie = await request(test.gateway, 'GET', '/api/session', {
      headers: { cookie: `milepost=${answer.body.token}` },
    });
    expect(cookie.status).toBe(401);
  });

  it('is refused with an assertion that is used, old, long-lived, of others, for others, or unsigned', async () => {
    const once = await sign({ sub: 'amy' });
    const [first, second] = await Promise.all([exchange(once), exchange(once)]);
    expect([first.status, second.status].sort()).toEqual([200, 401]);
    for (const assertion of [
      await sign({ sub: 'amy' }, { age: 120 }),
      await sign({ sub: 'amy' }, { lifetime: 3600 }),
      await sign({ sub: 'amy' }, { issuer: 'https://other.example' }),
      await sign({ sub: 'amy' }, { issuer: 'milepost-demo:ys' }),
      await sign({ sub: 'amy' }, { audience: 'other' }),
      await sign({ sub: 'amy' }, { key: foreignKey }),
      await sign({}),
      `${btoa('{"alg":"none"}')}.${btoa('{"iss":"https://crm.example","sub":"root"}')}.`,
      'x'.repeat(30),
    ]) {
      expect((await exchange(assertion)).status).toBe(401);
    }
    expect((await exchange(await sign({ sub: 'gone' }))).body.code).toBe('session.not-allowed');
  });

  it('is told why an assertion was refused', async () => {
    const detailOf = async (...args: Parameters<typeof sign>): Promise<string> =>
      (await exchange<{ detail: string }>(await sign(...args))).body.detail;
    expect(await detailOf({ sub: 'amy' }, { age: 120 })).toMatch(/签发于 12\d 秒前/);
    expect(await detailOf({ sub: 'amy' }, { age: -300 })).toMatch(/快 (299|300) 秒/);
    expect(await detailOf({ sub: 'amy' }, { lifetime: 3600 })).toContain('exp');
    expect(await detailOf({ sub: 'amy' }, { audience: 'other' })).toContain('aud 应为 milepost');
    expect(await detailOf({})).toContain('sub 缺失');
    expect(await detailOf({ sub: 'amy' }, { key: foreignKey, audience: 'other' })).toContain('签名');
    expect(await detailOf({ sub: 'nobody' })).toContain('nobody');
  });

  it('is answered on a loopback page of a demo, preflight included, and nowhere else unlisted', async () => {
    const preflight = async (origin: string): Promise<string | null> => {
      const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
      return (await request(test.gateway, 'OPTIONS', '/api/session/exchange', { headers })).headers.get(
        'access-control-allow-origin',
      );
    };
    expect(await preflight('http://127.0.0.1:5555')).toBe('http://127.0.0.1:5555');
    expect(await preflight('https://crm.example')).toBe('https://crm.example');
    expect(await preflight('https://evil.example')).toBeNull();
  });

  it('of the demo page is signed by a key of the data folder', async () => {
    const answer = await exchange(await signDemoAssertion(test.dataDir, 'ys', 'bob'));
    const session = await request(test.gateway, 'GET', '/api/session', {
      headers: { authorization: `Bearer ${answer.body.token}` },
    });
    expect(session.body).toMatchObject({ user: { id: 'ys:bob' }, tenant: { name: '远山' } });
    expect(JSON.parse(await readFile(join(test.dataDir, 'keys/demo-embed.jwk'), 'utf8'))).toHaveProperty('d');
  });

  it('gets no answer readable from a page that is not listed', async () => {
    const answer = await request(test.gateway, 'GET', '/api/session', {
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('OpenID Connect', () => {
  let test: TestGateway;
  let server: Server;
  let issuer: string;
  let accountId = 'amy';

  beforeAll(async () => {
    server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'milepost',
          client_secret: 'a-secret-of-the-test',
          redirect_uris: ['http://127.0.0.1:4780/api/login/callback'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
      conformIdTokenClaims: false,
      cookies: { keys: ['test'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: () => ({ sub: id, email: `${id}@QM.example`, ...(id !== 'cat' && { email_verified: id !== 'bob' }) }),
      }),
      // Signs the test's person in and consents at once.
      interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
      loadExistingGrant: async (ctx) => {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId,
          accountId: ctx.oidc.session?.accountId,
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    server.on('request', (req, res) => {
      if (req.url?.startsWith('/interaction/'))
        void provider.interactionFinished(req, res, { login: { accountId } }, { mergeWithLastSubmission: false });
      else void callback(req, res);
    });
    test = await startTestGateway({
      config: {
        demo: false,
        publicUrl: 'http://127.0.0.1:4780',
        oidc: {
          issuer,
          clientId: 'milepost',
          clientSecret: 'a-secret-of-the-test',
          tenantId: 'qm',
          claim: 'email',
          personField: 'email',
          emailTrusted: false,
        },
      },
    });
  });
  afterAll(async () => {
    await test?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** Follows the provider's redirects as a browser does, up to our callback. */
  async function authorize(login: TestAnswer<unknown>): Promise<string> {
    const jar = new Map<string, string>();
    let url = login.headers.get('location') ?? '';
    for (let step = 0; step < 8 && url.startsWith(issuer); step += 1) {
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        jar.set(name, value);
      }
      url = new URL(answer.headers.get('location') ?? '', url).href;
    }
    return url;
  }

  const cookieOf = (answer: TestAnswer<unknown>, name: string): string =>
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .find((pair) => pair.startsWith(`${name}=`)) ?? '';

  it('signs in the person of the e-mail and goes back to where they were', async () => {
    const login = await request(test.gateway, 'GET', '/api/login?returnTo=%2Ftargets%3Fperiod%3D2026');
    expect(login.headers.get('location')).toMatch(/code_challenge_method=S256/);
    const back = new URL(await authorize(login));
    const done = await request(test.gateway, 'GET', back.pathname + back.search, {
      headers: { cookie: cookieOf(login, 'milepost-login') },
    });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/targets?period=2026']);
    const session = await request(test.gateway, 'GET', '/api/session', {
      headers: { cookie: cookieOf(done, 'milepost') },
    });
    expect(session.body).toMatchObject({
      user: { id: 'qm:amy' },
      identity: { kind: 'oidc', canSwitch: false },
    });
    // The code was used, and the state belongs to the cookie of its own attempt.
    const again = await request(test.gateway, 'GET', back.pathname + back.search, {
      headers: { cookie: cookieOf(login, 'milepost-login') },
    });
    expect(again.body).toMatchObject({ code: 'login.failed' });
    const other = await request(test.gateway, 'GET', '/api/login');
    const mixed = await request(test.gateway, 'GET', back.pathname + back.search, {
      headers: { cookie: cookieOf(other, 'milepost-login') },
    });
    expect(mixed.body).toMatchObject({ code: 'login.failed' });
    expect((await request(test.gateway, 'GET', back.pathname + back.search)).body).toMatchObject({
      code: 'login.failed',
    });
  });

  it.each(['bob', 'cat', 'stranger', 'gone'])(
    'refuses %s: e-mail unverified, not said to be verified, unknown, or of somebody who left',
    async (id) => {
      accountId = id;
      const login = await request(test.gateway, 'GET', '/api/login');
      const back = new URL(await authorize(login));
      const done = await request(test.gateway, 'GET', back.pathname + back.search, {
        headers: { cookie: cookieOf(login, 'milepost-login') },
      });
      expect(done.body).toMatchObject({ status: 403, code: 'session.not-allowed' });
    },
  );

  it('shows people a page in their language when it did not work, and the way to try again', async () => {
    accountId = 'stranger';
    const login = await request(test.gateway, 'GET', '/api/login?returnTo=%2Ftargets%3Fa%3D1%26b');
    const back = new URL(await authorize(login));
    const cookie = cookieOf(login, 'milepost-login');
    const done = await request<string>(test.gateway, 'GET', back.pathname + back.search, {
      headers: { cookie, accept: 'text/html,*/*', 'accept-language': 'zh-CN' },
    });
    expect([done.status, done.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(done.body).toContain('<html lang="zh-CN">');
    expect(done.body).toContain('在职人员资料中没有 stranger@QM.example');
    expect(done.body).toContain('href="/api/login?returnTo=%2Ftargets%3Fa%3D1%26b"');
    expect(done.body).toContain('<code>session.not-allowed</code>');
    expect(done.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);

    const asPage = async (query: string, headers: Record<string, string> = {}): Promise<string> =>
      (
        await request<string>(test.gateway, 'GET', `/api/login/callback?${query}`, {
          headers: { accept: 'text/html', 'accept-language': 'en', ...headers },
        })
      ).body;
    expect(await asPage('code=x')).toContain('took longer than ten minutes');
    const denied = await request(test.gateway, 'GET', '/api/login');
    const state = new URL(denied.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const attempt = { cookie: cookieOf(denied, 'milepost-login') };
    expect(await asPage(`error=access_denied&state=${state}`, attempt)).toContain('or you cancelled');
    expect(await asPage(`error=${encodeURIComponent('<script>')}&state=${state}`, attempt)).not.toContain('<script>');
  });

  it('knows no switcher, and accepts the demo key of nobody', async () => {
    expect((await request(test.gateway, 'GET', '/api/demo/users')).status).toBe(404);
    const assertion = await signDemoAssertion(test.dataDir, 'qm', 'root');
    const answer = await request(test.gateway, 'POST', '/api/session/exchange', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assertion }),
    });
    expect(answer.status).toBe(401);
  });

  it('leads back to paths of ours only', () => {
    expect(['/a?b#c', '//evil.example', '/\\evil.example', 'https://evil.example', '/%2f/evil', undefined].map(ownPath)).toEqual([
      '/a?b#c',
      '/',
      '/',
      '/',
      '/%2f/evil',
      '/',
    ]);
    // These are resolved to `//evil.example`, or would only start over.
    expect(
      ['/.//evil.example', '/a/..//evil.example', '/\t/evil.example', '/api/login?returnTo=/', '/x/../api'].map(ownPath),
    ).toEqual(['/', '/', '/', '/', '/']);
  });
});
