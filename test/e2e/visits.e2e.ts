import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const planned = (page: Page) => page.getByRole('group', { name: '一周安排' }).locator('li[data-visit]');
const result = '确认下周一补货二十箱，货款月底前结清。';

it('plans a week from what is due and keeps it over a reload and a killed gateway', async () => {
  const { page, watch } = await openAs(portal, portal.user('rep'), '/visits');
  await page.getByRole('button', { name: '下一周' }).click();
  await settled(page);
  await page.getByRole('button', { name: '排满本周' }).click();
  const apply = page.locator('mp-button').filter({ hasText: /应用 \d+ 次拜访/ });
  const offered = Number(/\d+/.exec(await apply.innerText())?.[0]);
  expect(offered).toBeGreaterThan(4);
  await apply.click();
  await planned(page)
    .nth(offered - 1)
    .waitFor();
  expect(await planned(page).count()).toBe(offered);
  const names = await planned(page).locator('.name').allInnerTexts();
  expect(new Set(names).size, 'nobody is visited twice in the week').toBe(names.length);
  await page.getByText('未同步').waitFor({ state: 'detached' });
  await page.reload();
  await settled(page);
  expect(await planned(page).locator('.name').allInnerTexts()).toEqual(names);
  expect(watch.errors).toEqual([]);
  const address = new URL(page.url());
  await portal.restart('SIGKILL');
  const again = await openAs(portal, portal.user('rep'), address.pathname + address.search);
  expect(await planned(again.page).locator('.name').allInnerTexts()).toEqual(names);
});

it('visits an account today and sums it up; the summary is there after a restart, for the manager too', async () => {
  const { page, watch } = await openAs(portal, portal.user('rep'), '/visits');
  await page.getByText('含未到期').click();
  const place = page
    .getByRole('region', { name: '待排客户' })
    .getByRole('button', { name: /^把 .* 排到……$/ })
    .first();
  const name = /^把 (.*) 排到……$/.exec((await place.getAttribute('aria-label')) ?? (await place.innerText()))?.[1] ?? '';
  await place.click();
  await page.getByRole('menuitem', { name: /排到11月20日/ }).click();
  await planned(page).getByRole('button', { name }).first().click();
  await page.getByRole('button', { name: '开始拜访' }).click();
  await page.getByRole('textbox', { name: '客户洽谈结果' }).fill(result);
  for (const field of ['客户问题处理', '竞争者的市场信息', '客户反映的意见', '客户的最新动态'])
    await page.getByRole('textbox', { name: field }).fill(`${field}：无。`);
  await page.getByRole('button', { name: '完成拜访' }).click();
  const anyway = page.getByRole('button', { name: '仍然完成' });
  await anyway.click({ timeout: 3000 }).catch(() => undefined);
  await page.getByText('已完成', { exact: true }).first().waitFor();
  await page.reload();
  await settled(page);
  await planned(page).getByRole('button', { name }).first().click();
  await page.getByText(result).waitFor();
  expect(watch.errors).toEqual([]);
  await portal.restart('SIGKILL');
  const again = await openAs(portal, portal.user('manager'), `/visits?scope=person:${portal.user('rep').id.split(':')[1]}`);
  await planned(again.page).getByRole('button', { name }).first().click();
  await again.page.getByText(result).waitFor();
});
