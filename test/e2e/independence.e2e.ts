import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { apiAs } from '../support/api.ts';
import { openAs, settled } from '../support/browser.ts';
import { copyPlugin } from '../support/plugin-copy.ts';
import type { PluginCopy } from '../support/plugin-copy.ts';
import { pluginViews } from '../support/plugin-views.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

const id = 'target-decomposition';
const view = 'src/elements/pace-widget/pace-widget.ts';
const mark = '一点一版';
let portal: Portal;
let copy: PluginCopy;
let page: Page;
let spoilt: string;

beforeAll(async () => {
  [portal, copy] = await Promise.all([startPortal(), copyPlugin(id)]);
  spoilt = await mkdtemp(join(tmpdir(), 'milepost-spoilt-'));
  const good = await copy.build('1.1.0', {
    'locales/zh-CN.json': (text) =>
      text.replace(/"widget\.pace[^"]*": "|"pace\.[^"]*": "|"widget\.[^"]*": "/, (found) => `${found}${mark}`),
  });
  expect((await portal.command('publish', good)).out).toContain(`Published ${id} 1.1.0`);
});
afterAll(async () => {
  await portal.stop();
  await copy.remove();
  await rm(spoilt, { recursive: true, force: true });
});

const others = ['visit-planning/team-widget', 'kpi-scoring/ranking-widget', 'compliance-checklists/findings-widget'];

async function open(): Promise<void> {
  ({ page } = await openAs(portal, portal.user('manager')));
}

/** The versions that the page says are in use. */
async function versionOf(opened: Page): Promise<string> {
  await opened.goto(`${portal.url}/about`);
  await settled(opened);
  return (await opened.getByRole('row').filter({ hasText: '目标分解' }).first().innerText()).replaceAll(/\s+/g, ' ');
}

/** The page is whole: the plugin's card shows the text of 1.1.0, the others theirs, and nothing is an error card. */
async function expectWhole(): Promise<void> {
  await expect
    .poll(async () => (await pluginViews(page)).map((shown) => `${shown.plugin}/${shown.view}`), {
      timeout: 20_000,
    })
    .toEqual([`${id}/pace-widget`, ...others]);
}

it('a plugin built alone and published while the portal runs is there at the next page load', async () => {
  await open();
  await expectWhole();
  await page.goto(`${portal.url}/targets`);
  await settled(page);
  expect(await versionOf(page)).toContain('1.1.0');
});

it.each([
  [
    'throws while it draws',
    {
      [view]: (text: string) =>
        text.replace(/protected override render\(\)[^{]*\{/, (found) => `${found}\n    throw new Error('broken on purpose');`),
    },
  ],
  [
    'throws while it is made',
    {
      [view]: (text: string) =>
        text.replace(
          /override connectedCallback\(\)[^{]*\{|connectedCallback\(\)[^{]*\{/,
          (found) => `${found}\n    throw new Error('broken on purpose');`,
        ),
    },
  ],
  ['hangs while it loads', { [view]: (text: string) => `${text}\nawait new Promise(() => undefined);\n` }],
] as const)(
  'a version that %s gives way to the one before, with a notice, and the rest of the page is untouched',
  async (name, changes) => {
    const version = `1.2.${['throws while it draws', 'throws while it is made', 'hangs while it loads'].indexOf(name)}`;
    const published = await portal.command('publish', await copy.build(version, changes));
    expect(published.out + published.err).toContain(`Published ${id} ${version}`);
    await open();
    await page.getByText(`目标分解 ${version} 无法使用，已改用 1.1.0。`).first().waitFor({ timeout: 40_000 });
    await settled(page);
    await expectWhole();
    expect((await portal.command('rollback', id, '1.1.0', '--reason', 'broken on purpose')).code).toBe(0);
  },
);

it('a version whose files were tampered with on the way gives way too', async () => {
  const dist = await copy.build('1.3.0');
  expect((await portal.command('publish', dist)).code).toBe(0);
  const api = await apiAs(portal, portal.user('manager'));
  const snapshot = (await api.get('/api/registry/snapshot')).body as {
    plugins: { id: string; version: string; baseUrl: string }[];
  };
  const folder =
    snapshot.plugins
      .find((plugin) => plugin.id === id)
      ?.baseUrl.split('/')
      .at(-2) ?? '';
  expect(folder).toMatch(/^1\.3\.0-/);
  await appendFile(join(portal.dataDir, 'registry', id, folder, 'remoteEntry.js'), ';globalThis.tampered = true;');
  await open();
  await page.getByText(`目标分解 1.3.0 无法使用，已改用 1.1.0。`).first().waitFor({ timeout: 30_000 });
  await settled(page);
  await expectWhole();
  expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false);
  expect((await portal.command('rollback', id, '1.1.0')).code).toBe(0);
});

it('a folder that is no sound plugin is refused with the place and the remedy', async () => {
  const dist = join(spoilt, 'dist');
  await cp(await copy.build('1.4.0'), dist, { recursive: true });
  await writeFile(
    join(dist, 'plugin.json'),
    (await readFile(join(dist, 'plugin.json'), 'utf8')).replace('"1.4.0"', '"one.four"'),
  );
  const refused = await portal.command('publish', dist);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/version/);
  expect((await portal.command('plugins')).out).not.toContain('1.4.0');
});

it('the same version with other bytes is refused', async () => {
  const other = await copy.build('1.1.0', {
    'locales/zh-CN.json': (text) => text.replace(/"page\.empty": ?"/, (found) => `${found}另一个`),
  });
  const refused = await portal.command('publish', other);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('1.1.0');
});

it('going back to an older version takes effect at the next page load', async () => {
  const { code, out } = await portal.command('rollback', id, '1.0.0', '--reason', 'test');
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1.1.0') as string });
  await open();
  await expectWhole();
  expect(await versionOf(page)).toContain('1.0.0');
});
