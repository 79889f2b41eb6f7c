import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { newContext } from '../support/browser.ts';
import { hostStyles, widgetsReady } from '../support/foreign.ts';
import { watchPage } from '../support/page-watch.ts';
import type { PageWatch } from '../support/page-watch.ts';
import { pluginViews } from '../support/plugin-views.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';
import { serve } from '../support/program.ts';
import type { Serving } from '../support/program.ts';

let portal: Portal;
let plain: Serving;
let strict: Serving;
beforeAll(async () => {
  portal = await startPortal();
  const crm = (...more: string[]): Promise<Serving> =>
    serve(['demo-crm', '--gateway', portal.url, '--port', '0', '--user', portal.user('rep').id, ...more], {
      MILEPOST_DATA: portal.dataDir,
    });
  [plain, strict] = await Promise.all([crm(), crm('--strict')]);
  await portal.editPortal((text) => {
    const file = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...file, embed: { origins: [plain.url, strict.url] } });
  });
});
afterAll(async () => {
  await plain.end();
  await strict.end();
  await portal.stop();
});

async function open(
  crm: Serving,
  prepare?: (page: Page) => Promise<void>,
): Promise<{ readonly page: Page; readonly watch: PageWatch }> {
  const page = await (await newContext()).newPage();
  const watch = watchPage(page);
  await prepare?.(page);
  await page.goto(crm.url);
  return { page, watch };
}

const withoutEmbed = async (page: Page): Promise<void> => {
  await page.route('**/embed.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
};

describe('in a page that is not ours', () => {
  it('widgets of three plugins are shown, with the runtime loaded once', async () => {
    const { page, watch } = await open(plain);
    await widgetsReady(page, 3);
    const scripts = watch.requests
      .filter(({ url }) => /\.js(\?|$)/.test(url) && url.startsWith(portal.url))
      .map(({ url }) => url);
    expect(
      scripts.filter((url, index) => scripts.indexOf(url) !== index),
      'no script twice',
    ).toEqual([]);
    expect(scripts.filter((url) => /\/core-/.test(url))).toHaveLength(1);
    expect(
      watch.requests.filter(({ url }) => url.endsWith('/milepost-assertion')).length,
      'one token for all widgets',
    ).toBeLessThanOrEqual(1);
    expect(await page.locator('mp-plugin-error').count()).toBe(0);
    expect(watch.errors).toEqual([]);
    expect((await pluginViews(page)).map(({ view }) => view)).toEqual(['account-widget', 'account-widget', 'account-widget']);
  });

  it('styles, globals and elements of the page are what they are without us', async () => {
    const before = await open(plain, withoutEmbed);
    await before.page.locator('milepost-widget').first().waitFor({ state: 'attached' });
    const untouched = await hostStyles(before.page);
    const { page } = await open(plain);
    await widgetsReady(page, 3);
    const touched = await hostStyles(page);
    expect(touched.styles).toEqual(untouched.styles);
    expect(touched.sheets).toEqual(untouched.sheets);
    expect(touched.outside).toEqual(untouched.outside);
    const added = touched.globals.filter((name) => !untouched.globals.includes(name));
    expect(added, 'no global name but those of the federation runtime and Lit').toEqual(
      added.filter((name) =>
        /^__(FEDERATION|VMOK|GLOBAL_LOADING)|^(litHtml|litElement|reactiveElement)Versions$|^litPropertyMetadata$|^__mf|^milepost/i.test(
          name,
        ),
      ),
    );
    expect(
      await page.evaluate(() => [
        typeof customElements.get('crm-clock'),
        (globalThis as unknown as { crm: { version: string } }).crm.version,
      ]),
    ).toEqual(['function', '3.2']);
  });

  it('the theme follows the page’s own properties, and the height what is inside', async () => {
    const { page } = await open(plain);
    await widgetsReady(page, 3);
    const accent = await page
      .locator('.side milepost-widget')
      .first()
      .evaluate((widget) =>
        getComputedStyle(widget.shadowRoot?.querySelector('.place') ?? widget)
          .getPropertyValue('--mp-color-accent')
          .trim(),
      );
    expect(accent).toBe('#1d4f86');
    const heights = await page
      .locator('milepost-widget')
      .evaluateAll((widgets) => widgets.map((widget) => widget.getBoundingClientRect().height));
    for (const height of heights) expect(height).toBeGreaterThan(119);
  });

  it('destroy leaves nothing behind', async () => {
    const { page } = await open(plain);
    await widgetsReady(page, 3);
    const left = await page.evaluate(() => {
      const widgets = [...document.querySelectorAll('milepost-widget')];
      for (const widget of widgets) (widget as unknown as { destroy(): void }).destroy();
      return widgets.map((widget) => [widget.shadowRoot?.childElementCount, widget.shadowRoot?.adoptedStyleSheets.length]);
    });
    expect(left).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    // The shared host goes with the last widget, after its moment of grace.
    await page.waitForTimeout(2500);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForTimeout(500);
    expect(requests.filter((url) => url.startsWith(portal.url))).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('an account that is not the person’s to see shows that, and not the account', async () => {
    const { page } = await open(plain);
    await widgetsReady(page, 3);
    await page
      .locator('milepost-widget')
      .first()
      .evaluate((widget) => widget.setAttribute('account', 'nothing-of-mine'));
    await page.waitForTimeout(1500);
    expect(await page.locator('milepost-widget').first().locator('mp-plugin-error').count()).toBe(0);
  });
});

describe('in a page with a strict policy', () => {
  it('the same widgets are shown in frames, without a violation of the page’s policy', async () => {
    const { page, watch } = await open(strict);
    await widgetsReady(page, 3);
    const frames = page.frames().filter((frame) => frame.url().startsWith(`${portal.url}/embed/frame`));
    expect(frames).toHaveLength(3);
    for (const frame of frames) await frame.locator('[data-mp-plugin] > *').first().waitFor();
    expect(watch.errors).toEqual([]);
    const heights = await page
      .locator('milepost-widget')
      .evaluateAll((widgets) =>
        widgets.map((widget) => widget.shadowRoot?.querySelector('iframe')?.getBoundingClientRect().height ?? 0),
      );
    for (const height of heights) expect(height).toBeGreaterThan(80);
  });

  it('destroy takes the frames away', async () => {
    const { page } = await open(strict);
    await widgetsReady(page, 3);
    await page.evaluate(() =>
      document.querySelectorAll('milepost-widget').forEach((widget) => (widget as unknown as { destroy(): void }).destroy()),
    );
    expect(page.frames()).toHaveLength(1);
  });
});

describe('a page that may not embed', () => {
  it('gets a card that says what to do, and no data', async () => {
    const page = await (await newContext()).newPage();
    await page.goto(`http://crm.example:${new URL(plain.url).port}/`);
    const card = page.locator('milepost-widget').first().getByRole('alert');
    await card.waitFor({ timeout: 30_000 });
    expect(await card.innerText()).toMatch(/重试/);
    expect(await page.locator('[data-mp-plugin] > *').count()).toBe(0);
  });
});
