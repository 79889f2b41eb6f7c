import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { GatewayConfig } from '../config/config.ts';
import { migrate } from '../database/prepare.ts';
import type { DatabaseUrls } from '../database/prepare.ts';
import { createGateway } from '../gateway.ts';
import type { Gateway, GatewayExtension } from '../gateway.ts';
import { PgMirrorSink } from '../mirror/index.ts';
import { testPostgres } from '../postgres/testing/index.ts';
import type { TestDatabase, TestDatabaseAccess } from '../postgres/testing/index.ts';
import type { PluginSource } from '../records/plugin-source.ts';
import { loadCompany, qiming, yuanshan } from './company.ts';
import { testConfig } from './test-config.ts';
import { notesPlugin } from './plugins.ts';
import { signIn } from './client.ts';
import type { TestClient } from './client.ts';

/** A gateway over a database of its own, with 启明 and 远山 loaded. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly database: TestDatabase;
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
  /** Requests as a person: `amy` of 启明, or `ys:amy`. */
  as(userId: string): Promise<TestClient>;
  /** Stops the gateway and removes database and folder. */
  close(): Promise<void>;
}

/** How a test gateway differs from the usual one. */
export interface TestGatewayOptions {
  readonly config?: Partial<GatewayConfig>;
  readonly plugins?: readonly PluginSource[];
  readonly extensions?: readonly GatewayExtension[];
  /** False leaves the mirror empty. */
  readonly companies?: boolean;
}

/** Starts a gateway in this process; requests go straight to its handlers unless a test calls `gateway.listen()`. */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const filled = options.companies ?? true;
  const database = await testPostgres({
    name: filled ? 'gateway_companies' : 'gateway_empty',
    prepare: (access) => prepareTemplate(access, filled),
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'milepost-gateway-'));
  const urls = urlsOf(database);
  const gateway = await createGateway({
    config: testConfig(dataDir, options.config),
    database: urls,
    plugins: options.plugins ?? [notesPlugin],
    extensions: options.extensions,
    log: pino({ level: 'silent' }),
  });
  return {
    gateway,
    database,
    urls,
    dataDir,
    as: (userId) => signIn(gateway, userId.includes(':') ? userId : `qm:${userId}`),
    close: async () => {
      await gateway.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function urlsOf(access: TestDatabaseAccess): DatabaseUrls {
  return {
    owner: access.url('milepost_owner'),
    app: access.url('milepost_app'),
    loader: access.url('milepost_loader'),
  };
}

/** Roles belong to the server, and advisory locks to a database: two templates made at once meet in `postgres`. */
async function ensureRoles(access: TestDatabaseAccess): Promise<void> {
  const url = new URL(access.adminUrl);
  url.pathname = '/postgres';
  await asAdmin(url.href, async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext('gateway roles'))");
    for (const role of ['milepost_owner', 'milepost_app', 'milepost_loader']) {
      const found = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (found.rowCount) continue;
      const password = admin.escapeLiteral(access.passwordOf(role));
      await admin.query(`CREATE ROLE ${role} LOGIN NOBYPASSRLS PASSWORD ${password}`);
    }
  });
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(url);
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function prepareTemplate(access: TestDatabaseAccess, filled: boolean): Promise<void> {
  await ensureRoles(access);
  await asAdmin(access.adminUrl, (admin) => admin.query('GRANT ALL ON SCHEMA public TO milepost_owner'));
  await migrate(access.url('milepost_owner'));
  if (!filled) return;
  const pool = new pg.Pool({ connectionString: access.url('milepost_loader'), max: 1 });
  try {
    for (const company of [qiming, yuanshan]) await loadCompany(new PgMirrorSink(pool), company);
  } finally {
    await pool.end();
  }
}
