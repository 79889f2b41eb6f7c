import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { embedOrigins } from '../http/embed-cors.ts';
import type { GatewayEnv } from '../http/env.ts';
import { ApiProblem, problemResponse } from '../http/problem.ts';
import { PortalSource } from '../portal/portal-source.ts';
import { portalRoutes } from '../portal/routes.ts';
import { Registry } from '../registry/registry.ts';
import { ReportBook } from '../registry/reports.ts';
import { registryRoutes } from '../registry/routes.ts';
import { samplePortal, testFolder, writeDist } from '../registry/testing-dist.ts';
import { staticRoutes } from './routes.ts';

const log = { info: () => undefined, warn: () => undefined };

async function start({ demo = false, session = true, portalJson = samplePortal() } = {}) {
  const dataDir = await testFolder();
  const registry = new Registry(dataDir);
  await registry.publish(await writeDist('1.0.0', { code: `export const text = '${'a'.repeat(2000)}';` }));
  const portalFile = join(dataDir, 'portal.json');
  await writeFile(portalFile, JSON.stringify(portalJson));
  const shellDir = await testFolder();
  await mkdir(join(shellDir, 'assets'));
  await writeFile(
    join(shellDir, 'index.html'),
    '<!doctype html><html><head><script>first</script><style>x{}</style><link rel="modulepreload" href="/assets/b.js"><script type="module" src="/assets/a.js"></script></head></html>',
  );
  await writeFile(join(shellDir, 'assets/a.js'), 'a');
  await writeFile(join(shellDir, 'favicon.svg'), '<svg/>');
  const embedDir = await testFolder();
  await writeFile(join(embedDir, 'frame.html'), '<!doctype html><script type="module" src="/embed/assets/frame.js"></script>');
  const portal = new PortalSource({ portalFile, dataDir, registry, log });
  const origins = embedOrigins({ demo, embedOrigins: [] }, async () => (await portal.current()).portal?.embed?.origins ?? []);
  const sessionOf = async (): Promise<string> => {
    if (session) return 's';
    throw new ApiProblem('session.none');
  };
  const signedIn = async (): Promise<boolean> => session;
  const app = new Hono<GatewayEnv>();
  app.use(async (c, next) => {
    c.set('locale', 'en');
    c.set('requestId', 'r');
    await next();
  });
  app.onError((error, c) => (error instanceof ApiProblem ? problemResponse(error, 'en', 'r') : c.text(String(error), 500)));
  app.route('/', portalRoutes({ portal, signedIn }));
  app.route('/', registryRoutes({ registry, portal, reports: new ReportBook(registry.folder), log, sessionOf }));
  app.route('/', staticRoutes({ registry, portal, shellDir, embedDir, origins, signedIn }));
  await portal.current();
  const folder = (await registry.state()).plugins.get('sample')?.[0]?.folder ?? '';
  return { app, registry, portalFile, dataDir, base: `/plugins/sample/${folder}/` };
}

describe('staticRoutes', () => {
  it('serves plugin files for a year, compressed, and answers 304 for what the browser has', async () => {
    const { app, base } = await start();
    const answer = await app.request(`${base}remoteEntry.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(200);
    expect(brotliDecompressSync(bytes).toString()).toContain('export const text');
    const again = await app.request(`${base}remoteEntry.js`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each([
    '../versions.json',
    '..%2fversions.json',
    '%2e%2e/versions.json',
    '.tmp-1/x.js',
    'assets//view-a1.js',
    'assets',
    'nothing.js',
    'remoteEntry.js%00',
    'a/%2fetc/passwd',
  ])('gives nothing away for %s', async (path) => {
    const { app, base } = await start();
    expect((await app.request(base + path)).status).toBe(404);
  });

  it('lets only allowed origins import plugin files', async () => {
    const { app, base } = await start();
    const allow = async (origin: string) =>
      (await app.request(`${base}remoteEntry.js`, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await allow('https://crm.example.com')).toBe('https://crm.example.com');
    expect(await allow('https://evil.example.com')).toBe(null);
  });

  it('tells a page whether it may embed, and its frame says so too', async () => {
    const { app } = await start();
    const ask = async (origin: string) => {
      const answer = await app.request('/embed/origin', { headers: { origin } });
      return [answer.headers.get('access-control-allow-origin'), await answer.json()];
    };
    expect(await ask('https://crm.example.com')).toEqual(['*', { origin: 'https://crm.example.com', allowed: true }]);
    expect(await ask('http://127.0.0.1:5555')).toEqual(['*', { origin: 'http://127.0.0.1:5555', allowed: false }]);
    const frame = async (referer: string) => {
      const answer = await app.request('/embed/frame', { headers: { referer } });
      return { html: await answer.text(), csp: answer.headers.get('content-security-policy') ?? '' };
    };
    expect((await frame('https://crm.example.com/')).html).toContain('/embed/assets/frame.js');
    const refused = await frame('https://evil.example.com/');
    expect(refused.html).toContain("milepost:'refused'");
    expect(refused.html).not.toContain('/embed/');
    expect(refused.csp).toMatch(/^default-src 'none'.*frame-ancestors https:\/\/evil\.example\.com$/);
  });

  it('lets every page of this machine embed a demo, and none of another', async () => {
    const { app, base } = await start({ demo: true });
    const allowed = async (origin: string) =>
      ((await (await app.request('/embed/origin', { headers: { origin } })).json()) as { allowed: boolean }).allowed;
    for (const origin of ['http://127.0.0.1:5555', 'http://localhost:8080', 'http://[::1]:9000'])
      expect(await allowed(origin), origin).toBe(true);
    for (const origin of ['http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'http://10.0.0.1', 'null', ''])
      expect(await allowed(origin), origin).toBe(false);
    expect(
      (await app.request(`${base}remoteEntry.js`, { headers: { origin: 'http://localhost:8080' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('http://localhost:8080');
  });

  it('answers every page of the portal with the shell, its nonce, its policy and the hashes of the plugins', async () => {
    const { app, base } = await start();
    const [one, two] = await Promise.all(['/', '/accounts/42?tab=1'].map(async (path) => await app.request(path)));
    const html = (await one?.text()) ?? '';
    const csp = one?.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(csp)?.[1] ?? 'none';
    expect(csp).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(csp).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
    expect(csp).toContain("connect-src 'self' https://tiles.example.com");
    expect([...html.matchAll(/<(?:script|style|link)\b[^>]*>/g)].every(([tag]) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect(html.indexOf('importmap')).toBeLessThan(html.indexOf('first'));
    expect(html).toContain(`"${base}remoteEntry.js":"sha384-`);
    expect(two?.status).toBe(200);
    expect(await two?.text()).not.toContain(nonce);
    expect(one?.headers.get('link')).toBe('</assets/a.js>; rel=modulepreload, </assets/b.js>; rel=modulepreload');
  });

  it('serves the shell’s own files and leaves the API alone', async () => {
    const { app } = await start();
    const type = async (path: string) => {
      const answer = await app.request(path);
      return [answer.status, answer.headers.get('content-type')];
    };
    expect(await type('/assets/a.js')).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(await type('/favicon.svg')).toEqual([200, 'image/svg+xml']);
    expect((await type('/assets/none.js'))[0]).toBe(404);
    expect((await type('/api/none'))[0]).toBe(404);
  });
});

describe('without a session', () => {
  const key = 'key-of-a-map-service';
  const portalJson = {
    ...samplePortal(),
    theme: { mode: 'dark' },
    plugins: { sample: { version: '^1.0.0', config: { days: 3, key } } },
    slots: { 'home/rep/v1': [{ plugin: 'sample', widget: 'card', config: { key } }] },
  };

  it('gives what the sign-in page shows, and nothing of plugins, pages and configuration', async () => {
    const { app } = await start({ session: false, portalJson });
    const { title, defaultLocale } = samplePortal() as { title: unknown; defaultLocale: string };
    const entrance = { portal: { portalVersion: 1, title, defaultLocale, theme: { mode: 'dark' } }, problems: [] };
    expect(await (await app.request('/api/portal')).json()).toEqual(entrance);
    expect((await app.request('/api/registry/snapshot')).status).toBe(401);
    const html = await (await app.request('/accounts')).text();
    expect(JSON.parse(/id="milepost-boot"[^>]*>([^<]*)</.exec(html)?.[1] ?? '')).toEqual({ portal: entrance });
    expect(html).not.toContain(key);
  });

  it('differs from what people who are signed in get', async () => {
    const { app } = await start({ portalJson });
    for (const path of ['/api/portal', '/api/registry/snapshot', '/']) {
      const answer = await app.request(path);
      expect(await answer.text(), path).toContain(key);
      expect(answer.headers.get('cache-control'), path).toMatch(/^private|^no-store/);
    }
  });
});

describe('portal and registry routes', () => {
  it('keeps the last good portal while the file is broken, also over a restart', async () => {
    const { app, portalFile, dataDir, registry } = await start();
    await writeFile(portalFile, '{\n  "portalVersion": 1,\n}');
    await utimes(portalFile, new Date(), new Date(Date.now() + 5000));
    const broken = (await (await app.request('/api/portal')).json()) as { portal: unknown; problems: unknown };
    expect(broken.portal).toEqual(samplePortal());
    expect(broken.problems).toEqual([
      {
        path: '$',
        code: 'portal.file.json',
        message: 'It is not JSON at line 3, column 1.',
        remedy: 'Check commas, quotes and brackets near that place.',
      },
    ]);
    const restarted = await new PortalSource({ portalFile, dataDir, registry, log }).current();
    expect(restarted.portal).toEqual(samplePortal());
    expect((await app.request('/api/registry/snapshot')).status).toBe(200);
  });

  it('takes a new version and a new portal file without a restart', async () => {
    const { app, registry, portalFile } = await start();
    const version = async () =>
      ((await (await app.request('/api/registry/snapshot')).json()) as { plugins: { version: string }[] }).plugins[0]?.version;
    expect(await version()).toBe('1.0.0');
    await registry.publish(await writeDist('1.1.0'));
    expect(await version()).toBe('1.1.0');
    await writeFile(portalFile, JSON.stringify(samplePortal('1.0.0')));
    expect(await version()).toBe('1.0.0');
  });

  it('counts reports about what was published and refuses what is no report', async () => {
    const { app, registry } = await start();
    const post = async (body: unknown) =>
      (
        await app.request('/api/registry/reports', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status;
    const report = { pluginId: 'sample', version: '1.0.0', phase: 'load', message: 'x' };
    expect(await post(report)).toBe(204);
    expect(await post({ ...report, pluginId: '../../etc' })).toBe(204);
    expect(await post({ ...report, message: 7 })).toBe(400);
    expect(JSON.parse(await readFile(join(registry.folder, 'sample/reports.json'), 'utf8'))).toMatchObject({
      '1.0.0': { last: { phase: 'load' } },
    });
  });
});
