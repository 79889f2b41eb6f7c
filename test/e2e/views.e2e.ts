import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { newContext, settled, signIn } from '../support/browser.ts';
import type { Look } from '../support/browser.ts';
import { axeFindings, overflowFindings, wordFindings } from '../support/page-check.ts';
import { watchPage } from '../support/page-watch.ts';
import { pluginViews } from '../support/plugin-views.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';
import { views } from '../support/views.ts';
import type { View } from '../support/views.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const looks: readonly Required<Look>[] = [
  { locale: 'zh-CN', theme: 'light', viewport: 'desk' },
  { locale: 'zh-CN', theme: 'light', viewport: 'phone' },
  { locale: 'en', theme: 'dark', viewport: 'desk' },
  { locale: 'en', theme: 'dark', viewport: 'phone' },
];

async function open(view: View, look: Look): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const context = await newContext(look);
  if (view.role) await signIn(context, portal, portal.user(view.role));
  const page = await context.newPage();
  const { errors } = watchPage(page);
  await page.goto(portal.url + (await view.path(portal)));
  await settled(page);
  return { page, errors };
}

describe.each(looks)('$locale, $theme, $viewport', (look) => {
  it.each(views)('$name is accessible, fits its width, and speaks one language', async (view) => {
    const { page, errors } = await open(view, look);
    const failed = (await pluginViews(page))
      .filter((shown) => shown.view === 'error')
      .map(({ plugin }) => `error card of ${plugin}`);
    // Before anybody signed in the gateway answers 401, and the browser writes that to its console.
    const complaints = view.role ? errors : errors.filter((text) => !text.includes('401'));
    expect(
      [
        ...failed,
        ...complaints,
        ...(await overflowFindings(page)),
        ...(await wordFindings(page, look.locale)),
        ...(await axeFindings(page)),
      ].join('\n'),
    ).toBe('');
  });
});
