import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { newContext, openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

interface Stop {
  readonly name: string;
  readonly visible: boolean;
  readonly ring: boolean;
  readonly inView: boolean;
}

/** What has the focus, through shadow roots: its name, whether it can be seen, and whether something marks it. */
async function focused(page: Page): Promise<Stop | null> {
  return await page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const marks = (style: CSSStyleDeclaration): boolean =>
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const box = element.getBoundingClientRect();
    const label = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '';
    // The mark may be on a wrapper or, for a radio in a label, on the label.
    const around: Element[] = [];
    for (let node: Element | null = element, steps = 0; node && steps < 4; steps += 1) {
      around.push(node);
      node = node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;
    }
    const active = element.getAttribute('aria-activedescendant');
    const inner = active ? (element.getRootNode() as ShadowRoot).getElementById(active) : null;
    return {
      name: `${element.localName} ${label.trim().replaceAll(/\s+/g, ' ').slice(0, 80)}`.trim(),
      visible: box.width > 0 && box.height > 0 && element.checkVisibility(),
      ring: [...around, ...(inner ? [inner] : [])].some((node) => marks(getComputedStyle(node))),
      inView: box.bottom > 0 && box.top < innerHeight,
    };
  });
}

/** Goes through a page with the tab key and answers every stop, until the focus leaves the page or comes round. */
async function walk(page: Page, most = 120): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

describe('by keyboard alone', () => {
  it.each([
    ['/', 'rep'],
    ['/', 'manager'],
    ['/targets', 'ops'],
    ['/visits', 'rep'],
    ['/scores?period=2026-10', 'manager'],
    ['/checks', 'manager'],
    ['/accounts', 'rep'],
  ] as const)('every stop on %s of a %s can be seen and is marked', async (path, role) => {
    const { page } = await openAs(portal, portal.user(role), path);
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops[0]?.name).toMatch(/跳到正文/);
    expect(
      stops.filter(({ visible }) => !visible).map(({ name }) => name),
      'stops that nobody sees',
    ).toEqual([]);
    expect(
      stops.filter(({ ring }) => !ring).map(({ name }) => name),
      'stops without a mark',
    ).toEqual([]);
    expect(
      stops.filter(({ inView }) => !inView).map(({ name }) => name),
      'stops out of view',
    ).toEqual([]);
  });

  it('somebody signs in, opens a page of a plugin, and skips to its content', async () => {
    const user = portal.user('ops');
    const page = await (await newContext()).newPage();
    await page.goto(portal.url);
    await page.getByRole('button', { name: user.name }).first().waitFor();
    for (let step = 0; step < 40 && !(await focused(page))?.name.includes(user.name); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: user.name }).waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    expect((await focused(page))?.name).toContain('跳到正文');
    for (let step = 0; step < 10 && !(await focused(page))?.name.includes('目标分解'); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/targets/);
    await page.locator('mp-tree-grid table').waitFor();
    await settled(page);
    // The grid is one stop; inside it the arrows move.
    for (let step = 0; step < 60 && !(await focused(page))?.name.startsWith('table'); step += 1) await page.keyboard.press('Tab');
    expect((await focused(page))?.name).toMatch(/^table 目标分解表/);
    const active = async () =>
      await page
        .locator('mp-tree-grid')
        .evaluate((grid) => grid.shadowRoot?.querySelector('table')?.getAttribute('aria-activedescendant'));
    const before = await active();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await active()).not.toBe(before);
  });

  it('menus and panels open, close with Esc, and give the focus back', async () => {
    const { page } = await openAs(portal, portal.user('manager'), '/scores?period=2026-10');
    const person = page.getByRole('button', { name: /个人菜单/ });
    await person.focus();
    await page.keyboard.press('Enter');
    await page.getByText('退出登录').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('退出登录').waitFor({ state: 'hidden' });
    expect((await focused(page))?.name).toContain('个人菜单');
    const open = page.getByRole('button', { name: /^查看/ }).first();
    await open.focus();
    await page.keyboard.press('Enter');
    await page.locator('mp-panel').getByRole('heading').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('mp-panel').getByRole('heading').first().waitFor({ state: 'hidden' });
    expect((await focused(page))?.name).toContain('查看');
  });
});
