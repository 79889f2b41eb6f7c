import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOf } from '../support/api.ts';
import { openAs, settled } from '../support/browser.ts';
import { pluginViews } from '../support/plugin-views.ts';
import { startPortal } from '../support/portal.ts';
import type { DemoUser, Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const allAccounts = async (user: DemoUser) => await accountsOf(portal, user, 200);

/** Opens the address of an account that exists and is not this person's to see. */
async function expectNotFound(
  user: DemoUser,
  account: { readonly id: string; readonly name: string } | undefined,
): Promise<void> {
  if (!account) throw new Error('There is no such account to try');
  const { page } = await openAs(portal, user, `/accounts/${encodeURIComponent(account.id)}`);
  await page.getByRole('heading', { level: 1, name: '找不到这家客户' }).waitFor();
  expect(await page.content()).not.toContain(account.name);
}

/** The address's parameters; their order says nothing. */
const paramsOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('addresses', () => {
  it('open the page they name, and the browser goes back and forward through them', async () => {
    const { page } = await openAs(portal, portal.user('manager'), '/accounts?type=chain&overdue=1');
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
    await heading('客户');
    const navigation = page.getByRole('navigation', { name: '主导航' });
    await navigation.getByRole('link', { name: '首页' }).click();
    await heading(portal.user('manager').name);
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goBack();
    await heading('客户');
    expect(new URL(page.url()).search).toBe('?type=chain&overdue=1');
    await page.goForward();
    await heading(portal.user('manager').name);
  });

  it('that belong to no page say so and offer near ones', async () => {
    const { page, watch } = await openAs(portal, portal.user('rep'), '/account');
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: '客户' }).click();
    await page.getByRole('heading', { level: 1, name: '客户' }).waitFor();
    expect(watch.errors).toEqual([]);
  });

  it('of an account of the other company lead to "not found"', async () => {
    const other = portal.user('admin', { tenant: 1 });
    const own = new Set((await allAccounts(other)).map(({ id }) => id));
    const theirs = (await allAccounts(portal.user('ops'))).find(({ id }) => !own.has(id));
    await expectNotFound(other, theirs);
  });

  it('of an account of a colleague lead a representative to "not found"', async () => {
    const mine = new Set((await allAccounts(portal.user('rep'))).map(({ id }) => id));
    const theirs = (await allAccounts(portal.user('ops'))).find(({ id }) => !mine.has(id));
    await expectNotFound(portal.user('rep'), theirs);
  });
});

describe('scope and period', () => {
  it('stand in the address, stay from plugin to plugin, and open again from a link', async () => {
    const { page } = await openAs(portal, portal.user('ops'), '/targets');
    await page.getByRole('button', { name: /^期间：/ }).click();
    await page.getByRole('button', { name: '上月' }).click();
    await page.waitForURL(/period=2026-10/);
    await page.getByRole('button', { name: /^组织范围：/ }).click();
    await page
      .getByRole('treeitem', { name: /华东大区/ })
      .first()
      .click();
    await page.waitForURL(/scope=unit:/);
    const chosen = paramsOf(page.url());
    for (const name of ['拜访计划', '评分', '合规检查', '客户', '首页']) {
      await page
        .getByRole('navigation', { name: '主导航' })
        .getByRole('link', { name: new RegExp(name) })
        .click();
      await settled(page);
      expect(paramsOf(page.url()), name).toEqual(chosen);
    }
    const linked = await openAs(portal, portal.user('ops'), `/scores?${new URLSearchParams(chosen)}`);
    await linked.page.getByRole('button', { name: '组织范围：华东大区' }).waitFor();
    await linked.page.getByRole('button', { name: /^期间：2026.*10/ }).waitFor();
  });
});

describe('language and theme', () => {
  it('change at once, in plugins too, and stay after a reload', async () => {
    const { page, watch } = await openAs(portal, portal.user('manager'));
    await page.getByRole('button', { name: /个人菜单/ }).click();
    await page.getByText('English', { exact: true }).click();
    await page.getByText('Dark', { exact: true }).click();
    await page.keyboard.press('Escape');
    const check = async (): Promise<void> => {
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' }).waitFor();
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(Math.max(...(background.match(/\d+/g) ?? []).slice(0, 3).map(Number)), background).toBeLessThan(70);
    };
    await check();
    await page.reload();
    await check();
    expect(watch.errors).toEqual([]);
  });
});

describe('the account page', () => {
  it('shows a card of each of the four plugins', async () => {
    const account = (await accountsOf(portal, portal.user('rep'), 1))[0];
    const { page, watch } = await openAs(portal, portal.user('rep'), `/accounts/${encodeURIComponent(account?.id ?? '')}`);
    await page.getByRole('heading', { level: 1, name: account?.name }).waitFor();
    expect((await pluginViews(page)).map(({ plugin, view }) => `${plugin}/${view}`)).toEqual([
      'visit-planning/account-widget',
      'target-decomposition/account-widget',
      'kpi-scoring/account-widget',
      'compliance-checklists/account-widget',
    ]);
    expect(watch.errors).toEqual([]);
  });

  it('is found by name from anywhere', async () => {
    const account = (await accountsOf(portal, portal.user('rep'), 3))[2];
    const { page } = await openAs(portal, portal.user('rep'), '/');
    const search = page.getByRole('combobox', { name: '查找客户' }).first();
    await search.fill(account?.name.slice(0, 6) ?? '');
    await page.getByRole('option', { name: account?.name }).first().click();
    await page.getByRole('heading', { level: 1, name: account?.name }).waitFor();
  });
});
