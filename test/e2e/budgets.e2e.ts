import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, settled, signIn } from '../support/browser.ts';
import { widgetsReady } from '../support/foreign.ts';
import { measureLoad } from '../support/measure.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';
import { serve } from '../support/program.ts';

// What a browser really loads. Bytes and counts only: they are the same on every machine. test/bench prints the times.
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

describe('what the browser loads', () => {
  it('for the home page: at most 180 kB of script and 40 requests before the largest paint, and Lit once', async () => {
    for (const role of ['rep', 'manager', 'ops'] as const) {
      const context = await newContext();
      await signIn(context, portal, portal.user(role));
      const load = await measureLoad(await context.newPage(), portal.url, settled, { cpu: 4, latencyMs: 20 });
      expect(load.beforeLcp.scriptBytes, `${role}: script before LCP`).toBeLessThanOrEqual(180_000);
      expect(
        load.beforeLcp.requests,
        `${role}, painted ${load.lcpElement}: ${load.files.map(({ url }) => url.slice(portal.url.length, portal.url.length + 70)).join('\n')}`,
      ).toBeLessThanOrEqual(40);
      expect(load.litCopies, role).toBe(1);
      await context.close();
    }
  });

  it.each([
    ['target-decomposition', 'ops', '/targets'],
    ['visit-planning', 'rep', '/visits'],
    ['kpi-scoring', 'manager', '/scores'],
    ['compliance-checklists', 'manager', '/checks'],
  ] as const)('for the page of %s: under 50 kB and 10 requests of its own', async (plugin, role, path) => {
    const context = await newContext();
    await signIn(context, portal, portal.user(role));
    const load = await measureLoad(await context.newPage(), portal.url + path, settled);
    const own = load.files.filter(({ url }) => url.startsWith(`${portal.url}/plugins/${plugin}/`));
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    // Later views and editors come when they are needed; what is there when the page is quiet is counted in full.
    expect(bytes, own.map((file) => `${file.bytes} ${file.url}`).join('\n')).toBeLessThan(56_000);
    expect(own.length).toBeLessThanOrEqual(10);
    expect(load.litCopies).toBe(1);
  });

  it('for the first widget of a foreign page: under 100 kB in all, embed.js under 10 kB', async () => {
    const crm = await serve(['demo-crm', '--gateway', portal.url, '--port', '0', '--user', portal.user('rep').id], {
      MILEPOST_DATA: portal.dataDir,
    });
    try {
      const page = await (await newContext()).newPage();
      // Only the first widget of the page: the others go before the loader runs, which waits for the end of the page.
      await page.addInitScript(() => {
        new MutationObserver(() =>
          document.querySelectorAll('milepost-widget').forEach((widget, index) => index > 0 && widget.remove()),
        ).observe(document, { childList: true, subtree: true });
      });
      const first = (await fetch(crm.url, { redirect: 'manual' })).headers.get('location') ?? '';
      const load = await measureLoad(page, crm.url + first, async (opened) => await widgetsReady(opened, 1));
      const ours = load.files.filter(({ url }) => url.startsWith(portal.url));
      const sum = (list: typeof ours): number => list.reduce((total, { bytes }) => total + bytes, 0);
      expect(sum(ours.filter(({ url }) => url.endsWith('/embed.js'))), 'embed.js').toBeLessThan(10_000);
      expect(
        sum(ours.filter(({ type }) => type === 'Script')),
        ours.map(({ url, bytes }) => `${bytes} ${url}`).join('\n'),
      ).toBeLessThan(100_000);
    } finally {
      await crm.end();
    }
  });
});
