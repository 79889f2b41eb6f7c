import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { checkout, milepost } from '../support/program.ts';
import { documents, filesIn } from './documents.ts';

interface PortalParts {
  readonly plugins: Readonly<Record<string, unknown>>;
  readonly pages: readonly { readonly id: string; readonly kind: string }[];
  readonly navigation: readonly { readonly page: string }[];
  readonly slots: Readonly<Record<string, readonly unknown[]>>;
}

const prefix = 'my-plugins/account-notes/';
const tutorial = documents().find(({ path }) => path === 'docs/tutorials/write-a-plugin.md')?.text ?? '';
const files = filesIn(tutorial);

let folder: string;
let dataDir: string;

beforeAll(async () => {
  // As deep below the checkout as the folder of the tutorial, so that its relative paths hold.
  await mkdir(join(checkout, '.cache'), { recursive: true });
  folder = await mkdtemp(join(checkout, '.cache/account-notes-'));
  dataDir = await mkdtemp(join(tmpdir(), 'milepost-tutorial-'));
  for (const [path, text] of files) {
    if (!path.startsWith(prefix)) continue;
    const file = join(folder, path.slice(prefix.length));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs a tool as an author does: the federation plugin does nothing where it sees a test runner. */
function tool(script: string, args: readonly string[], cwd: string): Promise<{ readonly code: number; readonly output: string }> {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith('VITEST') || name === 'NODE_ENV') delete env[name];
  return new Promise((done) => {
    execFile(process.execPath, [script, ...args], { cwd, env }, (error, out, err) =>
      done({ code: error ? 1 : 0, output: out + err }),
    );
  });
}

const script = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

it('type-checks, builds, and is accepted by the registry and by the portal file', async () => {
  expect([...files.keys()].filter((path) => path.startsWith(prefix)).length).toBeGreaterThan(8);
  const types = await tool(join(checkout, 'node_modules/@typescript/native/bin/tsc'), ['--noEmit', '-p', '.'], folder);
  expect(types.output).toBe('');
  const built = await tool(join(dirname(script('vite/package.json')), 'bin/vite.js'), ['build'], folder);
  expect(built.code, built.output).toBe(0);

  const manifest = JSON.parse(await readFile(join(folder, 'dist/plugin.json'), 'utf8')) as PluginManifest;
  expect(Object.keys(manifest.integrity ?? {})).toContain('remoteEntry.js');
  const published = await milepost(['publish', join(folder, 'dist'), '--data', dataDir]);
  expect(published).toMatchObject({ code: 0, out: 'Published account-notes 1.0.0\n' });

  const portal = join(dataDir, 'portal.json');
  await writeFile(portal, JSON.stringify(await portalWith(JSON.parse(files.get('portal.json') ?? '{}') as PortalParts)));
  expect(await milepost(['portal', 'check', portal, '--data', dataDir])).toMatchObject({
    code: 0,
    out: 'No problems\n',
  });
}, 60_000);

it('passes its own element test', async () => {
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  expect(process.env['MILEPOST_CHROMIUM'] ?? installed, 'no Chromium').toBeDefined();
  const pattern = `${folder.slice(checkout.length)}/**/*.browser.test.ts`;
  const ran = await tool(
    join(checkout, 'node_modules/@web/test-runner/dist/bin.js'),
    ['--config', '.config/web-test-runner.mjs', '--files', pattern],
    checkout,
  );
  expect(ran.output).toContain('2 passed, 0 failed');
  expect(ran.code).toBe(0);
}, 60_000);

/** The portal of the demo without its plugins, which this registry does not hold, and with the tutorial's entries. */
async function portalWith(added: PortalParts): Promise<object> {
  const demo = JSON.parse(await readFile(join(checkout, 'shell/portal.json'), 'utf8')) as PortalParts & object;
  const pages = demo.pages.filter(({ kind }) => kind !== 'plugin');
  const navigation = demo.navigation.filter(({ page }) => pages.some(({ id }) => id === page));
  const slots = Object.fromEntries(Object.keys(demo.slots).map((slot) => [slot, added.slots[slot] ?? []]));
  return {
    ...demo,
    plugins: added.plugins,
    pages: [...pages, ...added.pages],
    navigation: [...navigation, ...added.navigation],
    slots,
  };
}
