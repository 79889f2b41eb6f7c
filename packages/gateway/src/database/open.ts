import { mkdir } from 'node:fs/promises';
import { ConfigError } from '../config/config-error.ts';
import type { GatewayConfig } from '../config/config.ts';
import { loadSecret } from '../config/secrets.ts';
import { startPostgres, usePostgres } from '../postgres/index.ts';
import type { StartProgress } from '../progress.ts';
import { migrate, prepareEmbedded, prepareServer } from './prepare.ts';
import type { DatabaseUrls } from './prepare.ts';

/** What of the configuration says where the database is. */
export type DatabaseSettings = Pick<GatewayConfig, 'databaseUrl' | 'dataDir' | 'secret'>;

/** A migrated database and how to let go of it. */
export interface OpenedDatabase {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

/**
 * Takes the database given, the server of DATABASE_URL, or starts the embedded one; then migrates it.
 * @param purpose a `command` joins the embedded server of a running portal where there is one.
 * @throws PostgresStartError or ConfigError, one line each.
 */
export async function openDatabase(
  config: DatabaseSettings,
  given: DatabaseUrls | undefined,
  report: (progress: StartProgress) => void,
  purpose: 'serve' | 'command' = 'serve',
): Promise<OpenedDatabase> {
  const opened = given ? { urls: given, stop: () => Promise.resolve() } : await start(config, report, purpose);
  try {
    report({ step: 'migrate', state: 'begin' });
    const ran = await migrate(opened.urls.owner);
    report({ step: 'migrate', state: 'end', ran });
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

async function start(
  config: DatabaseSettings,
  report: (progress: StartProgress) => void,
  purpose: 'serve' | 'command',
): Promise<OpenedDatabase> {
  if (config.databaseUrl) {
    await mkdir(config.dataDir, { recursive: true });
    const urls = await prepareServer(config.databaseUrl, () => loadSecret(config.dataDir, config.secret)).catch(
      (error: unknown) => {
        if (error instanceof ConfigError) throw error;
        const { code, message } = error as { code?: string; message?: string };
        throw new ConfigError('DATABASE_UNREACHABLE', message || code || String(error), error);
      },
    );
    return { urls, stop: () => Promise.resolve() };
  }
  const open = purpose === 'serve' ? startPostgres : usePostgres;
  const server = await open({
    dataDir: config.dataDir,
    onProgress: (detail) => report({ step: 'database', detail }),
  });
  try {
    return { urls: await prepareEmbedded(server), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
