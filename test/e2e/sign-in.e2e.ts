import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, openAs, settled, signIn } from '../support/browser.ts';
import { watchPage } from '../support/page-watch.ts';
import { pluginViews } from '../support/plugin-views.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal, Role } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const cards: Record<Role, readonly string[]> = {
  rep: [
    'visit-planning/today-widget',
    'target-decomposition/pace-widget',
    'kpi-scoring/my-score-widget',
    'compliance-checklists/findings-widget',
  ],
  manager: [
    'target-decomposition/pace-widget',
    'visit-planning/team-widget',
    'kpi-scoring/ranking-widget',
    'compliance-checklists/findings-widget',
  ],
  ops: [
    'target-decomposition/pace-widget',
    'kpi-scoring/ranking-widget',
    'visit-planning/team-widget',
    'compliance-checklists/findings-widget',
  ],
  admin: [
    'target-decomposition/pace-widget',
    'kpi-scoring/ranking-widget',
    'visit-planning/team-widget',
    'compliance-checklists/findings-widget',
  ],
  auditor: ['compliance-checklists/findings-widget'],
};

describe('signing in', () => {
  it.each(Object.keys(cards) as Role[])('as %s leads to a home page with the cards of the role', async (role) => {
    const user = portal.user(role);
    const page = await (await newContext()).newPage();
    await page.goto(portal.url);
    await page.getByRole('button', { name: user.name }).first().click();
    await page.getByRole('heading', { level: 1, name: user.name }).waitFor();
    const watch = watchPage(page);
    await settled(page);
    expect((await pluginViews(page)).map(({ plugin, view }) => `${plugin}/${view}`)).toEqual(cards[role]);
    expect(watch.errors).toEqual([]);
  });

  it('is asked for at a deep link, which opens after it', async () => {
    const user = portal.user('manager');
    const page = await (await newContext()).newPage();
    await page.goto(`${portal.url}/accounts?q=上海`);
    await page.getByRole('button', { name: user.name }).first().click();
    await page.getByRole('heading', { level: 1, name: '客户' }).waitFor();
    expect(decodeURIComponent(page.url())).toBe(`${portal.url}/accounts?q=上海`);
  });

  it('ends with signing out, also for other tabs', async () => {
    const { page } = await openAs(portal, portal.user('rep'), '/accounts');
    const other = await page.context().newPage();
    await other.goto(portal.url);
    await page.getByRole('button', { name: /个人菜单/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '选择一位演示用户' }).waitFor();
    await other.reload();
    await other.getByRole('heading', { name: '选择一位演示用户' }).waitFor();
  });

  it('refuses an id that is nobody', async () => {
    const context = await newContext();
    await expect(signIn(context, portal, { id: 'qinghe:nobody' })).rejects.toThrow(/40[134]/);
  });
});
