import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { apiAs } from '../support/api.ts';
import { openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const rows = (page: Page) => page.getByRole('table').first().locator('tbody tr');
const fen = (text: string): number =>
  Math.round(Number(/[−-]?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '').replace('−', '-')) * 100);

it('opens a score down to the orders, whose amounts add up to what was scored', async () => {
  const { page, watch } = await openAs(portal, portal.user('manager'), '/scores?period=2026-10');
  await rows(page).first().click();
  const panel = page.locator('mp-panel');
  await panel
    .getByRole('button', { name: /销售额/ })
    .first()
    .click();
  const heading = panel.getByText(/^订单 \d+ 张$/);
  await heading.waitFor();
  const count = Number(/\d+/.exec(await heading.innerText())?.[0]);
  const list = panel.getByRole('list', { name: /^订单 \d+ 张$/ }).getByRole('listitem');
  expect(await list.count()).toBe(count);
  const amounts = await list.locator('.amount').allInnerTexts();
  const total = await panel.getByText(/^合计/).first().innerText();
  expect(amounts.reduce((sum, text) => sum + fen(text), 0)).toBe(fen(total));
  // The same sum, asked of the gateway.
  const person = new URL(page.url()).searchParams.get('person');
  const api = await apiAs(portal, portal.user('manager'));
  const where = JSON.stringify([
    { field: 'ownerId', op: 'eq', value: person },
    { field: 'orderedOn', op: 'gte', value: '2026-10-01' },
    { field: 'orderedOn', op: 'lt', value: '2026-11-01' },
    { field: 'status', op: 'ne', value: 'cancelled' },
  ]);
  const answer = await api.get<{ items: { amountMinor: number }[] }>(
    `/api/crm/orders?limit=200&where=${encodeURIComponent(where)}`,
  );
  expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200);
  expect(answer.body.items.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(fen(total));
  expect(watch.errors).toEqual([]);
});

it('ranks from the highest score down', async () => {
  const { page } = await openAs(portal, portal.user('manager'), '/scores?period=2026-10');
  const headings = await page.getByRole('table').first().locator('thead th').allInnerTexts();
  const column = headings.findIndex((heading) => heading.includes('总分') || heading.includes('预计'));
  const totals: number[] = [];
  for (const row of await rows(page).all()) {
    const cells = await row.locator('th, td').allInnerTexts();
    totals.push(Number.parseFloat(cells[column] ?? ''));
  }
  const known = totals.filter((total) => !Number.isNaN(total));
  expect(known.length).toBeGreaterThan(3);
  expect(known).toEqual([...known].sort((a, b) => b - a));
});

it('freezes a month that is over, once and for all', async () => {
  const { page, watch } = await openAs(portal, portal.user('ops'), '/scores?period=2026-10&tab=runs');
  await page.getByRole('button', { name: /^冻结/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '冻结', exact: true }).click();
  await page
    .getByText(/已冻结 \d+ 人/)
    .first()
    .waitFor();
  const check = async (opened: Page): Promise<void> => {
    await settled(opened);
    await opened.getByText('2026年10月已全部冻结。').waitFor();
  };
  await page.reload();
  await check(page);
  expect(watch.errors).toEqual([]);
  await portal.restart('SIGKILL');
  const again = await openAs(portal, portal.user('ops'), '/scores?period=2026-10&tab=runs');
  await check(again.page);
  await again.page.getByRole('button', { name: '重新校验' }).first().click();
  await again.page.getByText('校验通过：内容未被改动，重算结果一致').waitFor();
});

it('shows a representative their own score and nobody else’s', async () => {
  const { page } = await openAs(portal, portal.user('rep'), '/scores?period=2026-10');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const colleagues = portal.users.filter(
    ({ role, tenantId, name }) => role === 'rep' && tenantId === portal.user('rep').tenantId && name !== portal.user('rep').name,
  );
  const text = await page.locator('main').innerText();
  for (const { name } of colleagues) expect(text).not.toContain(name);
});
