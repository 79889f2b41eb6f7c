import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MirrorAccess, TenantInfo } from '@milepost/crm';
import { loadSecret } from '../config/secrets.ts';
import { Database } from '../database/database.ts';
import { migrate, prepareEmbedded, prepareServer } from '../database/prepare.ts';
import { defaultDataDir, usePostgres } from '../postgres/index.ts';
import type { UsePostgresOptions } from '../postgres/index.ts';
import { mirrorLookup } from './lookup.ts';
import { PgMirrorSink } from './sink.ts';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

/** Where the data is: `DATABASE_URL` of a server, else the embedded database in `MILEPOST_DATA` or the usual folder. */
export type MirrorEnvironment = Readonly<Record<'DATABASE_URL' | 'MILEPOST_DATA' | 'MILEPOST_SECRET', string | undefined>>;

/**
 * Opens the mirror for a command or a job and brings its tables up to date: the server of DATABASE_URL, the embedded one of
 * the portal that runs on the data folder, else an embedded one of its own. A running portal shows a load at once.
 * @throws PostgresStartError where the embedded server cannot be had.
 */
export async function openMirror(
  env: MirrorEnvironment,
  waiting: Pick<UsePostgresOptions, 'onWait' | 'signal'> = {},
): Promise<MirrorAccess> {
  const folder = async (): Promise<string> => (env.MILEPOST_DATA ? resolve(env.MILEPOST_DATA) : await defaultDataDir(checkout));
  if (env.DATABASE_URL) {
    const url = new URL(env.DATABASE_URL);
    return accessTo(
      await prepareServer(env.DATABASE_URL, async () => loadSecret(await folder(), env.MILEPOST_SECRET || undefined)),
      `${url.hostname}${url.port && `:${url.port}`}${url.pathname}`,
      () => Promise.resolve(),
    );
  }
  const dataDir = await folder();
  const server = await usePostgres({ dataDir, ...waiting });
  try {
    return await accessTo(await prepareEmbedded(server), dataDir, () => server.stop());
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function accessTo(
  urls: Awaited<ReturnType<typeof prepareServer>>,
  describes: string,
  stop: () => Promise<void>,
): Promise<MirrorAccess> {
  await migrate(urls.owner);
  const database = new Database(urls);
  return {
    describes,
    async tenants() {
      const { rows } = await database.loader.query<TenantInfo>(
        `SELECT tenant_id AS id, name, currency, time_zone AS "timeZone",
           fiscal_year_start_month AS "fiscalYearStartMonth", locale FROM tenant ORDER BY tenant_id`,
      );
      return rows;
    },
    sink: () => new PgMirrorSink(database.loader),
    lookup: (tenantId) => mirrorLookup(database.loader, tenantId),
    async close() {
      await database.close();
      await stop();
    },
  };
}
