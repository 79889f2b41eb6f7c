import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { runner } from 'node-pg-migrate';
import { ConfigError } from '../config/config-error.ts';
import type { EmbeddedPostgres } from '../postgres/index.ts';

/** Connection strings of the three roles. Only the owner may change tables; requests use `app`, loads `loader`. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly loader: string;
}

const roles = ['milepost_app', 'milepost_loader'] as const;
const migrationsDir = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Creates the database and its roles inside the embedded server where they are missing, and names the URLs. */
export async function prepareEmbedded(server: EmbeddedPostgres, database = 'milepost'): Promise<DatabaseUrls> {
  await withClient(server.adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(4780)');
    for (const role of ['milepost_owner', ...roles]) await ensureRole(admin, role, server.passwordOf(role));
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) {
      await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(database)} OWNER milepost_owner`);
    }
  });
  return {
    owner: server.url('milepost_owner', database),
    app: server.url('milepost_app', database),
    loader: server.url('milepost_loader', database),
  };
}

/**
 * Prepares a server of the company's own. The URL's role owns the tables and needs CREATEROLE at the first start.
 * The passwords of the two other roles follow from the owner's, so that several gateways agree on them; where the URL
 * carries none (a password file, a certificate), they follow from `secret`, which several gateways then have to share.
 * @throws ConfigError when there is neither: a password anybody can compute is none.
 */
export async function prepareServer(ownerUrl: string, secret: () => Promise<string>): Promise<DatabaseUrls> {
  const url = new URL(ownerUrl);
  const key = decodeURIComponent(url.password) || (await secret());
  if (key === '') throw new ConfigError('DATABASE_SECRET');
  const passwordOf = (role: string): string => createHmac('sha256', key).update(role).digest('base64url');
  await withClient(ownerUrl, async (owner) => {
    await owner.query('SELECT pg_advisory_lock(4780)');
    for (const role of roles) await ensureRole(owner, role, passwordOf(role));
  });
  const as = (role: string): string => {
    const copy = new URL(ownerUrl);
    copy.username = role;
    copy.password = passwordOf(role);
    // They would win over what stands before the host.
    for (const name of ['user', 'password']) copy.searchParams.delete(name);
    return copy.href;
  };
  return { owner: ownerUrl, app: as('milepost_app'), loader: as('milepost_loader') };
}

/** Brings the tables up to this version. Returns the names of what ran; other gateways wait meanwhile. */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const ran = await runner({
    databaseUrl: ownerUrl,
    dir: migrationsDir,
    direction: 'up',
    migrationsTable: 'milepost_migration',
    checkOrder: true,
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
  return ran.map(({ name }) => name);
}

/** Creates a role or sets its password. @throws when an existing one could see past row-level security. */
async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  const { rows } = await admin.query<{ unfit: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS unfit FROM pg_roles WHERE rolname = $1',
    [role],
  );
  if (rows[0]?.unfit) throw new Error(`the role ${role} must be neither superuser nor BYPASSRLS`);
  // Attributes are left at their defaults: only a superuser may name them, even to say no.
  const verb = rows[0] ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${role} LOGIN PASSWORD ${admin.escapeLiteral(password)}`);
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
