import type { Words } from '@milepost/crm';
import { describeProblem } from '@milepost/sdk/manifest';
import type { ContractProblem } from '@milepost/sdk/manifest';
import type { Logger } from 'pino';
import { embedCors, embedOrigins } from '../http/embed-cors.ts';
import type { GatewayExtension } from '../gateway.ts';
import type { GatewayContext } from '../http/env.ts';
import { words } from '../http/problem.ts';
import type { PluginSet, PluginSource } from '../records/plugin-source.ts';
import { PortalSource } from '../portal/portal-source.ts';
import { signedInBy } from '../portal/entrance.ts';
import { portalRoutes } from '../portal/routes.ts';
import { staticRoutes } from '../static/routes.ts';
import { publishIntake } from './publish-intake.ts';
import { publishLogFile } from './publish-log.ts';
import { Registry, resolveVersion } from './registry.ts';
import { ReportBook } from './reports.ts';
import { registryRoutes } from './routes.ts';
import { publishWorkspace } from './workspace.ts';

/** What hosting plugins needs. */
export interface PluginHostOptions {
  readonly dataDir: string;
  readonly portalFile: string;
  readonly log: Logger;
  readonly shellDir: string | null;
  readonly embedDir: string | null;
  /** `plugins/` of a checkout, whose builds are published at the start and when they change. */
  readonly workspace?: string;
}

const watchMs = 1000;

const refusedText = (folder: string, reason: string): Words =>
  words(`${folder} 中的构建结果未发布：${reason}`, `The build in ${folder} was not published: ${reason}`);

const unreadableText = (problems: readonly ContractProblem[]): Words =>
  words(
    problems.map(({ path, message, remedy }) => `${path}：${message['zh-CN']}${remedy['zh-CN']}`).join(''),
    problems.map(({ path, message, remedy }) => `${path}: ${message.en} ${remedy.en}`).join(' '),
  );

const rewrittenText = words(
  '插件发布日志 publish.log 被改写过，审计日志已记下。请与备份比对。',
  'The log of plugin publishing, publish.log, was rewritten; the audit log says so. Compare it with a backup.',
);

/** Registry, portal and static files as one extension of the gateway; it tells the gateway which plugins it serves. */
export function pluginHost(options: PluginHostOptions): GatewayExtension {
  const { dataDir, portalFile, log, workspace } = options;
  const registry = new Registry(dataDir);
  const portal = new PortalSource({ portalFile, dataDir, registry, log });
  const reports = new ReportBook(registry.folder);
  let timer: NodeJS.Timeout | undefined;
  let served = '';
  const seen = new Map<string, string>();

  /** Resolved versions, with the server parts the gateway was started with; a plugin without a build keeps its source's manifest. */
  const sources = async (known: PluginSet): Promise<{ readonly key: string; readonly plugins: readonly PluginSource[] }> => {
    const [state, current] = await Promise.all([registry.state(), portal.current()]);
    const plugins = new Map(known.all().map((source) => [source.manifest.id, source]));
    for (const [id, { version, config }] of Object.entries(current.portal?.plugins ?? {})) {
      const found = resolveVersion(state, id, version);
      if (found) plugins.set(id, { ...plugins.get(id), manifest: found.current.manifest, config });
    }
    return { key: current.revision, plugins: [...plugins.values()] };
  };
  let named = '';
  const nameProblems = async (): Promise<void> => {
    const { problems } = await registry.state();
    const text = problems.map(describeProblem).join('\n');
    if (text !== named && text !== '')
      log.error(
        { folder: registry.folder, problems: text, text: unreadableText(problems) },
        'files of the registry cannot be used',
      );
    named = text;
  };
  const publish = async (): Promise<void> => {
    if (workspace === undefined) return;
    for (const result of await publishWorkspace(registry, workspace, seen)) {
      if (result.outcome === 'refused')
        log.warn(
          { folder: result.folder, reason: result.reason, text: refusedText(result.folder, result.reason) },
          'a build of the workspace was refused',
        );
      else if (result.outcome !== 'unchanged') log.info(result, 'plugin published');
    }
  };

  return {
    name: 'plugins',
    mount(app, kit) {
      // Pages that the portal file names may ask with a token; it may change while the gateway runs.
      const origins = embedOrigins(kit.config, async () => (await portal.current()).portal?.embed?.origins ?? []);
      app.use('/api/*', embedCors(origins));
      const signedIn = signedInBy(kit.authenticate);
      app.route('/', portalRoutes({ portal, signedIn }));
      const sessionOf = async (c: GatewayContext): Promise<string> => (await kit.authenticate(c)).hash;
      app.route('/', registryRoutes({ registry, portal, reports, log, sessionOf }));
      app.route(
        '/',
        staticRoutes({ registry, portal, shellDir: options.shellDir, embedDir: options.embedDir, origins, signedIn }),
      );
    },
    async start(gateway) {
      const refresh = async (): Promise<void> => {
        const { key, plugins } = await sources(gateway.kit.plugins());
        if (key === served) return;
        served = key;
        gateway.setPlugins(plugins);
      };
      const intake = publishIntake(gateway.kit.database, registry.folder);
      let noted = true;
      const note = async (): Promise<void> => {
        const rewritten = await intake().catch((error: unknown) => {
          // Tried again every second: said once.
          if (noted) log.warn({ err: error }, 'the audit log could not take in what was published');
          noted = false;
          return null;
        });
        if (rewritten === null) return;
        noted = true;
        if (rewritten.length > 0)
          log.error(
            { companies: rewritten, file: publishLogFile(registry.folder), text: rewrittenText },
            'the log of the registry was rewritten',
          );
      };
      let busy = false;
      const look = async (): Promise<void> => {
        if (busy) return;
        busy = true;
        try {
          await nameProblems();
          await publish();
          await refresh();
          await note();
        } finally {
          busy = false;
        }
      };
      await look();
      timer = setInterval(
        () => void look().catch((error: unknown) => log.warn({ err: error }, 'the registry could not be read')),
        watchMs,
      );
      timer.unref();
    },
    stop() {
      clearInterval(timer);
    },
  };
}
