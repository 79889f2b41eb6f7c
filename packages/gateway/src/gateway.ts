import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { MirrorSink } from '@milepost/crm';
import type { Logger } from 'pino';
import { ConfigError } from './config/config-error.ts';
import type { GatewayConfig } from './config/config.ts';
import { loadSecret } from './config/secrets.ts';
import { CursorSigner } from './crm/cursor.ts';
import { Database } from './database/database.ts';
import { openDatabase } from './database/open.ts';
import type { OpenedDatabase } from './database/open.ts';
import type { DatabaseUrls } from './database/prepare.ts';
import { startCheckpoints } from './audit/checkpoint.ts';
import { appendAudit } from './audit/append.ts';
import { systemActor } from './access/actor.ts';
import { createApp } from './http/app.ts';
import type { GatewayApp } from './http/env.ts';
import type { GatewayKit } from './http/kit.ts';
import { createMetrics } from './http/metrics.ts';
import { readAs, writeAs } from './http/transactions.ts';
import { createLog } from './log.ts';
import { listenForLoads } from './mirror/loaded-channel.ts';
import { PgMirrorSink } from './mirror/sink.ts';
import type { StartProgress } from './progress.ts';
import { startPruning } from './records/prune-keys.ts';
import { PluginSet } from './records/plugin-source.ts';
import type { PluginSource } from './records/plugin-source.ts';
import { mountRoutes } from './routes.ts';
import type { DemoHints } from './session/demo-routes.ts';
import { authenticator } from './session/authenticate.ts';
import { todayClock } from './session/identity.ts';
import { SessionStore } from './session/store.ts';
import { TokenSigner } from './session/tokens.ts';

/** Routes and work of another folder or package: registry, portal, static files, jobs. */
export interface GatewayExtension {
  readonly name: string;
  /** Adds routes. Runs before the gateway's own, so that it may answer `/`. */
  mount?(app: GatewayApp, kit: GatewayKit): unknown;
  /** Runs once the database is ready and before the first request. */
  start?(gateway: Gateway): Promise<void> | void;
  stop?(): Promise<void> | void;
}

/** How to make a gateway. */
export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** A database that is running and prepared, as tests have it. Otherwise `config` says which. */
  readonly database?: DatabaseUrls;
  readonly plugins?: readonly PluginSource[];
  readonly extensions?: readonly GatewayExtension[];
  /** Loads companies into an empty mirror at the first start. `present` are the companies that are there already. */
  readonly seed?: (newSink: () => MirrorSink, present: readonly string[]) => Promise<void>;
  /** True when a seed began and was cut off: it then runs again, although companies are there. */
  readonly seedPending?: () => Promise<boolean>;
  /** Whom the demo's switcher shows, by `tenant:person`. */
  readonly demoHints?: () => Promise<DemoHints>;
  readonly log?: Logger;
  readonly onProgress?: (progress: StartProgress) => void;
}

/** A gateway that is ready to serve. */
export interface Gateway {
  readonly app: GatewayApp;
  readonly kit: GatewayKit;
  /** The address, once it listens. */
  readonly url: string;
  /** Serves plugins as they are now: manifests, collections, server parts. */
  setPlugins(plugins: readonly PluginSource[]): void;
  /** A way to load the mirror; scopes follow at once. */
  sink(actor?: string): MirrorSink;
  /** @throws ConfigError `PORT_BUSY` in one line. Port 0 takes a free one. */
  listen(): Promise<string>;
  /** Stops accepting, finishes what runs (at most 10 s), closes the pools and the embedded database. May be called twice. */
  stop(): Promise<void>;
}

/** Opens the database, migrates it, seeds it when empty, and builds the routes. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, extensions = [] } = options;
  const report = options.onProgress ?? (() => undefined);
  const log = options.log ?? createLog(config);
  // A busy port is said before the database is touched.
  if (config.port !== 0) await probePort(config);
  const opened = await openDatabase(config, options.database, report);
  const database = new Database(opened.urls, {
    onPoolError: (error) => log.warn({ err: error }, 'database connection lost'),
  });
  try {
    return await assemble(options, opened, database, log, extensions, report);
  } catch (error) {
    await database.close();
    await opened.stop();
    throw error;
  }
}

async function assemble(
  options: GatewayOptions,
  opened: OpenedDatabase,
  database: Database,
  log: Logger,
  extensions: readonly GatewayExtension[],
  report: (progress: StartProgress) => void,
): Promise<Gateway> {
  const { config } = options;
  const secret = await loadSecret(config.dataDir, config.secret);
  const sessions = new SessionStore(database, new TokenSigner(secret), todayClock(config.today));
  const cursors = new CursorSigner(secret);
  const metrics = createMetrics(database);
  const sink = (actor?: string): MirrorSink => new PgMirrorSink(database.loader, { actor, onLoaded: () => sessions.forget() });
  await seedWhenEmpty(database, options, sink, report);
  const demoHints = (await options.demoHints?.()) ?? {};
  let plugins = new PluginSet(options.plugins ?? []);
  const parts = { database, cursors, plugins: () => plugins };
  const kit: GatewayKit = {
    config,
    database,
    sessions,
    cursors,
    log,
    metrics,
    secret,
    demoHints,
    authenticate: authenticator(config, sessions),
    plugins: () => plugins,
    read: (c, session, work) => readAs(parts, c, session, work),
    write: (c, session, bytes, work) => writeAs(parts, c, session, bytes, work),
    audit: (tenantId, actor, events) =>
      database.write(systemActor(tenantId), (sql) => appendAudit(sql, { tenantId, actor }, events)),
  };
  const app = createApp(config, log, metrics);
  for (const extension of extensions) extension.mount?.(app, kit);
  await mountRoutes(app, kit);
  const checkpoints = await startCheckpoints(database, config.dataDir, log);
  const stopPruning = startPruning(database, config.idempotencyDays, log);
  // Commands and other gateways load too.
  const stopListening = await listenForLoads(opened.urls.app, () => sessions.forget());
  let server: Server | undefined;
  let address = '';
  let stopping: Promise<void> | undefined;
  const gateway: Gateway = {
    app,
    kit,
    get url() {
      return address;
    },
    setPlugins: (next) => {
      plugins = new PluginSet(next);
    },
    sink,
    listen: async () => {
      // The listener answers its own failures.
      const answer = getRequestListener(app.fetch);
      const listener = (...args: Parameters<typeof answer>): void => void answer(...args);
      server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, listener);
      address = await listenOn(server, config);
      return address;
    },
    stop: () => {
      stopping ??= (async () => {
        if (server) await closeServer(server);
        for (const extension of extensions) await extension.stop?.();
        await stopPruning();
        await checkpoints.stop();
        await stopListening();
        await database.close();
        await opened.stop();
      })();
      return stopping;
    },
  };
  for (const extension of extensions) await extension.start?.(gateway);
  return gateway;
}

async function seedWhenEmpty(
  database: Database,
  { seed, seedPending }: GatewayOptions,
  sink: () => MirrorSink,
  report: (progress: StartProgress) => void,
): Promise<void> {
  if (!seed) return;
  const present = await database.tenantIds();
  if (present.length > 0 && !(await seedPending?.())) return;
  const begun = performance.now();
  report({ step: 'seed', state: 'begin' });
  await seed(sink, present);
  report({ step: 'seed', state: 'end', durationMs: performance.now() - begun });
}

async function probePort(config: GatewayConfig): Promise<void> {
  const probe = createServer();
  await listenOn(probe, config);
  await new Promise((done) => probe.close(done));
}

async function listenOn(server: Server, { host, port }: GatewayConfig): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') fail(new ConfigError('PORT_BUSY', String(port), error));
      else fail(new ConfigError('PORT_REFUSED', `${host}:${port} (${error.code ?? error.message})`, error));
    });
    server.listen(port, host, done);
  });
  const { port: taken } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${taken}`;
}

const graceMs = 10_000;

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  // Connections that only keep alive end by themselves; those in the middle of a request get their answer.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const end = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
