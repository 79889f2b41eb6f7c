import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

const rounds = Number(process.env['MILEPOST_MOUNT_ROUNDS'] ?? 100);
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

interface Counts {
  readonly nodes: number;
  readonly listeners: number;
  readonly elements: number;
  readonly timers: number;
  readonly heap: number;
}

/** What is alive after a collection: DOM nodes and listeners of the whole page, elements of plugins, intervals that run. */
async function count(page: Page, devtools: CDPSession): Promise<Counts> {
  for (let times = 0; times < 3; times += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(50);
  }
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((found) => found.name === name)?.value ?? 0;
  // Every element that inherits from HTMLElement and belongs to a plugin, also those no document holds any more.
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'HTMLElement.prototype' });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const { result: found } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration:
      'function () { return this.filter((element) => { try { return element.localName.startsWith("mpx-"); } catch { return false; } }).length; }',
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  const timers = await page.evaluate(() => (globalThis as unknown as { runningIntervals: Set<number> }).runningIntervals.size);
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    elements: found.value as number,
    timers,
    heap: metric('JSHeapUsedSize'),
  };
}

it.each([
  ['target-decomposition', '/targets', 'ops'],
  ['visit-planning', '/visits', 'rep'],
  ['kpi-scoring', '/scores', 'manager'],
  ['compliance-checklists', '/checks', 'manager'],
] as const)(`%s leaves nothing after ${rounds} mounts`, { timeout: 180_000 }, async (_plugin, path, role) => {
  const { page } = await openAs(portal, portal.user(role), '/about');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.addInitScript(() => {
    const running = new Set<number>();
    Object.assign(globalThis, { runningIntervals: running });
    const { setInterval: start, clearInterval: stop } = globalThis;
    globalThis.setInterval = ((...args: Parameters<typeof setInterval>) => {
      const id = start(...args) as unknown as number;
      running.add(id);
      return id;
    }) as typeof setInterval;
    globalThis.clearInterval = (id) => {
      running.delete(id as unknown as number);
      stop(id);
    };
  });
  await page.reload();
  await settled(page);
  const cycle = async (times: number): Promise<void> =>
    await page.evaluate(
      async ({ target, repeat }) => {
        const pageElement = document.getElementById('page');
        const until = async (reached: () => boolean): Promise<void> => {
          for (let tries = 0; !reached(); tries += 1) {
            if (tries > 1000) throw new Error(`Nothing happened at ${location.pathname}`);
            await new Promise((done) => setTimeout(done, 10));
          }
        };
        const shown = (): Element | null => pageElement?.querySelector('[data-mp-plugin]')?.firstElementChild ?? null;
        const go = (to: string): void => {
          const link = Object.assign(document.createElement('a'), { href: to });
          document.body.append(link);
          link.click();
          link.remove();
        };
        for (let round = 0; round < repeat; round += 1) {
          go(target);
          await until(() => shown()?.localName.startsWith('mpx-') === true && (shown()?.shadowRoot?.childElementCount ?? 0) > 0);
          go('/about');
          await until(() => shown() === null);
        }
      },
      { target: path, repeat: times },
    );
  await cycle(5);
  await settled(page);
  const before = await count(page, devtools);
  await cycle(rounds);
  await settled(page);
  const after = await count(page, devtools);
  const perRound = (after.heap - before.heap) / rounds;
  process.stdout.write(
    `  ${path}: nodes ${before.nodes} → ${after.nodes}, listeners ${before.listeners} → ${after.listeners}, elements ${before.elements} → ${after.elements}, intervals ${before.timers} → ${after.timers}, heap ${Math.round(perRound)} B a round\n`,
  );
  // The view that was there last may still be held by what it began; never more than that one.
  expect(after.elements).toBeLessThanOrEqual(before.elements + 1);
  expect(after.timers).toBe(before.timers);
  // Less than one a round: a constant may remain, growth may not.
  expect(after.listeners - before.listeners).toBeLessThan(rounds / 2);
  // A held view has some hundred nodes, a leak has as many in every round.
  expect(after.nodes - before.nodes).toBeLessThan(rounds * 20);
});
