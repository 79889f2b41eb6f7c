import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { milepost } from '../support/program.ts';
import type { Finished } from '../support/program.ts';

const program = fileURLToPath(new URL('../faults/gateway-process.ts', import.meta.url));

let work: string;
let dataDir: string;
let portal: { readonly process: ChildProcess; readonly url: string } | undefined;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'milepost-beside-'));
  // As root the database runs as another user, who has to get in.
  await chmod(work, 0o711);
  dataDir = join(work, 'data');
});
afterEach(async () => {
  await stopPortal();
  await rm(work, { recursive: true, force: true });
});

async function startPortal(): Promise<string> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done);
    child.once('exit', (code) => fail(new Error(`the gateway ended with ${code}`)));
  });
  portal = { process: child, url };
  return url;
}

async function stopPortal(): Promise<void> {
  const child = portal?.process;
  portal = undefined;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
}

const command = (...args: readonly string[]): Promise<Finished> => milepost(args, { MILEPOST_DATA: dataDir });

/** Imports CSV files given by name. */
async function importFiles(files: Readonly<Record<string, string>>): Promise<Finished> {
  const folder = join(work, 'csv');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return command('import', folder, '--tenant', 'qm');
}

async function signIn(url: string, personId: string): Promise<{ accounts(): Promise<string[]> }> {
  const headers = { origin: url, 'x-milepost': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ userId: `qm:${personId}` });
  const answer = await fetch(`${url}/api/demo/session`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    accounts: async () => {
      const list = await fetch(`${url}/api/crm/accounts?sort=id`, { headers: { cookie } });
      return ((await list.json()) as { items: { id: string }[] }).items.map(({ id }) => id).sort();
    },
  };
}

it('imports while the portal serves: new rows are seen and a transferred account changes hands', async () => {
  const url = await startPortal();
  const amy = await signIn(url, 'amy');
  const bob = await signIn(url, 'bob');
  const before = [await amy.accounts(), await bob.accounts()];
  expect(before).toEqual([['a1'], ['a2']]);

  const done = await importFiles({
    'accounts.csv':
      'Account id,Name,Customer type,Tier,Owner id,Created on,Status\n' +
      'a1,客户a1,Retail,A,bob,2024-01-01,Active\n' +
      'a9,新客户,Retail,B,amy,2026-03-01,Active\n',
  });
  expect(done.err + done.out).toContain('Imported 2 rows, 2 of them new or changed');
  expect([await amy.accounts(), await bob.accounts()]).toEqual([['a9'], ['a1', 'a2']]);
}, 60_000);

it('lets a branch follow a move at once, although sessions remember what they may see', async () => {
  const url = await startPortal();
  const tom = await signIn(url, 'tom');
  const leo = await signIn(url, 'leo');
  expect(await leo.accounts()).toEqual(['a4']);
  const seenByTom = await tom.accounts();
  expect(seenByTom).toContain('a2');

  // bob goes back to 成都: his stay in 上海 ended on the business day of the portal.
  const done = await importFiles({
    'memberships.csv':
      'Membership id,Person id,Unit id,Primary,Valid from,Valid to\n' +
      'bob-sh,bob,sh,yes,2026-01-01,2026-03-16\n' +
      'bob-cd2,bob,cd,yes,2026-03-16,\n',
  });
  expect(done.code, done.err).toBe(0);
  expect(await leo.accounts()).toEqual(['a2', 'a4']);
  expect(await tom.accounts()).not.toContain('a2');
}, 60_000);

it('verifies the audit log beside the portal, and leaves its database running', async () => {
  const url = await startPortal();
  const verified = await command('audit', 'verify');
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.out).toMatch(/^qm: intact/);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
}, 60_000);

it('uses a database of its own when no portal runs; two commands at once wait for each other', async () => {
  await startPortal();
  await stopPortal();
  const [first, second] = await Promise.all([command('audit', 'verify'), command('audit', 'verify')]);
  expect([first.code, second.code], first.err + second.err).toEqual([0, 0]);
}, 60_000);
