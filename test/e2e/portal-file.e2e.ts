import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiAs } from '../support/api.ts';
import { openAs, settled } from '../support/browser.ts';
import { pluginViews } from '../support/plugin-views.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
let good: string;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

interface PortalAnswer {
  readonly portal: { readonly title: { readonly en: string } };
  readonly problems: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: unknown;
    readonly remedy: unknown;
  }[];
}

const answer = async (): Promise<PortalAnswer> => {
  const api = await apiAs(portal, portal.user('manager'));
  return (await api.get<PortalAnswer>('/api/portal')).body;
};

async function write(change: (file: Record<string, unknown>) => void): Promise<void> {
  await portal.editPortal((text) => {
    good = text;
    const file = JSON.parse(text) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file, null, 2);
  });
}

const restore = async (): Promise<void> => await portal.editPortal(() => good);

it('shows a changed title and a changed order of cards at the next page load, without a restart', async () => {
  const { page } = await openAs(portal, portal.user('manager'));
  const before = (await pluginViews(page)).map(({ plugin }) => plugin);
  await write((file) => {
    file['title'] = { 'zh-CN': '华东作战室', en: 'East war room' };
    (file['slots'] as Record<string, unknown[]>)['home/manager/v1']?.reverse();
  });
  await page.reload();
  await settled(page);
  await page.getByRole('link', { name: '华东作战室' }).waitFor();
  expect((await pluginViews(page)).map(({ plugin }) => plugin)).toEqual([...before].reverse());
  expect((await answer()).problems).toEqual([]);
});

it.each([
  [
    'text that is not JSON',
    () => portal.editPortal((text) => ((good = text), text.replace('"plugins":', '"plugins"'))),
    { path: '$', message: /line \d+, column \d+/ },
  ],
  [
    'an unknown plugin',
    () => write((file) => Object.assign(file['plugins'] as object, { 'route-magic': { version: '^1.0.0' } })),
    { path: 'plugins.route-magic', message: /route-magic/ },
  ],
  [
    'a page without a path',
    () => write((file) => delete (file['pages'] as Record<string, unknown>[])[2]?.['path']),
    { path: 'pages.2', message: /path/ },
  ],
  [
    'a widget that the plugin does not have',
    () =>
      write(
        (file) =>
          ((file['slots'] as Record<string, unknown>)['home/rep/v1'] = [{ plugin: 'visit-planning', widget: 'tomorrow' }]),
      ),
    { path: 'slots.home/rep/v1.0.widget', message: /tomorrow/ },
  ],
] as const)('keeps the last good portal when the file holds %s, and names the place', async (_name, spoil, { path, message }) => {
  await spoil();
  try {
    const { portal: shown, problems } = await answer();
    expect(shown.title.en).toBe('East war room');
    const problem = problems.find((found) => found.path.startsWith(path));
    expect(problem, JSON.stringify(problems)).toBeDefined();
    expect(JSON.stringify(problem)).toMatch(message);
    expect(problem?.remedy).toBeTruthy();
    // People see the portal as it was, an administrator also what is wrong.
    const admin = await openAs(portal, portal.user('admin'));
    await admin.page.getByRole('link', { name: '华东作战室' }).waitFor();
    await admin.page.getByRole('button', { name: /^通知，\d+ 条$/ }).click();
    // The whole file has no path worth showing: line and column say where.
    await admin.page
      .getByText(path === '$' ? /第 \d+ 行第 \d+ 列/ : path)
      .first()
      .waitFor();
  } finally {
    await restore();
  }
});

it('keeps the last good portal over a restart with a broken file', async () => {
  await portal.editPortal((text) => ((good = text), '{'));
  await portal.restart('SIGTERM');
  const { portal: shown, problems } = await answer();
  expect(shown.title.en).toBe('East war room');
  expect(problems[0]).toMatchObject({ path: '$', code: 'portal.file.json' });
  await restore();
  expect((await answer()).problems).toEqual([]);
});

it('says the same on the command line, with exit code 1', async () => {
  await write((file) => Object.assign(file['plugins'] as object, { 'route-magic': { version: '^1.0.0' } }));
  const checked = await portal.command('portal', 'check', portal.portalFile);
  expect(checked.code).toBe(1);
  expect(checked.err).toContain('plugins.route-magic');
  await restore();
  expect(await portal.command('portal', 'check', portal.portalFile)).toMatchObject({
    code: 0,
    out: 'No problems\n',
  });
});
