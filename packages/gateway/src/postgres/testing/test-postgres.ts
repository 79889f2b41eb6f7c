import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { loadPasswords } from '../password.ts';
import type { PasswordOf } from '../password.ts';
import type { SharedServer } from './global-setup.ts';

/** A prepared database that many test databases are copied from. */
export interface TestTemplate {
  /** Names what is in it; test files that name the same one share it. Lower-case letters, digits, `_`. */
  name: string;
  /** Fills the empty database, once per test run: run migrations, load what every test needs. Close connections at the end. */
  prepare(database: TestDatabaseAccess): Promise<void>;
}

/** How to reach one database of the shared server. */
export interface TestDatabaseAccess {
  database: string;
  /** The superuser's connection string to this database. */
  adminUrl: string;
  /** A role's connection string to this database, with the password `passwordOf` names. */
  url(role: string): string;
  /** Give it to `CREATE ROLE … PASSWORD`. */
  passwordOf: PasswordOf;
}

/** A database of one test file's own. */
export interface TestDatabase extends TestDatabaseAccess {
  /** Removes it, ending connections that are still open. Call it in `afterAll`. */
  drop(): Promise<void>;
}

/**
 * A fresh database on the server this test run shares; about 20 ms from a template. Roles belong to the whole server, so
 * create them in `prepare`, which runs once.
 * @throws when the run was started without the global setup of this folder, or the server cannot start.
 */
export async function testPostgres(template?: TestTemplate): Promise<TestDatabase> {
  const shared = await sharedServer();
  const passwordOf = await loadPasswords(shared.passwordFile, true);
  const source = template ? await ensureTemplate(shared, passwordOf, template) : 'template0';
  const access = accessTo(shared, passwordOf, `test_${randomBytes(6).toString('hex')}`);
  await administer(shared.adminUrl, (client) => client.query(`CREATE DATABASE ${access.database} TEMPLATE ${source}`));
  const drop = async () => {
    await administer(shared.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${access.database} WITH (FORCE)`));
  };
  return { ...access, drop };
}

async function sharedServer(): Promise<SharedServer> {
  const answer = await fetch(`http://127.0.0.1:${inject('milepostTestPostgres')}/`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as SharedServer;
}

function accessTo(shared: SharedServer, passwordOf: PasswordOf, database: string): TestDatabaseAccess {
  const url = (role: string) => {
    const result = new URL(shared.adminUrl);
    result.username = encodeURIComponent(role);
    result.password = passwordOf(role);
    result.pathname = `/${database}`;
    return result.href;
  };
  return { database, adminUrl: url('postgres'), url, passwordOf };
}

/** Workers race here; an advisory lock makes one of them prepare while the others wait. */
async function ensureTemplate(shared: SharedServer, passwordOf: PasswordOf, template: TestTemplate): Promise<string> {
  if (!/^[a-z0-9_]+$/.test(template.name)) throw new Error(`Template name ${template.name}: use a-z, 0-9 and _`);
  const finished = `template_${template.name}`;
  await administer(shared.adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [finished]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [finished]);
    if (found.rowCount) return;
    const draft = `${finished}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} TEMPLATE template0`);
    await template.prepare(accessTo(shared, passwordOf, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${finished}`);
  });
  return finished;
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
