import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { layoutOf } from '../data-dir.ts';
import { startPostgres } from '../start-postgres.ts';
import type { EmbeddedPostgres } from '../start-postgres.ts';

/** What a test worker needs to reach the shared server. */
export interface SharedServer {
  adminUrl: string;
  passwordFile: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port on 127.0.0.1 where workers ask for the shared database server. */
    milepostTestPostgres: number;
  }
}

/**
 * vitest global setup: one database server for the whole run, started when the first test file asks for it, so that runs
 * without database tests pay nothing. Nothing is synced to the disk; the data folder is removed at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'milepost-test-'));
  // Root's servers run as another user, who has to get in.
  await chmod(dataDir, 0o711);
  let server: Promise<EmbeddedPostgres> | undefined;
  const desk = createServer((_request, response) => {
    server ??= startPostgres({
      dataDir,
      settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
    });
    server.then(
      async ({ adminUrl }) => {
        const { passwordFile } = await layoutOf(dataDir);
        response.end(JSON.stringify({ adminUrl, passwordFile } satisfies SharedServer));
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done) => desk.listen(0, '127.0.0.1', done));
  project.provide('milepostTestPostgres', (desk.address() as AddressInfo).port);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await (await server?.catch(() => undefined))?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
