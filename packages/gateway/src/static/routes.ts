import { join } from 'node:path';
import { Hono } from 'hono';
import type { EmbedOrigins } from '../http/embed-cors.ts';
import type { GatewayContext, GatewayEnv } from '../http/env.ts';
import { ApiProblem } from '../http/problem.ts';
import { entranceOf } from '../portal/entrance.ts';
import type { SignedIn } from '../portal/entrance.ts';
import { localized } from '../portal/localized.ts';
import type { PortalSource } from '../portal/portal-source.ts';
import type { Registry } from '../registry/registry.ts';
import { snapshotCache } from '../registry/routes.ts';
import { FileCache, compressOnce } from './file-cache.ts';
import { immutable, isPlainPath, revalidated, sendFile } from './send-file.ts';
import { refusedFramePage, renderFramePage } from './frame-page.ts';
import { renderShellPage } from './shell-page.ts';

/** What static hosting works with. */
export interface StaticRoutesDeps {
  readonly registry: Registry;
  readonly portal: PortalSource;
  /** The built shell: `index.html` and `assets/`. Null where a gateway serves no portal. */
  readonly shellDir: string | null;
  /** The built embed: `embed.js` and its chunks under `embed/`. */
  readonly embedDir: string | null;
  /** Whose pages may load plugin files and the frame. */
  readonly origins: EmbedOrigins;
  readonly signedIn: SignedIn;
}

/** A worker is governed by the policy of its own file; a plugin's may load its own chunks and ask the gateway. */
const pluginPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

/** Plugin files, the embed, the shell with its pages. Mount it after every other route. */
export function staticRoutes(deps: StaticRoutesDeps): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  const files = new FileCache();
  const snapshot = snapshotCache(deps);

  app.get('/plugins/:id/:folder/:file{.+}', async (c) => {
    c.set('route', '/plugins/{id}/{folder}/{file}');
    const { id, folder, file } = c.req.param();
    const cors = await corsHeaders(c, deps);
    const found = isPlainPath(`${id}/${folder}/${file}`) ? await files.get(join(deps.registry.folder, id, folder, file)) : null;
    if (!found) throw new ApiProblem('request.not-found');
    return await sendFile(c, found, immutable, { ...cors, 'content-security-policy': pluginPolicy });
  });
  app.get('/embed.js', (c) => serveEmbed(c, 'embed.js', revalidated));
  app.get('/embed/frame', (c) => framePage(c));
  app.get('/embed/origin', async (c) => {
    c.set('route', '/embed/origin');
    const origin = c.req.header('origin') ?? '';
    // Everybody may learn about their own origin: a page that may not embed can say why.
    return c.json({ origin, allowed: await deps.origins.allows(origin) }, 200, {
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      vary: 'Origin',
    });
  });
  app.get('/embed/:file{.+}', (c) => serveEmbed(c, `embed/${c.req.param('file')}`, immutable));
  app.get('/assets/:file{.+}', async (c) => {
    c.set('route', '/assets/{file}');
    const found = await shellFile(`assets/${c.req.param('file')}`);
    if (!found) throw new ApiProblem('request.not-found');
    return await sendFile(c, found, immutable);
  });
  app.get('*', async (c, next) => {
    const path = c.req.path.slice(1);
    if (deps.shellDir === null || /^(?:api|plugins|embed|healthz|readyz|metrics)(?:\/|$)/.test(path)) return await next();
    c.set('route', '/{page}');
    const plain = path === 'index.html' ? null : await shellFile(path);
    return plain ? await sendFile(c, plain, revalidated) : await page(c, deps.shellDir);
  });

  const shellFile = async (path: string) =>
    deps.shellDir !== null && isPlainPath(path) ? await files.get(join(deps.shellDir, path)) : null;

  const serveEmbed = async (c: GatewayContext, path: string, cache: string): Promise<Response> => {
    c.set('route', '/embed');
    const found = deps.embedDir !== null && isPlainPath(path) ? await files.get(join(deps.embedDir, path)) : null;
    if (!found) throw new ApiProblem('request.not-found');
    // The script element of a foreign page asks across origins; what it gets is the same for everybody.
    return await sendFile(c, found, cache, {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  };

  const framePage = async (c: GatewayContext): Promise<Response> => {
    c.set('route', '/embed/frame');
    const template = deps.embedDir === null ? null : await files.get(join(deps.embedDir, 'frame.html'));
    if (!template) throw new ApiProblem('request.not-found');
    const parent = originOf(c.req.header('referer'));
    const refused = parent !== null && parent !== new URL(c.req.url).origin && !(await deps.origins.allows(parent));
    const { html, csp } = refused
      ? refusedFramePage(parent)
      : renderFramePage(new TextDecoder().decode(await template.body('identity')), await deps.origins.sources());
    return c.body(html, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'cache-control': 'no-store',
    });
  };

  const page = async (c: GatewayContext, shellDir: string): Promise<Response> => {
    const template = await files.get(join(shellDir, 'index.html'));
    if (!template) throw new ApiProblem('request.not-found');
    // Without an answer about the session the page still comes: the shell says what is wrong.
    const [state, portal, resolved, known] = await Promise.all([
      deps.registry.state(),
      deps.portal.current(),
      snapshot(),
      deps.signedIn(c).catch(() => false),
    ]);
    const locale = c.get('locale');
    const boot = known
      ? {
          portal: { portal: portal.portal, problems: localized(portal.problems, locale) },
          snapshot: { ...resolved, problems: localized(resolved.problems, locale) },
        }
      : { portal: { portal: entranceOf(portal.portal), problems: [] } };
    const text = new TextDecoder().decode(await template.body('identity'));
    const { html, csp, link } = renderShellPage({ template: text, state, portal: portal.portal, boot });
    const { encoding, body } = await compressOnce(html, c.req.header('accept-encoding'));
    return c.body(body, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      // The page holds a nonce and which versions are in use: it is made anew each time.
      'cache-control': 'no-store',
      vary: 'Accept-Language, Accept-Encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      ...(link ? { link } : {}),
    });
  };
  return app;
}

/** Lets pages of allowed origins import plugin modules; module scripts are always asked for with CORS. */
async function corsHeaders(c: GatewayContext, { origins }: StaticRoutesDeps): Promise<Readonly<Record<string, string>>> {
  const vary = { vary: 'Accept-Encoding, Origin' };
  const origin = c.req.header('origin');
  if (origin === undefined) return vary;
  // A sandboxed frame of our own has the origin "null"; plugin files hold no secrets.
  if (origin !== 'null' && !(await origins.allows(origin))) return vary;
  return { ...vary, 'access-control-allow-origin': origin, 'cross-origin-resource-policy': 'cross-origin' };
}

/** The origin of an http address, or null. A frame of ours is asked for with the origin of the page around it. */
function originOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}
