import { Hono } from 'hono';
import type { Logger } from 'pino';
import { readJson } from '../http/body.ts';
import type { GatewayContext, GatewayEnv } from '../http/env.ts';
import { invalid, words } from '../http/problem.ts';
import { localized } from '../portal/localized.ts';
import type { PortalSource } from '../portal/portal-source.ts';
import type { Registry } from './registry.ts';
import type { FailureReport, ReportBook } from './reports.ts';
import { buildSnapshot } from './snapshot.ts';
import type { RegistrySnapshot } from './snapshot.ts';

/** What the registry's routes work with. */
export interface RegistryRoutesDeps {
  readonly registry: Registry;
  readonly portal: PortalSource;
  readonly reports: ReportBook;
  readonly log: Pick<Logger, 'warn'>;
  /** A text that differs between sessions. @throws ApiProblem when nobody is signed in. */
  sessionOf(c: GatewayContext): Promise<string>;
}

const reportLimit = 4 * 1024;

/** `GET /api/registry/snapshot` and `POST /api/registry/reports`, both for people who are signed in. */
export function registryRoutes(deps: RegistryRoutesDeps): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  const snapshot = snapshotCache(deps);

  app.get('/api/registry/snapshot', async (c) => {
    c.set('route', '/api/registry/snapshot');
    // It carries the configuration of plugins, which may hold keys.
    await deps.sessionOf(c);
    const current = await snapshot();
    const etag = `"${current.id}-${c.get('locale')}"`;
    const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Accept-Language, Cookie, Authorization' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.json({ ...current, problems: localized(current.problems, c.get('locale')) }, 200, headers);
  });

  app.post('/api/registry/reports', async (c) => {
    c.set('route', '/api/registry/reports');
    const session = await deps.sessionOf(c);
    const report = readReport((await readJson(c.req.raw, reportLimit)).value);
    const state = await deps.registry.state();
    // Reports about what was never published are dropped: they would only fill the disk.
    if (!state.plugins.get(report.pluginId)?.some(({ version }) => version === report.version)) return c.body(null, 204);
    if (await deps.reports.add(report, session)) {
      const { pluginId, version, message } = report;
      const text = words(
        `插件 ${pluginId} ${version} 在多个会话中出错（${message}）。可用 milepost rollback ${pluginId} <版本> 回退。`,
        `The plugin ${pluginId} ${version} fails in several sessions (${message}). milepost rollback ${pluginId} <version> goes back.`,
      );
      deps.log.warn({ ...report, text }, 'a plugin version fails in several sessions; milepost rollback takes it out of use');
    }
    return c.body(null, 204);
  });
  return app;
}

/** Builds the snapshot again only when the registry or the portal changed. */
export function snapshotCache({
  registry,
  portal,
}: Pick<RegistryRoutesDeps, 'registry' | 'portal'>): () => Promise<RegistrySnapshot> {
  let known: { readonly key: string; readonly snapshot: RegistrySnapshot } | undefined;
  return async () => {
    const [state, current] = await Promise.all([registry.state(), portal.current()]);
    const key = `${state.revision} ${current.revision}`;
    if (known?.key !== key) known = { key, snapshot: buildSnapshot(state, current.portal) };
    return known.snapshot;
  };
}

function readReport(value: unknown): FailureReport {
  const fields = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const read = (name: string, most: number): string => {
    const text = fields[name];
    if (typeof text === 'string' && text.length > 0 && text.length <= most) return text;
    throw invalid(name, 'type', words(`应为 1 至 ${most} 个字符的文本`, `expected a text of 1 to ${most} characters`));
  };
  return {
    pluginId: read('pluginId', 64),
    version: read('version', 64),
    phase: read('phase', 32),
    message: read('message', 500),
  };
}
