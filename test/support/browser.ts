import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { watchPage } from './page-watch.ts';
import type { PageWatch } from './page-watch.ts';
import type { DemoUser, Portal } from './portal.ts';
import { checkout } from './program.ts';

/** Two sizes stand for all: a desk and a small phone. */
export const viewports = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;

/** How somebody looks at the portal. */
export interface Look {
  readonly locale?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly viewport?: keyof typeof viewports;
}

/** A page with what went wrong on it. */
export interface Opened {
  readonly page: Page;
  readonly watch: PageWatch;
}

let browser: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

/** The browser of this test file. */
export function theBrowser(): Promise<Browser> {
  return (browser ??= launchChromium());
}

/** A fresh browser profile, closed after the test. */
export async function newContext({ locale = 'zh-CN', theme = 'light', viewport = 'desk' }: Look = {}): Promise<BrowserContext> {
  const phone = viewport === 'phone';
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: viewports[viewport],
    hasTouch: phone,
    isMobile: phone,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: locale === 'en' ? 'en-US' : 'zh-CN',
  });
  contexts.add(context);
  context.setDefaultTimeout(15_000);
  // As somebody who chose the language earlier on this device; a choice made later stays.
  await context.addInitScript((chosen) => {
    const key = 'milepost.preferences';
    if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify({ locale: chosen }));
  }, locale);
  return context;
}

/** Signs in without the sign-in page. */
export async function signIn(context: BrowserContext, portal: Pick<Portal, 'url'>, user: Pick<DemoUser, 'id'>): Promise<void> {
  const answer = await context.request.post(`${portal.url}/api/demo/session`, {
    data: { userId: user.id },
    headers: { 'X-Milepost': '1', Origin: portal.url },
  });
  if (!answer.ok()) throw new Error(`${user.id} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Opens an address as somebody, and waits until the page has what it shows. */
export async function openAs(
  portal: Pick<Portal, 'url'>,
  user: Pick<DemoUser, 'id'>,
  path = '/',
  look: Look = {},
): Promise<Opened> {
  const context = await newContext(look);
  await signIn(context, portal, user);
  const page = await context.newPage();
  const watch = watchPage(page);
  await page.goto(portal.url + path);
  await settled(page);
  return { page, watch };
}

/** Waits until nothing is loading: no open request for a moment and no skeleton in sight. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const waiting = (root: Document | ShadowRoot): boolean =>
      [...root.querySelectorAll('*')].some((element) => {
        const state = element.localName === 'mp-state' && (element as unknown as { kind: string }).kind === 'loading';
        const busy = element.hasAttribute('aria-busy') && element.getAttribute('aria-busy') === 'true';
        return ((state || busy) && element.checkVisibility()) || (element.shadowRoot !== null && waiting(element.shadowRoot));
      });
    return !document.documentElement.hasAttribute('data-booting') && !waiting(document);
  });
}

/** Pictures of everything open, for a test that failed. */
export async function pictureAll(name: string): Promise<void> {
  const folder = join(checkout, '.cache/failed');
  await mkdir(folder, { recursive: true });
  const pages = [...contexts].flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const file = join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}-${index}.png`);
    await page.screenshot({ path: file, timeout: 5000 }).catch(() => undefined);
  }
}

/** Closes what tests opened. */
export async function closeContexts(): Promise<void> {
  for (const context of contexts) await context.close().catch(() => undefined);
  contexts.clear();
}

/** Closes the browser of this test file. */
export async function closeBrowser(): Promise<void> {
  await closeContexts();
  await (await browser)?.close();
  browser = undefined;
}
