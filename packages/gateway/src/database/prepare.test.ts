import { createHmac } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../config/config-error.ts';
import { createGateway } from '../gateway.ts';
import type { GatewayOptions } from '../gateway.ts';
import { startPostgres } from '../postgres/index.ts';
import { prepareServer } from './prepare.ts';
import type { EmbeddedPostgres } from '../postgres/index.ts';
import { loadCompany, qiming, request, testConfig } from '../testing/index.ts';

// A server of its own: roles belong to a server, and these tests change them.
let server: EmbeddedPostgres;
let admin: pg.Client;
let folder: string;
let ownerUrl: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-server-'));
  await chmod(folder, 0o711);
  server = await startPostgres({ dataDir: join(folder, 'server'), settings: { fsync: 'off' } });
  admin = new pg.Client(server.adminUrl);
  await admin.connect();
  await admin.query("CREATE ROLE sales LOGIN CREATEROLE PASSWORD 'of the owner'");
  await admin.query('CREATE DATABASE sales OWNER sales');
  const url = new URL(server.url('sales', 'sales'));
  url.password = encodeURIComponent('of the owner');
  ownerUrl = url.href;
});
afterAll(async () => {
  await admin?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const options = (databaseUrl: string): GatewayOptions => ({
  config: testConfig(join(folder, 'data'), { databaseUrl }),
  log: pino({ level: 'silent' }),
});

it('runs on a server whose owner is no superuser, several gateways at once, and again after that', async () => {
  const seed: GatewayOptions['seed'] = (newSink) => loadCompany(newSink(), qiming);
  // All migrate at the same moment: one does it, the others wait.
  const first = await Promise.all([1, 2, 3].map(() => createGateway(options(ownerUrl))));
  for (const gateway of first) expect((await request(gateway, 'GET', '/readyz')).status).toBe(200);
  for (const gateway of first) await gateway.stop();
  const second = await createGateway({ ...options(ownerUrl), seed });
  expect(await second.kit.database.tenantIds()).toEqual(['qm']);
  await second.stop();
});

it('refuses roles that could see past the rules, and says in one line what it cannot reach', async () => {
  await admin.query('ALTER ROLE milepost_app BYPASSRLS');
  await expect(createGateway(options(ownerUrl))).rejects.toThrow('neither superuser nor BYPASSRLS');
  await admin.query('ALTER ROLE milepost_app NOBYPASSRLS');
  await expect(createGateway(options('postgres://nobody:x@127.0.0.1:1/none'))).rejects.toThrow(ConfigError);
  await expect(createGateway(options(ownerUrl.replace('owner', 'stranger')))).rejects.toThrow(
    'cannot be reached: password authentication failed',
  );
});

describe('a DATABASE_URL without a password', () => {
  const passwordless = (): string => {
    const url = new URL(ownerUrl);
    url.password = '';
    return url.href;
  };
  const signIn = async (password: string): Promise<void> => {
    const url = new URL(ownerUrl);
    [url.username, url.password] = ['milepost_app', password];
    const client = new pg.Client(url.href);
    await client.connect();
    await client.end();
  };
  const derived = (secret: string): string => createHmac('sha256', secret).update('milepost_app').digest('base64url');

  it('takes the passwords of the roles from the secret, and from nothing that anybody can compute', async () => {
    // The owner's comes from the surroundings, as from a password file.
    vi.stubEnv('PGPASSWORD', 'of the owner');
    try {
      const gateway = await createGateway(options(passwordless()));
      await gateway.stop();
      await expect(signIn(derived(''))).rejects.toThrow('password authentication failed');
      const kept = (await readFile(join(folder, 'data/keys/session.secret'), 'utf8')).trim();
      await signIn(derived(kept));
      const secret = 'a secret of at least thirty-two characters';
      await prepareServer(passwordless(), () => Promise.resolve(secret));
      await signIn(derived(secret));
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('is refused where there is no secret either', async () => {
    await expect(prepareServer(passwordless(), () => Promise.resolve(''))).rejects.toMatchObject({
      code: 'DATABASE_SECRET',
    });
  });
});
